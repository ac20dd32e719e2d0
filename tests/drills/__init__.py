"""What must not be lost when something is killed, stopped or locked."""
