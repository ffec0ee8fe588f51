"""From what a user names (files, folders, patterns, addresses, feeds) to the articles of a report."""
