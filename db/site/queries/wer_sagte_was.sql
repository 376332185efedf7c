-- title: Wer sagte was zu einem Thema?
-- description: Alle Äußerungen zu einem Stichwort, mit Sprecher, Kommune, Sitzungstag und Stelle. „suche“ versteht Wortformen und Wortteile, haushalt*, "ganze Wendung" und -ohne; leer gelassen zählt jede Äußerung.
-- for: Recherche
select
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    statements.speaker_name as Wer,
    statements.text as Wortlaut,
    statements.kind as Art,
    statements.addressee as "Zu wem",
    agenda_items.title as Tagesordnungspunkt,
    documents.approval as Genehmigung,
    '/dokument/' || statements.document_id || '#a-' || statements.id as Stelle
from statements
join documents on documents.id = statements.document_id
left join agenda_items on agenda_items.id = statements.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where statements.double_of is null
    and (:suche = '' or statements.id in (
        select row_id from search_entries where kind = 'statements' and id in (
            select rowid from search_index where search_index match suchausdruck(:suche)
        )
    ))
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
order by Datum desc, statements.document_id, statements.start
