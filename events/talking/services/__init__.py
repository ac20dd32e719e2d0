"""The only writers of messages from the desk and of the send queue."""
