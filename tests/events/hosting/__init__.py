"""Tests of hosting: applying, deciding, coming in, forgetting."""
