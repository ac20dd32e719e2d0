"""Many people at once, over real sockets, against real server processes."""
