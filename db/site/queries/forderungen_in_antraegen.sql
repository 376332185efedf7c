-- title: Forderungen in Anträgen
-- description: Was Anträge fordern, Punkt für Punkt, mit Antragstellern und dem, der handeln soll.
-- for: Recherche
select
    documents.date as Datum,
    bodies.name as Kommune,
    documents.title as Antrag,
    (
        select group_concat(organizations.name, ', ')
        from document_organizations
        join organizations on organizations.id = organization_id
        where document_organizations.document_id = documents.id and role = 'applicant'
    ) as Antragsteller,
    demands.addressee as An,
    demands.position as Punkt,
    demands.text as Wortlaut,
    '/dokument/' || demands.document_id || '#g-' || demands.id as Stelle
from demands
join documents on documents.id = demands.document_id
left join bodies on bodies.id = documents.body_id
where documents.current
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
order by Datum desc, demands.document_id, Punkt
