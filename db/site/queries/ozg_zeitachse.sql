-- title: OZG auf der Zeitachse
-- description: Welche Dokumente wann und in welcher Kommune vom Onlinezugangsgesetz sprechen und wie oft.
-- for: Forschung
select
    coalesce(documents.date, min(ozg_facts.stated_on)) as Datum,
    bodies.name as Kommune,
    documents.title as Dokument,
    documents.kind as Art,
    count(distinct ozg_mentions.id) as Erwähnungen,
    '/dokument/' || documents.id || '#d-' || min(ozg_mentions.id) as Stelle
from ozg_mentions
join documents on documents.id = ozg_mentions.document_id
left join bodies on bodies.id = documents.body_id
left join ozg_facts on ozg_facts.document_id = documents.id
where documents.current
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by documents.id
having sum(ozg_mentions.concept_id = 'OZG') > 0
order by Datum
