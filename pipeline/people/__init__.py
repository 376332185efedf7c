"""Who is named in the running text: persons with name, title, office and faction, and roles that stand for a name."""
