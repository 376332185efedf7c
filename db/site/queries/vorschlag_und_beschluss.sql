-- title: Vorschlag und Beschluss im Vergleich
-- description: Was an Beschlussvorschlägen geändert wurde, ehe sie beschlossen wurden, Stelle für Stelle; unverändert Beschlossenes hat eine Zeile ohne Änderung.
-- for: Recherche
select
    substr(coalesce(meetings.start, documents.date), 1, 10) as Datum,
    bodies.name as Kommune,
    organizations.name as Gremium,
    agenda_items.title as Tagesordnungspunkt,
    papers.reference as Vorlage,
    comparisons.status as Vergleich,
    substr(proposed.text, amendments.proposal_start + 1, amendments.proposal_end - amendments.proposal_start)
        as "Im Vorschlag",
    substr(decided.text, amendments.decision_start + 1, amendments.decision_end - amendments.decision_start)
        as "Im Beschluss",
    '/dokument/' || decisions.document_id || '#z-' || coalesce(amendments.decision_start, comparisons.start) as Stelle
from comparisons
join decisions on decisions.id = comparisons.decision_id
join proposals on proposals.id = comparisons.proposal_id
join texts as decided on decided.document_id = decisions.document_id
join texts as proposed on proposed.document_id = proposals.document_id
join documents on documents.id = decisions.document_id
left join amendments on amendments.decision_id = comparisons.decision_id
    and amendments.proposal_id = comparisons.proposal_id
left join papers on papers.id = proposals.paper_id
left join agenda_items on agenda_items.id = decisions.agenda_item_id
left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
left join organizations on organizations.id = meetings.organization_id
left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
where comparisons.status <> 'different'
    and decisions.double_of is null
    and (:vorlage = '' or papers.reference like '%' || :vorlage || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
order by Datum desc, decisions.document_id, decisions.start, amendments.position
