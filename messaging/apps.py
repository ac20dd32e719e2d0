"""The messaging app."""

from importlib import import_module

from anymail.signals import tracking
from django.apps import AppConfig


class MessagingConfig(AppConfig):
    """The outbox and its channels."""

    name = "messaging"

    def ready(self) -> None:
        """Hear what anymail has to report: the one signal there is no other way around."""
        views = import_module("messaging.views")
        tracking.connect(views.on_email_event, dispatch_uid="messaging.views.on_email_event")
