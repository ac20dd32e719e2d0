"""Tests of planning: warnings, many drafts, another year again, undo."""
