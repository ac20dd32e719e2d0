"""PostgreSQL as Django knows it, with a question less in every request."""
