-- title: Meistzitierte Gesetze
-- description: Paragrafen, auf die sich Niederschriften berufen, mit einer Beispielstelle.
-- for: Forschung
select
    citations.normalized as Zitat,
    citations.kind as Art,
    count(*) as Anzahl,
    count(distinct citations.document_id) as Dokumente,
    count(distinct documents.body_id) as Kommunen,
    min('/dokument/' || citations.document_id || '#c-' || citations.id) as Stelle
from citations
join documents on documents.id = citations.document_id
left join bodies on bodies.id = documents.body_id
where citations.kind in ('law', 'statute')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by citations.normalized, citations.kind
order by Anzahl desc, Zitat
