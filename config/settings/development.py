"""A developer's own machine: everything optional, nothing secret."""

from config.settings.base import *  # noqa: F403
from config.settings.base import ALLOWED_HOSTS, DEMO, SECRET_KEY, VAR_DIR, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = SECRET_KEY or "development-only-key-that-protects-nothing-at-all-0000"
ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
DEMO = DEMO
VAR_DIR.mkdir(parents=True, exist_ok=True)
