-- title: Ergebnisse nach Gremium
-- description: Wie oft Gremien annehmen, ablehnen, vertagen oder nur zur Kenntnis nehmen, und wie oft einstimmig.
-- for: Forschung
select
    bodies.name as Kommune,
    organizations.name as Gremium,
    count(*) as Beschlüsse,
    sum(decisions.outcome in ('accepted', 'accepted_amended')) as Angenommen,
    sum(decisions.outcome = 'rejected') as Abgelehnt,
    sum(decisions.outcome in ('deferred', 'referred')) as "Vertagt oder verwiesen",
    sum(decisions.outcome = 'noted') as "Zur Kenntnis genommen",
    coalesce(sum(decisions.unanimous = 1), 0) as "Einstimmig, soweit vermerkt"
from decisions
join documents on documents.id = decisions.document_id
left join agenda_items on agenda_items.id = decisions.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where decisions.double_of is null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
group by bodies.id, organizations.id
order by Beschlüsse desc
