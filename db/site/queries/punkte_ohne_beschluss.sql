-- title: Punkte ohne Beschluss
-- description: Öffentliche Tagesordnungspunkte, zu denen nur beraten wurde oder kein Ergebnis dasteht, mit der Zahl der Äußerungen.
-- for: Recherche
select
    substr(meetings.start, 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    agenda_items.number as TOP,
    agenda_items.title as Tagesordnungspunkt,
    agenda_items.outcome as Ergebnis,
    (select count(*) from statements
        where statements.agenda_item_id = agenda_items.id and statements.double_of is null) as Äußerungen,
    case when agenda_items.document_id is not null
        then '/dokument/' || agenda_items.document_id || '#top-' || agenda_items.id end as Stelle
from agenda_items
left join meetings on meetings.id = agenda_items.meeting_id
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = meetings.body_id
where coalesce(agenda_items.outcome, 'none') in ('none', 'unknown')
    and agenda_items.public = 1
    and not exists (select 1 from decisions where decisions.agenda_item_id = agenda_items.id)
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
order by Äußerungen desc, Datum desc
