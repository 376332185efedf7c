-- title: Vorlagen, die zu anderen gehören
-- description: Welche Vorlage eine frühere ersetzt, überarbeitet, ergänzt, ändert oder fortführt, nach ihrer Nummer oder im Wortlaut.
-- for: Recherche
select distinct
    later.reference as Vorlage,
    later.name as Betreff,
    paper_relations.kind as "Verhältnis",
    earlier.reference as "Frühere Vorlage",
    bodies.name as Kommune,
    min('/dokument/' || paper_relations.document_id || '#z-' || paper_relations.start) as Stelle
from paper_relations
join papers as later on later.id = paper_relations.paper_id
join papers as earlier on earlier.id = paper_relations.related_id
left join bodies on bodies.id = later.body_id
where (:vorlage = ''
        or later.reference like '%' || :vorlage || '%'
        or earlier.reference like '%' || :vorlage || '%')
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
group by later.id, earlier.id, paper_relations.kind
order by Kommune, earlier.reference, later.reference
