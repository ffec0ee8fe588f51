"""A PDF's pages as paragraphs: what is shown where, in which order it is read, what belongs together.

    PDF --glyphs--> Run --columns--> Line --furniture, paragraphs--> Paragraph

A PDF knows neither words nor paragraphs, only strings at places. Everything else is inferred here,
from places and sizes alone, so that it holds for any language.
"""
