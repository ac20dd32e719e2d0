"""Talking to the people of an event: messages from the desk, and what is sent by hand."""
