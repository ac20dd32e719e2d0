"""Tests of what organisers say to the people of an event."""
