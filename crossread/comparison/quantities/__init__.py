"""Numbers and dates that several articles give of the same thing."""
