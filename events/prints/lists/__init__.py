"""What every print says of its event, in one language or two."""
