"""People, bodies, places, numbers and dates: each one thing over the set."""
