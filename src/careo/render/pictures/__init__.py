"""The sections that draw: lines of values, the time line, the map, who did what to whom."""
