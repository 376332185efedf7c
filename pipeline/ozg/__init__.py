"""What a text has to do with the Onlinezugangsgesetz: concepts, and the deadlines, numbers and systems around it."""
