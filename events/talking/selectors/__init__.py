"""What messages from the desk and the send queue ask of the database."""
