"""How staff sign in: one door, a password, a second step, and a brake on guessing."""

from typing import Any

AUTH_USER_MODEL = "directory.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Mobile networks put thousands behind one address: lock the account, never the address.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_CALLABLE = "events.desk.views.locked_out"
AXES_IPWARE_PROXY_COUNT = 0
AXES_VERBOSE = False

OTP_TOTP_ISSUER = "Hamqadam"
# After so long staff sign in anew, whatever they do.
STAFF_SESSION_SECONDS = 12 * 60 * 60

# One door for everybody: signing in, passwords and accounts are the desk's.
WAGTAILADMIN_LOGIN_URL = "/en/desk/"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
