"""A web page taken apart: its markup read, its text cut into blocks, and what the structure says of each."""
