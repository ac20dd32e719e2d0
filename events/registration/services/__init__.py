"""Registering, waiting, changing and forgetting: the only writers of registrations."""
