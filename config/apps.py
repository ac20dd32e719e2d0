"""The app that holds the commands spanning all others."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Registers the project itself, for its management commands."""

    name = "config"
