"""What we tell people: the outbox and the channels that carry it."""
