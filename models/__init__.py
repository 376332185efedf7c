"""Our German spaCy pipeline as it is assembled and shipped, and how good it is."""
