-- title: Wie eindeutig wird abgestimmt?
-- description: Ausgezählte Abstimmungen nach dem Anteil der Ja-Stimmen an Ja und Nein. Nur Abstimmungen, bei denen beide Zahlen dastehen.
-- for: Forschung
select
    bodies.name as Kommune,
    case
        when decisions.votes_no = 0 then 'ohne Gegenstimme'
        when decisions.votes_yes = 0 then 'ohne Ja-Stimme'
        when 4 * decisions.votes_yes >= 3 * (decisions.votes_yes + decisions.votes_no) then 'mindestens drei Viertel Ja'
        when decisions.votes_yes > decisions.votes_no then 'Mehrheit Ja'
        when decisions.votes_yes = decisions.votes_no then 'Stimmengleichheit'
        else 'Mehrheit Nein'
    end as Mehrheit,
    count(*) as Abstimmungen,
    round(100.0 * count(*) / sum(count(*)) over (partition by bodies.id), 1) as "Anteil in %",
    sum(coalesce(decisions.votes_abstain, 0) > 0) as "Davon mit Enthaltungen",
    min('/dokument/' || decisions.document_id || '#b-' || decisions.id) as Stelle
from decisions
join documents on documents.id = decisions.document_id
left join agenda_items on agenda_items.id = decisions.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where decisions.double_of is null
    and decisions.votes_yes is not null
    and decisions.votes_no is not null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(coalesce(meetings.start, documents.date), 1, 4) = :jahr)
group by bodies.id, Mehrheit
order by Kommune, Abstimmungen desc
