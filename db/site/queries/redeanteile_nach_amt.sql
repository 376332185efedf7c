-- title: Redeanteile nach Amt
-- description: Wer in welchem Amt oder welcher Rolle wie oft zu Wort kommt: Rat, Vorsitz, Verwaltung, Gäste, so wie das Dokument sie nennt.
-- for: Forschung
select
    bodies.name as Kommune,
    coalesce(statement_speakers.role, attendances.role, '(kein Amt genannt)') as Amt,
    count(distinct coalesce(persons.same_as, persons.id)) as Personen,
    count(*) as Äußerungen,
    round(100.0 * count(*) / sum(count(*)) over (partition by bodies.id), 1) as "Anteil in %",
    count(distinct meetings.id) as Sitzungen
from statements
join statement_speakers on statement_speakers.statement_id = statements.id
join persons on persons.id = statement_speakers.person_id
join documents on documents.id = statements.document_id
left join agenda_items on agenda_items.id = statements.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
left join attendances on attendances.meeting_id = meetings.id and attendances.person_id = persons.id
where statements.double_of is null
    and not persons.private
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
group by bodies.id, Amt
order by Kommune, Äußerungen desc, Amt
