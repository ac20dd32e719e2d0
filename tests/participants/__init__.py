"""People's details: how they are read, kept and protected."""
