"""How the shipped tagger was made: `python -m training --data DIR --out DIR`."""
