-- title: OZG: genannte Leistungen und Akteure
-- description: Welche Verwaltungsleistungen und IT-Dienstleister im Zusammenhang mit dem OZG und der digitalen Verwaltung genannt sind.
-- for: Forschung
select
    ozg_concepts.category as Bereich,
    ozg_concepts.label as Begriff,
    ozg_concepts.parent_id as Oberbegriff,
    bodies.name as Kommune,
    documents.date as Datum,
    ozg_related.text as Wortlaut,
    statements.speaker_name as Wer,
    '/dokument/' || ozg_related.document_id || '#h-' || ozg_related.id as Stelle
from ozg_related
join documents on documents.id = ozg_related.document_id
join ozg_concepts on ozg_concepts.id = ozg_related.concept_id
left join bodies on bodies.id = documents.body_id
left join statements on statements.id = ozg_related.statement_id
where statements.double_of is null
    and (:begriff = '' or ozg_concepts.label like '%' || :begriff || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
order by Bereich, Begriff, Datum
