-- title: Einwohnerfragestunden
-- description: Was in Einwohner- und Bürgerfragestunden zur Sprache kam. Namen von Privatpersonen sind nicht veröffentlicht.
-- for: Recherche
select
    substr(meetings.start, 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    agenda_items.title as Tagesordnungspunkt,
    statements.speaker_name as Wer,
    statements.text as Wortlaut,
    coalesce(
        '/dokument/' || statements.document_id || '#a-' || statements.id,
        '/dokument/' || agenda_items.document_id || '#top-' || agenda_items.id
    ) as Stelle
from agenda_items
left join meetings on meetings.id = agenda_items.meeting_id
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = meetings.body_id
left join statements on statements.agenda_item_id = agenda_items.id and statements.double_of is null
where agenda_items.public = 1
    and (agenda_items.title like '%einwohner%frag%'
        or agenda_items.title like '%bürger%frag%'
        or agenda_items.title like '%frag%einwohner%'
        or agenda_items.title like '%frag%bürger%'
        or agenda_items.title like '%fragestunde%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
    and (:jahr = '' or substr(meetings.start, 1, 4) = :jahr)
order by Datum desc, agenda_items.id, statements.start
