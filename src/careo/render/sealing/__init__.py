"""The page as a proof: what it carries for programs, its digest, and the check of every quotation on it."""
