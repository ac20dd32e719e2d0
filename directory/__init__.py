"""What everybody refers to: cities, helplines, the image model and the staff user."""
