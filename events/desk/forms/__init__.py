"""What organisers type at the desk."""
