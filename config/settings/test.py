"""The test suite: SQLite file or the PostgreSQL named by DATABASE_URL, no network."""

import sys
from pathlib import Path
from typing import Any

from config.settings.base import *  # noqa: F403
from config.settings.base import BASE_DIR, DATABASES, TEMPLATES, VAR_DIR, env

DEBUG = False
DEMO = True
SECRET_KEY = "test-only-key-test-only-key-test-only-key-test-only-key"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
AXES_ENABLED = False
# Most tests are about other things than signing in; those that are not set this anew.
SECOND_FACTOR_EXCUSES = "everybody"
# Tests travel in time.
STAFF_IDLE_SECONDS = STAFF_SESSION_SECONDS = 100 * 365 * 24 * 60 * 60
MEDIA_ROOT = VAR_DIR / "test" / "media"
if not env.str("DATABASE_URL", default=""):
    # Tests work on copies (tests/conftest.py); nothing may touch the database of `make run`.
    DATABASES["default"]["NAME"] = ":memory:"
# No test is about speed: on a busy machine twenty that queue for a row wait long.
if DATABASES["default"]["ENGINE"] == "config.postgresql":
    DATABASES["default"]["OPTIONS"]["options"] = (
        "-c lock_timeout=120000 -c statement_timeout=150000"
    )
else:
    DATABASES["default"]["OPTIONS"]["timeout"] = 120


class MissingVariable(Exception):
    """One of our templates asked for something its view did not give."""


class InvalidString(str):
    """Django's string_if_invalid, made to fail our own templates and leave Wagtail's alone.

    Django asks whether this string is true just before it prints it; that is the one moment at
    which the expression and the template are both at hand, in the caller's frame.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        """Raise MissingVariable inside templates/, unless a default filter says it may miss."""
        caller = sys._getframe(1).f_locals
        expression, context = caller.get("self"), caller.get("context")
        template: Any = getattr(getattr(context, "render_context", None), "template", None)
        origin = Path(str(getattr(getattr(template, "origin", None), "name", "")))
        if origin.is_relative_to(BASE_DIR / "templates") and not _may_miss(expression):
            raise MissingVariable(f"{getattr(expression, 'token', '?')} in {origin.name}")
        return False


def _may_miss(expression: Any) -> bool:
    names = {filter_.__name__ for filter_, _ in getattr(expression, "filters", ())}
    return bool(names & {"default", "default_if_none"})


TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = InvalidString()
