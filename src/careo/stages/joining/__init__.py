"""Plain tools from links between pairs to groups."""
