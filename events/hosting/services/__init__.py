"""What hosting writes: applications, their decision, the way in, and their end."""
