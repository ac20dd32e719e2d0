"""Settings by place: development, test, production; each starts from base."""
