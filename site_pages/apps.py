"""The site_pages app."""

from django.apps import AppConfig


class SitePagesConfig(AppConfig):
    """Pages written by editors, and the frame around every page."""

    name = "site_pages"
