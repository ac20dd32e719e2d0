"""Tests of joining: applying, answering, forgetting."""
