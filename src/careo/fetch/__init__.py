"""The only room with a socket: addresses a person named become one WARC file. Nothing else in careo imports it."""
