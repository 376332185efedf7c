-- title: Redeanteile der Fraktionen nach Jahren
-- description: Äußerungen je Fraktion und Jahr, mit ihrem Anteil an allen Äußerungen des Jahres, bei denen eine Fraktion dasteht. Gezählt wird, was die Niederschrift wiedergibt, nicht die Redezeit; was zwei Mitglieder gemeinsam sagten, zählt einmal.
-- for: Forschung
with said as (
    select distinct
        statements.id,
        coalesce(documents.body_id, meetings.body_id) as body_id,
        substr(coalesce(meetings.start, documents.date), 1, 4) as year,
        coalesce(statement_speakers.on_behalf_of, attendances.on_behalf_of) as faction
    from statements
    join statement_speakers on statement_speakers.statement_id = statements.id
    join documents on documents.id = statements.document_id
    left join agenda_items on agenda_items.id = statements.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join attendances
        on attendances.meeting_id = meetings.id and attendances.person_id = statement_speakers.person_id
    where statements.double_of is null
)
select
    bodies.name as Kommune,
    said.year as Jahr,
    said.faction as Fraktion,
    count(*) as Äußerungen,
    round(100.0 * count(*) / sum(count(*)) over (partition by said.body_id, said.year), 1) as "Anteil in %"
from said
left join bodies on bodies.id = said.body_id
where said.faction is not null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or said.year = :jahr)
group by said.body_id, said.year, said.faction
order by Kommune, Jahr, Äußerungen desc
