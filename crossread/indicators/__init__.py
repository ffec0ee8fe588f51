"""What the metrics look for where that takes more than a list: acts, doubt, the future, claims, replies, tone."""
