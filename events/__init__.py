"""Walks and seminars: events, registration, calendar and the organisers' desk."""
