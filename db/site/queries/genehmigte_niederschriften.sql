-- title: Genehmigte Niederschriften
-- description: Welche Sitzung die Niederschrift welcher früheren Sitzung genehmigte, mit Änderungen genehmigte oder beanstandete.
-- for: Recherche
select
    coalesce(substr(earlier.start, 1, 10), approvals.date) as Sitzung,
    approvals.status as Genehmigung,
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    approvals.text as Wortlaut,
    '/dokument/' || approvals.document_id || '#z-' || approvals.start as Stelle,
    (
        select min('/dokument/' || minutes.id) from documents as minutes
        where minutes.meeting_id = approvals.meeting_id and minutes.kind = 'minutes' and minutes.current
    ) as Niederschrift
from approvals
join documents on documents.id = approvals.document_id
left join meetings as earlier on earlier.id = approvals.meeting_id
left join meetings on meetings.id = documents.meeting_id
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:gremium = '' or organizations.name like '%' || :gremium || '%')
order by Sitzung desc, approvals.document_id, approvals.start
