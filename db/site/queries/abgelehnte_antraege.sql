-- title: Abgelehnte Anträge
-- description: Abstimmungen, die mit einer Ablehnung endeten, mit dem Wortlaut des Ergebnisses.
-- for: Recherche
select
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    agenda_items.title as Tagesordnungspunkt,
    decisions.text as Wortlaut,
    decisions.votes_yes as Ja,
    decisions.votes_no as Nein,
    decisions.votes_abstain as Enthaltungen,
    '/dokument/' || decisions.document_id || '#b-' || decisions.id as Stelle
from decisions
join documents on documents.id = decisions.document_id
left join agenda_items on agenda_items.id = decisions.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where decisions.double_of is null
    and decisions.outcome = 'rejected'
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
order by Datum desc, decisions.document_id, decisions.start
