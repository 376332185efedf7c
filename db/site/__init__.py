"""The site: a Datasette plugin with German metadata, queries, a search page and a page for every document."""
