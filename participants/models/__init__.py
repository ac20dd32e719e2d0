"""People's contact details, consents, links and the log of lists that left."""

from participants.models.audit import AuditEntry
from participants.models.contact import Consent, Contact, OwnLink
from participants.models.throttle import ThrottleCount

__all__ = ["AuditEntry", "Consent", "Contact", "OwnLink", "ThrottleCount"]
