"""Plain tools for any language: languages, sentences, quotes, figures, dates, names; `lang/` holds the words."""
