-- title: OZG: Fristen, Zahlen, Verfahren
-- description: Was zum Onlinezugangsgesetz mit einem Wert dasteht: Fristen, Anzahlen von Leistungen, Stände, Verfahren und Systeme.
-- for: Forschung
select
    bodies.name as Kommune,
    documents.date as Datum,
    ozg_concepts.label as Begriff,
    ozg_mentions.value as Wert,
    ozg_mentions.text as Wortlaut,
    statements.speaker_name as Wer,
    agenda_items.title as Tagesordnungspunkt,
    '/dokument/' || ozg_mentions.document_id || '#d-' || ozg_mentions.id as Stelle
from ozg_mentions
join documents on documents.id = ozg_mentions.document_id
left join bodies on bodies.id = documents.body_id
left join ozg_concepts on ozg_concepts.id = ozg_mentions.concept_id
left join statements on statements.id = ozg_mentions.statement_id
left join agenda_items on agenda_items.id = ozg_mentions.agenda_item_id
where ozg_mentions.value is not null
    and statements.double_of is null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:begriff = '' or ozg_concepts.label like '%' || :begriff || '%' or ozg_concepts.id = :begriff)
order by Kommune, Datum desc, ozg_mentions.start
