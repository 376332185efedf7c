-- title: Beschlusskontrolle: Aufträge, Zusagen und Fristen
-- description: Wer womit bis wann beauftragt wurde oder was zusagte. „suche“ ist ein Wort aus dem Auftrag, leere Felder heißen: alle; was früher fällig ist, steht oben.
-- for: Recherche
select
    tasks.deadline as Frist,
    tasks.deadline_text as "Frist im Wortlaut",
    tasks.kind as Art,
    tasks.charged as Wer,
    tasks.task as Was,
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    agenda_items.title as Tagesordnungspunkt,
    '/dokument/' || tasks.document_id || '#z-' || tasks.start as Stelle
from tasks
join documents on documents.id = tasks.document_id
left join agenda_items on agenda_items.id = tasks.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where tasks.double_of is null
    and (:suche = '' or tasks.text like '%' || :suche || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:gremium = '' or organizations.name like '%' || :gremium || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
order by tasks.deadline is null, tasks.deadline, Datum desc, tasks.document_id, tasks.start
