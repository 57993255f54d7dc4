"""What `extract` asks of a sentence: what the tagger and the syntax say for and against a statement."""
