"""What fills the slots of a statement beside names: figures and what they cover, laws, equipment, a person's own."""
