"""What articles call the same act, body, place or person."""
