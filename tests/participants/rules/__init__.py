"""Rules of people's details."""
