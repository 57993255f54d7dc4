"""The only room with a database."""
