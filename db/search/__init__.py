"""German full-text search in plain FTS5: what words share is written into the index, not guessed when asked."""
