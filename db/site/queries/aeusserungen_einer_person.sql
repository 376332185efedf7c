-- title: Äußerungen einer Person
-- description: Was eine Person laut Niederschrift sagte, die neuesten zuerst. „person“ ist ein Name oder ein Teil davon, auch eine Rolle (Bürgermeister).
-- for: Recherche
select
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    coalesce(persons.name, statements.speaker_name) as Wer,
    statement_speakers.on_behalf_of as Fraktion,
    statement_speakers.role as Amt,
    statements.text as Wortlaut,
    statements.kind as Art,
    statements.addressee as "Zu wem",
    bodies.name as Kommune,
    organizations.name as Gremium,
    agenda_items.title as Tagesordnungspunkt,
    '/dokument/' || statements.document_id || '#a-' || statements.id as Stelle
from statements
join documents on documents.id = statements.document_id
left join statement_speakers on statement_speakers.statement_id = statements.id
left join persons on persons.id = statement_speakers.person_id
left join persons as same on same.id = persons.same_as
left join agenda_items on agenda_items.id = statements.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where statements.double_of is null
    and statements.speaker_name is not null
    and (:person = ''
        or persons.name like '%' || :person || '%'
        or same.name like '%' || :person || '%'
        or statements.speaker_name like '%' || :person || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
order by Datum desc, statements.document_id, statements.start
