"""Tests of the services of messages."""
