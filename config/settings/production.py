"""Where people are served; refuses to start half configured."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403
from config.settings.base import ALLOWED_HOSTS, DEMO, SECRET_KEY, SENTRY_DSN, STORAGES

_missing = [
    name
    for name, value in (("SECRET_KEY", SECRET_KEY), ("ALLOWED_HOSTS", ALLOWED_HOSTS))
    if not value
]
if _missing:
    raise ImproperlyConfigured(
        f"With DEBUG=0 these must be set and are missing: {', '.join(_missing)} (see .env.example)"
    )

DEBUG = False
if DEMO and not set(ALLOWED_HOSTS) <= {"127.0.0.1", "localhost", "[::1]", "testserver"}:
    raise ImproperlyConfigured("DEMO=1 serves on this machine only: ALLOWED_HOSTS must be loopback")

STORAGES["staticfiles"] = {
    "BACKEND": "config.static_files.SiteStaticFiles",
}

if SENTRY_DSN:
    import sentry_sdk

    sentry_sdk.init(dsn=SENTRY_DSN, send_default_pii=False, include_local_variables=False)
