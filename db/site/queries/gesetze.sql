-- title: Gesetze und Satzungen mit ihren Fundstellen
-- description: Jedes zitierte Gesetz und Ortsrecht einmal, mit der Zahl seiner Fundstellen und den meistzitierten Paragrafen.
-- for: Forschung
select
    laws.short as Gesetz,
    laws.name as Name,
    laws.kind as Recht,
    own.name as "Satzung von",
    count(*) as Fundstellen,
    count(distinct citations.normalized) as Paragrafen,
    count(distinct citations.document_id) as Dokumente,
    min('/dokument/' || citations.document_id || '#c-' || citations.id) as Stelle
from laws
join citations on citations.law_id = laws.id
join documents on documents.id = citations.document_id
left join bodies as own on own.id = laws.body_id
left join bodies on bodies.id = documents.body_id
where (:suche = '' or laws.short like '%' || :suche || '%' or laws.name like '%' || :suche || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by laws.id
order by Fundstellen desc, Gesetz
