"""Tests of the network at the desk."""
