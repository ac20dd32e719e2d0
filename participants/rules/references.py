"""How references are made: read aloud at a gate, written by hand on a list."""

import secrets

# No 0, O, 1, I, L or similar.
REFERENCE_ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
REFERENCE_LENGTH = 5


def new_reference(prefix: str) -> str:
    """Return a reference such as "LHE-7K2QF"; whoever stores it makes sure it is unique."""
    letters = (secrets.choice(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH))
    return f"{prefix}-{''.join(letters)}"
