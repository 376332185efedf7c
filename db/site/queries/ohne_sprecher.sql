-- title: Äußerungen ohne sicheren Sprecher
-- description: Stellen, an denen nicht sicher zu sagen ist, wer sprach, nur eine Rolle dasteht, mehrere Personen den Namen tragen oder die Zuordnung unter der gewünschten Sicherheit liegt (leer: 0.75). Zum Nachsehen von Hand.
-- for: Verwaltung
select
    bodies.name as Kommune,
    documents.title as Dokument,
    statements.speaker as "Sprecher (Wortlaut)",
    statements.speaker_name as Wer,
    statements.speaker_note as Hinweis,
    statements.text as Wortlaut,
    statements.confidence as Sicherheit,
    statements.rule as Regel,
    statements.evidence as Beleg,
    '/dokument/' || statements.document_id || '#a-' || statements.id as Stelle
from statements
join documents on documents.id = statements.document_id
left join bodies on bodies.id = documents.body_id
where statements.double_of is null
    and (statements.speaker_name is null
        or statements.speaker_note in ('mehrere Personen dieses Namens', 'nur die Rolle genannt')
        or statements.confidence < cast(coalesce(nullif(replace(:sicherheit, ',', '.'), ''), '0.75') as real))
    and (:kommune = '' or bodies.name like '%' || :kommune || '%')
order by statements.confidence, statements.document_id, statements.start
