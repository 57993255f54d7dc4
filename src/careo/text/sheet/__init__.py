"""The printed sheet around a report: masthead, dateline, credits, captions, notes, furniture, and whose it is."""
