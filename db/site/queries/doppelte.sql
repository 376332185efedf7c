-- title: Doppelt überlieferte Äußerungen und Beschlüsse
-- description: Was in mehreren Dokumenten derselben Sitzung steht. Gezählt wird nur das erste; hier ist beides zum Vergleich verlinkt.
-- for: Verwaltung
select
    'Äußerung' as Was,
    double.text as Wortlaut,
    documents.title as Dokument,
    '/dokument/' || double.document_id || '#a-' || double.id as "Nicht gezählt",
    '/dokument/' || counted.document_id || '#a-' || counted.id as "Gezählt"
from statements as double
join statements as counted on counted.id = double.double_of
join documents on documents.id = double.document_id
union all
select
    'Beschluss',
    double.text,
    documents.title,
    '/dokument/' || double.document_id || '#b-' || double.id,
    '/dokument/' || counted.document_id || '#b-' || counted.id
from decisions as double
join decisions as counted on counted.id = double.double_of
join documents on documents.id = double.document_id
