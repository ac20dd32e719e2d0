"""How people's details are read, shown and agreed to; pure functions."""
