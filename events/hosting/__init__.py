"""Hosting a walk: anybody applies, the campaign approves, the host runs that event alone."""
