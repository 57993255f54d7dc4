"""The wall, outward: what careo shows to people and hands to other programs."""
