"""The pages of planning, at the desk."""
