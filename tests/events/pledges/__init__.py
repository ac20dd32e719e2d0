"""Looking after pledges at the desk."""
