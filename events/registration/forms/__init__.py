"""Forms of registration: signing up, and what its holder changes afterwards."""

from events.registration.forms.register import RegistrationForm

__all__ = ["RegistrationForm"]
