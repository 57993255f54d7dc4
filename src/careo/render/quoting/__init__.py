"""A dossier quoted letter for letter: look-ups, sentences with their marks, and what was read in them."""
