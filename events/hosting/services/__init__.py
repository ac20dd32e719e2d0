"""What hosting writes: applications, their decision, and their end."""
