-- title: OZG nach Kommune
-- description: Wie oft und ab wann das Onlinezugangsgesetz und seine Begriffe in den Dokumenten einer Kommune vorkommen.
-- for: Forschung
select
    bodies.name as Kommune,
    count(*) as Erwähnungen,
    count(distinct ozg_mentions.document_id) as Dokumente,
    count(distinct ozg_mentions.statement_id) as Äußerungen,
    count(distinct ozg_mentions.concept_id) as Begriffe,
    min(documents.date) as Erstmals,
    max(documents.date) as Zuletzt
from ozg_mentions
join documents on documents.id = ozg_mentions.document_id
left join bodies on bodies.id = documents.body_id
left join statements on statements.id = ozg_mentions.statement_id
where statements.double_of is null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by bodies.id
order by Erwähnungen desc
