-- title: OZG: Leistungen nach Stand
-- description: Wie oft von einer Leistung berichtet wird, dass sie zurückgestellt, offen, in Planung, in Bearbeitung oder abgeschlossen ist.
-- for: Forschung
select
    coalesce(ozg_concepts.label, 'ohne Angabe') as Leistung,
    sum(ozg_facts.value = 'zurückgestellt') as zurückgestellt,
    sum(ozg_facts.value = 'offen') as offen,
    sum(ozg_facts.value = 'in Planung') as "in Planung",
    sum(ozg_facts.value = 'in Bearbeitung') as "in Bearbeitung",
    sum(ozg_facts.value = 'abgeschlossen') as abgeschlossen,
    max(ozg_facts.stated_on) as Zuletzt
from ozg_facts
join documents on documents.id = ozg_facts.document_id
left join bodies on bodies.id = documents.body_id
left join ozg_concepts on ozg_concepts.id = ozg_facts.concept_id
left join statements on statements.id = ozg_facts.statement_id
where ozg_facts.kind = 'status'
    and ozg_facts.stance <> 'demanded'
    and statements.double_of is null
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by ozg_facts.concept_id
order by count(*) desc, Leistung
