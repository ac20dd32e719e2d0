"""An app for sign-in codes, and signing in through the door as staff do."""

import base64
import time

from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from directory.models import User

STEP_SECONDS = 30


def app_code(key: str, *, steps: int = 0) -> str:
    """Return what an app with this key (hex) shows now, or some half minutes later or earlier."""
    clock = TOTP(bytes.fromhex(key))
    clock.time = time.time() + steps * STEP_SECONDS
    return f"{clock.token():06}"


def with_app(user: User) -> str:
    """Give somebody an app; return its key."""
    return str(TOTPDevice.objects.create(user=user, name="app").key)


def type_password(client: Client, user: User, password: str, **fields: str) -> str:
    """Sign in as far as the password goes; return where that leads."""
    data = {"username": user.username, "password": password, **fields}
    return str(client.post("/en/desk/", data).headers["Location"])


def is_in(client: Client) -> bool:
    """Tell whether the desk knows this browser's owner."""
    return 'name="password"' not in client.get("/en/desk/").content.decode()


def app_code_of_base32(typed: str) -> str:
    """Return what an app shows now whose key was typed or scanned, e.g. "JBSWY3DP…"."""
    return app_code(base64.b32decode(typed).hex())
