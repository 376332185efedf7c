"""What goes before a decision and what follows from it."""
