"""Who signed up: contact details, consent, own links and the audit log."""
