"""The site with addresses that fail: served instead of config.wsgi to see what readers then see."""

from django.conf import settings

from config.wsgi import application

settings.ROOT_URLCONF = "tests.site_pages.views.failing_urls"

__all__ = ["application"]
