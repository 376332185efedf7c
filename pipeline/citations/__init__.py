"""Which papers, laws and local statutes a text cites."""
