-- title: Zitate mit Funktion
-- description: Wer in welcher Funktion womit zitiert wird, vor allem in Pressemitteilungen.
-- for: Recherche
select
    documents.date as Datum,
    documents.title as Dokument,
    statements.speaker_name as Wer,
    statements.speaker_function as Funktion,
    statements.kind as Art,
    statements.text as Wortlaut,
    '/dokument/' || statements.document_id || '#a-' || statements.id as Stelle
from statements
join documents on documents.id = statements.document_id
where statements.speaker_function is not null
    and (:person = '' or statements.speaker_name like '%' || :person || '%')
order by Datum desc, statements.document_id, statements.start
