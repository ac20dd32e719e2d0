"""The app that holds the commands spanning all others."""

from django.apps import AppConfig, apps
from django.conf import settings

from config.more_languages import lend_words


class ConfigConfig(AppConfig):
    """Registers the project itself, for its management commands."""

    name = "config"

    def ready(self) -> None:
        """Let a third language read what is written in pairs."""
        lend_words(apps.get_models(), dict(settings.LANGUAGES))
