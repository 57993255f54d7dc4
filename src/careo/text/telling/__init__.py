"""A sentence that tells something: its clauses, who says it, who plays which part, how sure, and as what type."""
