"""Tests of what every kind of application does, each run against every kind."""
