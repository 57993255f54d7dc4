"""What is handed to other programs, one file a format."""
