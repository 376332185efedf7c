-- title: Bestand nach Kommune
-- description: Wie viele Dokumente, Äußerungen und Beschlüsse es je Kommune gibt und welche Zeit sie abdecken.
-- for: Forschung
select
    bodies.name as Kommune,
    bodies.product as Produkt,
    count(*) as Dokumente,
    sum((select count(*) from statements
        where statements.document_id = documents.id and statements.double_of is null)) as Äußerungen,
    sum((select count(*) from decisions
        where decisions.document_id = documents.id and decisions.double_of is null)) as Beschlüsse,
    min(documents.date) as Von,
    max(documents.date) as Bis
from documents
left join bodies on bodies.id = documents.body_id
where (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by bodies.id
order by Dokumente desc, Kommune
