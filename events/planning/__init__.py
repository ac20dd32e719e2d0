"""Planning many walks at once, and last year’s again: drafts, warnings, undo."""
