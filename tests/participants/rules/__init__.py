"""The pure rules of people's details."""
