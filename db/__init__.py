"""What is kept: the records, the store (the only writer), the published copy and the site that shows it."""
