-- title: Was wurde abgewiesen, und warum?
-- description: Dateien, die nicht aufgenommen wurden, und zweifelhafte Stellen, jeweils mit dem, was zu tun ist. Abgewiesenes zuerst.
-- for: Verwaltung
select
    issues.level as Schwere,
    issues.stage as Stufe,
    hinweis(issues.message) as Meldung,
    abhilfe(issues.message, issues.advice) as "Was tun",
    issues.address as Herkunft,
    imports.started_at as Lauf,
    case when issues.document_id in (select id from documents)
        then '/dokument/' || issues.document_id || coalesce('#z-' || issues.start, '') end as Stelle
from issues
left join imports on imports.id = issues.import_id
where (:meldung = '' or issues.message like '%' || :meldung || '%' or hinweis(issues.message) like '%' || :meldung || '%'
    or issues.address like '%' || :meldung || '%')
order by issues.level, imports.started_at desc, issues.address, issues.start
