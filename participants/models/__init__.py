"""People's contact details, consents, links and the log of lists that left."""

from participants.models.application import Application
from participants.models.audit import AuditEntry
from participants.models.contact import Consent, Contact, OwnLink
from participants.models.throttle import ThrottleCount

__all__ = ["Application", "AuditEntry", "Consent", "Contact", "OwnLink", "ThrottleCount"]
