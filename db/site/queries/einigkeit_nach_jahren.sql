-- title: Einstimmig oder strittig, Jahr für Jahr
-- description: Wie viele Beschlüsse je Jahr und Gremium einstimmig fielen, wie viele Gegenstimmen hatten und bei wie vielen der Text nichts dazu sagt. Der Anteil gilt für die, bei denen es dasteht.
-- for: Forschung
select
    bodies.name as Kommune,
    organizations.name as Gremium,
    substr(coalesce(meetings.start, documents.date), 1, 4) as Jahr,
    count(*) as Beschlüsse,
    sum(coalesce(decisions.unanimous, 0) = 1) as Einstimmig,
    sum(coalesce(decisions.votes_no, 0) > 0 or coalesce(decisions.unanimous, 1) = 0) as "Mit Gegenstimmen",
    sum(decisions.unanimous is null and coalesce(decisions.votes_no, 0) = 0) as "Nicht vermerkt",
    round(100.0 * sum(coalesce(decisions.unanimous, 0) = 1) / nullif(
        sum(decisions.unanimous is not null or coalesce(decisions.votes_no, 0) > 0), 0
    ), 1) as "Einstimmig in %"
from decisions
join documents on documents.id = decisions.document_id
left join agenda_items on agenda_items.id = decisions.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where decisions.double_of is null
    and decisions.outcome in ('accepted', 'accepted_amended', 'rejected')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:gremium = '' or organizations.name like '%' || :gremium || '%')
group by bodies.id, organizations.id, Jahr
order by Kommune, Gremium, Jahr
