-- title: Wer spricht wie viel?
-- description: Äußerungen, Zeichen und Sitzungen je Person. Gezählt wird, was die Niederschrift wiedergibt, nicht die Redezeit. Äußerungen ohne sicheren Sprecher fehlen.
-- for: Forschung
select
    coalesce(persons.name, statements.speaker_name) as Wer,
    bodies.name as Kommune,
    count(*) as Äußerungen,
    sum(length(statements.text)) as Zeichen,
    count(distinct coalesce(agenda_items.meeting_id, documents.meeting_id, documents.id)) as Sitzungen,
    min(documents.date) as Von,
    max(documents.date) as Bis
from statements
join documents on documents.id = statements.document_id
left join agenda_items on agenda_items.id = statements.agenda_item_id
left join statement_speakers on statement_speakers.statement_id = statements.id
left join persons on persons.id = statement_speakers.person_id
left join bodies on bodies.id = documents.body_id
where statements.double_of is null
    and statements.speaker_name is not null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(documents.date, 1, 4) = :jahr)
group by coalesce(persons.id, statements.speaker_name), bodies.id
order by Äußerungen desc, Wer
