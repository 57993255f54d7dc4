"""What a person says, as Decisions: checked against the desk before they are kept."""
