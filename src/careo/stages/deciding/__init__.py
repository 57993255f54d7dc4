"""What a person decided and corrected, laid over what was read and found."""
