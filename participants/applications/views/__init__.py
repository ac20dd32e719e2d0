"""The pages of whoever applies: the form, and what stands behind the own link."""
