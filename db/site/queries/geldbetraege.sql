-- title: Geldbeträge in Beschlüssen
-- description: Beträge, die in Beschlüssen stehen, mit ihrer Art, die größten zuerst. „suche“ ist ein Wort aus dem Tagesordnungspunkt.
-- for: Recherche
select
    amounts.cents / 100.0 as Betrag,
    amounts.currency as "Währung",
    amounts.kind as Art,
    amounts.per as Je,
    amounts.text as Wortlaut,
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    agenda_items.title as Tagesordnungspunkt,
    decisions.outcome as Ergebnis,
    '/dokument/' || amounts.document_id || '#z-' || amounts.start as Stelle
from amounts
join decisions on decisions.id = amounts.decision_id
join documents on documents.id = amounts.document_id
left join agenda_items on agenda_items.id = amounts.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where amounts.double_of is null
    and decisions.double_of is null
    and (:suche = '' or agenda_items.title like '%' || :suche || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
order by amounts.cents desc, amounts.document_id, amounts.start
