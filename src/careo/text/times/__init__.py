"""Times: the words of time, a grammar over them, and the dates they give, as EDTF."""
