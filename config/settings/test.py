"""The test suite: SQLite file or the PostgreSQL named by DATABASE_URL, no network."""

from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES, TEMPLATES, VAR_DIR

DEBUG = False
DEMO = True
SECRET_KEY = "test-only-key-test-only-key-test-only-key-test-only-key"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# A missing variable must fail a test rather than print nothing.
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "⁑missing variable: %s⁑"
AXES_ENABLED = False
MEDIA_ROOT = VAR_DIR / "test-media"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
