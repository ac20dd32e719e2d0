"""Tags and filters every template knows."""
