"""The verbs, one file each, and the rooms of what they ask."""
