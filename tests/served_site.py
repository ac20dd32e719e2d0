"""The site as people meet it: real server processes on a database of their own."""
