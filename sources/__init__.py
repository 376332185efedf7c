"""Where minutes come from: files, folders, archives and council information systems, read into records and text."""
