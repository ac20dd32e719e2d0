"""What writes registrations."""
