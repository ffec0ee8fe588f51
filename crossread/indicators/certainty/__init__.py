"""Whether a word of certainty counts where it stands: what `metrics/hedging.py` marks goes through here."""
