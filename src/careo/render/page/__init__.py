"""The page itself: the sections in their order, the templates, one self-contained file."""
