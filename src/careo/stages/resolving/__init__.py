"""The parts of `resolve`: names of one report, names of different reports, and a few new ones in a large desk."""
