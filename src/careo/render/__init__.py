"""The wall, outward: what careo shows to people and hands to other programs.

Its rooms from the ground up, each importing only those before it: `wording` (words in the reader's language), `drawing`
(where lines stand on paper) and `sealing` (the page as a proof); `quoting` (reports letter for letter); `pictures` and
`sections` (what the page draws and tells); `page` (all of it in one file); `export` (other formats).
"""
