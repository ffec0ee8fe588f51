"""Quotations several articles carry: found, aligned word by word, their differences classed."""
