-- title: Wortlaut oder Bericht?
-- description: Wie die Niederschriften einer Kommune Rede wiedergeben: wörtlich, berichtet oder fortgesetzt, mit der mittleren Länge und wie oft ein Sprecher feststeht. Wichtig, ehe man Kommunen vergleicht.
-- for: Forschung
select
    bodies.name as Kommune,
    case statements.kind when 'direct' then 'wörtlich' when 'indirect' then 'berichtet' else 'fortgesetzt' end as Wiedergabe,
    count(*) as Äußerungen,
    round(100.0 * count(*) / sum(count(*)) over (partition by bodies.id), 1) as "Anteil in %",
    round(avg(length(statements.text))) as "Zeichen im Mittel",
    round(100.0 * sum(statements.speaker_name is not null) / count(*), 1) as "Mit Sprecher in %",
    count(distinct statements.document_id) as Dokumente
from statements
join documents on documents.id = statements.document_id
left join agenda_items on agenda_items.id = statements.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where statements.double_of is null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
group by bodies.id, statements.kind
order by Kommune, Äußerungen desc
