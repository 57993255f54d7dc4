"""Names and role nouns: what the lexicons say of them, how alike two are, and which of them are places."""
