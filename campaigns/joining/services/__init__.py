"""What joining writes: applications, their answer, and their end."""
