"""The sections that tell, each laid out as the plain values that its template is handed."""
