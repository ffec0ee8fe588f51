"""What the metrics look for where that takes more than a list: acts and agents, doubt, the future, claims, replies."""
