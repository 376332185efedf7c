-- title: Anwesenheitsquote nach Fraktion und Jahr
-- description: Wie viele der in den Anwesenheitslisten Genannten da waren, je Gremium, Fraktion und Jahr. Listen, die nur Anwesende nennen, ergeben 100 %.
-- for: Forschung
select
    bodies.name as Kommune,
    organizations.name as Gremium,
    substr(meetings.start, 1, 4) as Jahr,
    coalesce(attendances.on_behalf_of, '(keine genannt)') as Fraktion,
    count(distinct meetings.id) as Sitzungen,
    count(distinct attendances.person_id) as Personen,
    sum(attendances.status = 'present') as Anwesend,
    sum(attendances.status = 'excused') as Entschuldigt,
    sum(attendances.status = 'absent') as Gefehlt,
    round(100.0 * sum(attendances.status = 'present') / count(*), 1) as "Anwesend in %"
from attendances
join meetings on meetings.id = attendances.meeting_id
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = meetings.body_id
where (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:gremium = '' or organizations.name like '%' || :gremium || '%')
    and (:jahr = '' or substr(meetings.start, 1, 4) = :jahr)
group by bodies.id, organizations.id, Jahr, Fraktion
order by Kommune, Gremium, Jahr, Fraktion
