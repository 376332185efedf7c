-- title: Wer hat wie viele Aufträge?
-- description: Aufträge, Bitten und Zusagen je Empfänger, mit Fristen. „stichtag“ ist ein Tag (2024-12-31; leer: heute); was davor fällig war, kann längst erledigt sein, die Niederschriften sagen es oft nicht.
-- for: Forschung
select
    bodies.name as Kommune,
    coalesce(tasks.charged, '(nicht genannt)') as Wer,
    count(*) as Aufträge,
    sum(tasks.kind in ('order', 'authorization')) as "Beauftragt oder ermächtigt",
    sum(tasks.kind in ('request', 'review')) as "Gebeten oder zu prüfen",
    sum(tasks.kind = 'promise') as Zugesagt,
    sum(tasks.deadline_text is not null or tasks.deadline is not null) as "Mit Frist",
    sum(coalesce(tasks.deadline, '9999') < coalesce(nullif(:stichtag, ''), date('now'))) as "Vor dem Stichtag fällig",
    min('/dokument/' || tasks.document_id || '#z-' || tasks.start) as Stelle
from tasks
join documents on documents.id = tasks.document_id
left join agenda_items on agenda_items.id = tasks.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where tasks.double_of is null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by bodies.id, Wer
order by Aufträge desc, Kommune, Wer
