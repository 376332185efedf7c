-- title: Was wurde aus den Anträgen der Fraktionen?
-- description: Anträge und andere Drucksachen je Urheber, Fraktionen zuerst, mit der Zahl ihrer Beratungen und dem letzten bekannten Ergebnis. „urheber“ ist ein Teil des Namens. Nur Drucksachen, bei denen der Urheber dasteht.
-- for: Forschung
with stations as (
    select
        consultations.paper_id,
        meetings.start,
        coalesce(
            nullif(nullif(consultations.outcome, 'unknown'), 'none'), agenda_items.outcome, consultations.outcome
        ) as outcome
    from consultations
    left join agenda_items on agenda_items.id = consultations.agenda_item_id
    left join meetings on meetings.id = coalesce(consultations.meeting_id, agenda_items.meeting_id)
), last as (
    select paper_id, outcome from (
        select paper_id, outcome, row_number() over (partition by paper_id order by start desc) as place
        from stations where outcome is not null
    ) where place = 1
)
select
    bodies.name as Kommune,
    papers.originator as Urheber,
    count(*) as Drucksachen,
    sum((select count(*) from stations where stations.paper_id = papers.id)) as Beratungen,
    coalesce(sum(last.outcome in ('accepted', 'accepted_amended')), 0) as Angenommen,
    coalesce(sum(last.outcome = 'rejected'), 0) as Abgelehnt,
    coalesce(sum(last.outcome = 'noted'), 0) as "Zur Kenntnis genommen",
    coalesce(sum(last.outcome in ('deferred', 'referred')), 0) as "Vertagt oder verwiesen",
    coalesce(sum(last.outcome in ('withdrawn', 'settled')), 0) as "Zurückgezogen oder erledigt",
    sum(coalesce(last.outcome, 'none') in ('none', 'unknown')) as "Ohne bekanntes Ergebnis",
    min(papers.date) as Von,
    max(papers.date) as Bis
from papers
left join last on last.paper_id = papers.id
left join bodies on bodies.id = papers.body_id
where papers.originator is not null
    and (:urheber = '' or papers.originator like '%' || :urheber || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by bodies.id, papers.originator
order by papers.originator not like '%frakti%', Drucksachen desc, Urheber
