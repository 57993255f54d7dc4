"""What `group` asks: how near reports are, what tells one apart, and the record of a story."""
