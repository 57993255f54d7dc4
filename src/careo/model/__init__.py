"""The nouns: three shelves (seen, inferred, decided), their ids and their one codec."""
