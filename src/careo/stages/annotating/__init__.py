"""What `annotate` asks: which names are places, and which mentions belong to another one."""
