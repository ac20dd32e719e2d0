"""What people's rows promise by themselves."""
