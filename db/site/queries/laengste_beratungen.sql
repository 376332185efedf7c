-- title: Am längsten beratene Punkte
-- description: Tagesordnungspunkte mit den meisten Äußerungen, mit der Zahl der Personen, die sprachen, und dem Ergebnis.
-- for: Recherche
select
    substr(meetings.start, 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    agenda_items.number as TOP,
    agenda_items.title as Tagesordnungspunkt,
    count(distinct statements.id) as Äußerungen,
    count(distinct statement_speakers.person_id) as Personen,
    agenda_items.outcome as Ergebnis,
    case when agenda_items.document_id is not null
        then '/dokument/' || agenda_items.document_id || '#top-' || agenda_items.id end as Stelle
from agenda_items
join statements on statements.agenda_item_id = agenda_items.id and statements.double_of is null
left join statement_speakers on statement_speakers.statement_id = statements.id
left join meetings on meetings.id = agenda_items.meeting_id
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = meetings.body_id
where (:suche = '' or agenda_items.title like '%' || :suche || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(meetings.start, 1, 4) = :jahr)
group by agenda_items.id
order by Äußerungen desc, Personen desc, Datum desc
