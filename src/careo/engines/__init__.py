"""Heavy or foreign parts behind small protocols; stages take them as arguments and never choose them."""
