"""What a headline names, where the body has it, and which words draw a reader in: for `metrics/headline.py`."""
