"""Help, leaving, errors, the entrance, and pages of the CMS."""
