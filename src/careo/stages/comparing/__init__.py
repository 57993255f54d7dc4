"""What `compare` and `align` ask of two statements: how likely they tell one thing, and how each slot stands."""
