"""Plain tools for any language; `lang/` holds the words. Flat here: letters, words, sentences, word lists."""
