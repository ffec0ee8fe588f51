"""What findings over several articles are made from: linked names, aligned words, figures side by side."""
