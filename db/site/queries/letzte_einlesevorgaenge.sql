-- title: Was kam bei den letzten Läufen herein?
-- description: Die Einlesevorgänge mit ihrer Bilanz und der Zahl ihrer Hinweise, der neueste zuerst.
-- for: Verwaltung
select
    imports.started_at as Beginn,
    imports.finished_at as Ende,
    imports.inputs as Eingaben,
    imports.taken as Neu,
    imports.replaced as Ersetzt,
    imports.unchanged as Unverändert,
    imports.refused as Abgewiesen,
    (select count(*) from issues where issues.import_id = imports.id and issues.level = 'warning') as Zweifelhaft
from imports
order by Beginn desc
