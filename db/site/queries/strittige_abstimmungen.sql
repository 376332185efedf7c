-- title: Knappe und strittige Abstimmungen
-- description: Abstimmungen mit Gegenstimmen, die knappsten zuerst. „Vorsprung“ ist der Abstand von Ja- und Nein-Stimmen. Gezählt wird nur, was als Zahl im Text steht.
-- for: Recherche
select
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    agenda_items.title as Tagesordnungspunkt,
    decisions.outcome as Ergebnis,
    decisions.votes_yes as Ja,
    decisions.votes_no as Nein,
    decisions.votes_abstain as Enthaltungen,
    abs(decisions.votes_yes - decisions.votes_no) as Vorsprung,
    '/dokument/' || decisions.document_id || '#b-' || decisions.id as Stelle
from decisions
join documents on documents.id = decisions.document_id
left join agenda_items on agenda_items.id = decisions.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where decisions.double_of is null
    and decisions.votes_no > 0
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
order by Vorsprung is null, Vorsprung, decisions.votes_no desc, Datum desc
