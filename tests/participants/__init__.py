"""Who signed up: fields, phones, keys, consents, services, the log."""
