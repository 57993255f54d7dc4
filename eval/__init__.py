"""How good: measures on annotated sets, and floors that may only rise."""
