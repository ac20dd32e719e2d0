"""The pages of the print shop that everybody may open."""
