-- title: Vorlagen und ihr Weg
-- description: Wann und wo eine Vorlage oder ein Antrag beraten wurde und mit welchem Ergebnis. „vorlage“ ist eine Nummer oder ein Wort aus dem Betreff.
-- for: Recherche
select
    papers.reference as Vorlage,
    papers.name as Betreff,
    bodies.name as Kommune,
    substr(meetings.start, 1, 10) as Datum,
    organizations.name as Gremium,
    agenda_items.number as TOP,
    consultations.role as Rolle,
    coalesce(
        nullif(nullif(consultations.outcome, 'unknown'), 'none'), agenda_items.outcome, consultations.outcome
    ) as Ergebnis,
    case when agenda_items.document_id is not null
        then '/dokument/' || agenda_items.document_id || '#top-' || agenda_items.id end as Stelle
from papers
left join consultations on consultations.paper_id = papers.id
left join agenda_items on agenda_items.id = consultations.agenda_item_id
left join meetings on meetings.id = coalesce(consultations.meeting_id, agenda_items.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = papers.body_id
where (:vorlage = ''
        or papers.reference like '%' || :vorlage || '%'
        or papers.name like '%' || :vorlage || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
order by Kommune, papers.reference, meetings.start
