"""What a reader is told in words, in the language of the page; nothing here knows a dossier."""
