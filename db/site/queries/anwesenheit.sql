-- title: Anwesenheit je Person
-- description: Wie oft jemand laut Anwesenheitsliste da war, entschuldigt war oder fehlte. Nur Sitzungen, deren Liste gelesen werden konnte.
-- for: Forschung
select
    persons.name as Person,
    bodies.name as Kommune,
    organizations.name as Gremium,
    sum(attendances.status = 'present') as Anwesend,
    sum(attendances.status = 'excused') as Entschuldigt,
    sum(attendances.status = 'absent') as Gefehlt,
    round(100.0 * sum(attendances.status = 'present') / count(*)) as "Anwesend in %",
    max(attendances.on_behalf_of) as Fraktion
from attendances
join persons on persons.id = attendances.person_id
join meetings on meetings.id = attendances.meeting_id
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = meetings.body_id
where (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:gremium = '' or organizations.name like '%' || :gremium || '%')
    and (:jahr = '' or substr(meetings.start, 1, 4) = :jahr)
group by persons.id, organizations.id
order by Kommune, Gremium, Anwesend desc, Person
