"""Numbers as written: in digits, in words, vague; what bounds them, what they count, and in which unit."""
