-- title: Dauer der Sitzungen
-- description: Beginn, Ende und Dauer der Sitzungen, bei denen beides mit Uhrzeit dasteht, mit Tagesordnungspunkten, Äußerungen und Beschlüssen; die längsten zuerst.
-- for: Forschung
select
    substr(meetings.start, 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    substr(meetings.start, 12, 5) as Beginn,
    substr(meetings.end, 12, 5) as Ende,
    cast(round(1440 * (julianday(meetings.end) - julianday(meetings.start))) as integer) as "Dauer in Minuten",
    (select count(*) from agenda_items where agenda_items.meeting_id = meetings.id) as Punkte,
    (select count(*) from statements join agenda_items on agenda_items.id = statements.agenda_item_id
        where agenda_items.meeting_id = meetings.id and statements.double_of is null) as Äußerungen,
    (select count(*) from decisions join agenda_items on agenda_items.id = decisions.agenda_item_id
        where agenda_items.meeting_id = meetings.id and decisions.double_of is null) as Beschlüsse,
    '/sitzung/' || meetings.id as Stelle
from meetings
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = meetings.body_id
where length(meetings.start) >= 16
    and length(meetings.end) >= 16
    and meetings.end >= meetings.start
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:gremium = '' or organizations.name like '%' || :gremium || '%')
    and (:jahr = '' or substr(meetings.start, 1, 4) = :jahr)
order by "Dauer in Minuten" desc, Datum
