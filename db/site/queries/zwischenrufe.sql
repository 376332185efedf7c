-- title: Zwischenrufe
-- description: Rufe und Zwischenfragen, die eine Niederschrift im Wortlaut festhält, mit dem, was unmittelbar davor gesagt wurde.
-- for: Recherche
select
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    statements.speaker_name as Wer,
    statements.text as Wortlaut,
    agenda_items.title as Tagesordnungspunkt,
    (
        select before.speaker_name from statements as before
        where before.document_id = statements.document_id and before.start < statements.start
            and before.rule <> 'heckling'
        order by before.start desc limit 1
    ) as "Davor sprach",
    '/dokument/' || statements.document_id || '#a-' || statements.id as Stelle
from statements
join documents on documents.id = statements.document_id
left join agenda_items on agenda_items.id = statements.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where statements.double_of is null
    and statements.rule = 'heckling'
    and (:suche = '' or statements.text like '%' || :suche || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
order by Datum desc, statements.document_id, statements.start
