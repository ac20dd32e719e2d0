"""What the log holds, and what it never repeats."""

from typing import Any

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.log_words.WithoutSecrets",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "axes": {"level": "ERROR"},
        "csp.checks": {"level": "ERROR"},
        # It repeats the numbers it writes to; what it says is read where it is asked.
        "apprise": {"handlers": ["nowhere"], "level": "WARNING", "propagate": False},
        # They tell of every task and every page saved: hundreds of lines while loading.
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}
