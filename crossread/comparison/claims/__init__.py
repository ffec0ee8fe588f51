"""Sentences of several articles that report the same thing, and how their tellings differ."""
