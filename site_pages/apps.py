"""The site_pages app."""

from importlib import import_module

from django.apps import AppConfig


class SitePagesConfig(AppConfig):
    """Pages written by editors, and the frame around every page."""

    name = "site_pages"

    def ready(self) -> None:
        """Listen to Wagtail from the start: it reads its hooks only when something asks for one."""
        import_module("site_pages.wagtail_hooks")
