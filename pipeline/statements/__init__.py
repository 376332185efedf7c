"""Who said what: one finding per sentence that reports or quotes somebody's words."""
