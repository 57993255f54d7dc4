"""What the findings of a whole story go by: lifecycles, counts by day, deeds, places."""
