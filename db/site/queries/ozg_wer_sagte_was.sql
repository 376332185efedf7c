-- title: Wer sagte was zum OZG?
-- description: Äußerungen, in denen das Onlinezugangsgesetz oder einer seiner Begriffe vorkommt.
-- for: Recherche
select
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    statements.speaker_name as Wer,
    statements.text as Wortlaut,
    group_concat(distinct coalesce(ozg_concepts.label, ozg_mentions.concept_id)) as Begriffe,
    '/dokument/' || statements.document_id || '#a-' || statements.id as Stelle
from ozg_mentions
join statements on statements.id = ozg_mentions.statement_id
join documents on documents.id = statements.document_id
left join ozg_concepts on ozg_concepts.id = ozg_mentions.concept_id
left join agenda_items on agenda_items.id = statements.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where statements.double_of is null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:person = '' or statements.speaker_name like '%' || :person || '%')
group by statements.id
order by Datum desc, statements.document_id, statements.start
