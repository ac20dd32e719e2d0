"""When to send again, whom never to write to, what a header and a text may hold."""
