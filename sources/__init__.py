"""Where minutes come from: files, folders, ZIPs, council information systems, read into records and text."""
