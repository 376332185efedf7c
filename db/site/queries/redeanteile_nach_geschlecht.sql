-- title: Redeanteile nach Geschlecht und Fraktion
-- description: Äußerungen der Frauen und Männer je Fraktion, mit ihrem Anteil an der Fraktion. Das Geschlecht steht nur da, wo Anrede oder Amt es sagen; die Fraktion ist die des Tages. Was mehrere gemeinsam sagten, zählt bei jeder Person.
-- for: Forschung
select
    bodies.name as Kommune,
    coalesce(statement_speakers.on_behalf_of, attendances.on_behalf_of, '(keine genannt)') as Fraktion,
    case persons.gender when 'f' then 'Frauen' when 'm' then 'Männer' else 'ohne Angabe' end as Geschlecht,
    count(distinct coalesce(persons.same_as, persons.id)) as Personen,
    count(*) as Äußerungen,
    round(100.0 * count(*) / sum(count(*)) over (
        partition by bodies.id, coalesce(statement_speakers.on_behalf_of, attendances.on_behalf_of, '(keine genannt)')
    ), 1) as "Anteil in %",
    round(1.0 * count(*) / count(distinct coalesce(persons.same_as, persons.id)), 1) as "Äußerungen je Person",
    sum(length(statements.text)) as Zeichen
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
group by bodies.id, Fraktion, Geschlecht
order by Kommune, Fraktion = '(keine genannt)', Fraktion, Äußerungen desc
