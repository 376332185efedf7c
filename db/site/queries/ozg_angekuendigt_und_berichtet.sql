-- title: OZG: angekündigt, gefordert, berichtet
-- description: Fristen, Stände, Zahlen und Zuständigkeiten mit dem Satz, in dem sie stehen, wer sie wann angab und wie sie gemeint sind.
-- for: Recherche
select
    bodies.name as Kommune,
    ozg_facts.stated_on as Datum,
    ozg_facts.stated_by as Wer,
    ozg_facts.stance as Aussage,
    ozg_facts.kind as Angabe,
    ozg_facts.value as Wert,
    ozg_facts.unit as Wovon,
    ozg_concepts.label as Worüber,
    substr(texts.text, sentence_start + 1, sentence_end - sentence_start) as Wortlaut,
    '/dokument/' || ozg_facts.document_id || '#f-' || ozg_facts.id as Stelle
from ozg_facts
join documents on documents.id = ozg_facts.document_id
join texts on texts.document_id = ozg_facts.document_id
left join bodies on bodies.id = documents.body_id
left join ozg_concepts on ozg_concepts.id = ozg_facts.concept_id
left join statements on statements.id = ozg_facts.statement_id
where statements.double_of is null
    and documents.current
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:begriff = '' or ozg_concepts.label like '%' || :begriff || '%')
order by Kommune, Datum, ozg_facts.document_id, ozg_facts.start
