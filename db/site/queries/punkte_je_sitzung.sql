-- title: Tagesordnungspunkte je Sitzung und Jahr
-- description: Sitzungen, öffentliche Tagesordnungspunkte und ihre Ergebnisse je Gremium und Jahr. Ausgefallene Sitzungen zählen nicht.
-- for: Forschung
select
    bodies.name as Kommune,
    organizations.name as Gremium,
    substr(meetings.start, 1, 4) as Jahr,
    count(distinct meetings.id) as Sitzungen,
    count(*) as Punkte,
    round(1.0 * count(*) / count(distinct meetings.id), 1) as "Punkte je Sitzung",
    coalesce(sum(agenda_items.outcome in ('accepted', 'accepted_amended')), 0) as Angenommen,
    coalesce(sum(agenda_items.outcome = 'rejected'), 0) as Abgelehnt,
    coalesce(sum(agenda_items.outcome = 'noted'), 0) as "Zur Kenntnis genommen",
    coalesce(sum(agenda_items.outcome in ('deferred', 'referred', 'withdrawn')), 0) as "Vertagt, verwiesen, abgesetzt"
from agenda_items
join meetings on meetings.id = agenda_items.meeting_id
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = meetings.body_id
where agenda_items.public
    and coalesce(meetings.cancelled, 0) = 0
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:gremium = '' or organizations.name like '%' || :gremium || '%')
    and (:jahr = '' or substr(meetings.start, 1, 4) = :jahr)
group by bodies.id, organizations.id, Jahr
order by Kommune, Gremium, Jahr
