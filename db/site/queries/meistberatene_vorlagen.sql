-- title: Am häufigsten beratene Vorlagen
-- description: Drucksachen nach der Zahl ihrer Beratungen und der Zeit zwischen der ersten und der letzten.
-- for: Forschung
select
    bodies.name as Kommune,
    papers.reference as Vorlage,
    papers.name as Betreff,
    papers.paper_type as Art,
    count(*) as Beratungen,
    count(distinct meetings.organization_id) as Gremien,
    min(substr(meetings.start, 1, 10)) as Zuerst,
    max(substr(meetings.start, 1, 10)) as Zuletzt,
    cast(julianday(max(substr(meetings.start, 1, 10)))
        - julianday(min(substr(meetings.start, 1, 10))) as integer) as Tage
from papers
join consultations on consultations.paper_id = papers.id
left join agenda_items on agenda_items.id = consultations.agenda_item_id
left join meetings on meetings.id = coalesce(consultations.meeting_id, agenda_items.meeting_id)
left join bodies on bodies.id = papers.body_id
where (:vorlage = ''
        or papers.reference like '%' || :vorlage || '%'
        or papers.name like '%' || :vorlage || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by papers.id
order by Beratungen desc, Tage desc, Kommune, Vorlage
