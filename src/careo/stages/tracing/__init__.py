"""What `trace` asks of two reports: words that stand in both, translations, and outlets that are named."""
