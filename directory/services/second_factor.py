"""The second factor: an app's code, and ten recovery codes for the day the phone is lost."""

import secrets
import time

from django.db import transaction
from django_otp import verify_token
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from directory.errors import WrongCode
from directory.models import User
from directory.rules import (
    APP_CODE_LENGTH,
    RECOVERY_CODE_COUNT,
    RECOVERY_CODE_LENGTH,
    recovery_fingerprint,
)
from directory.selectors import second_factor_of

TOLERANCE = 1


def new_key() -> str:
    """Return a key for an app: 20 random bytes in hex."""
    return secrets.token_hex(20)


@transaction.atomic
def set_up_second_factor(*, user: User, key: str, code: str) -> tuple[Device, list[str]]:
    """Keep an app's key once it has shown a right code; return it and ten recovery codes.

    What was set up before is gone, recovery codes included. Raises WrongCode.
    """
    clock = TOTP(bytes.fromhex(key), drift=0)
    clock.time = time.time()
    if len(code) != APP_CODE_LENGTH or not clock.verify(int(code), TOLERANCE):
        raise WrongCode
    # One at a time for one person: two tabs must not leave two apps behind.
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    forget_second_factor(user=user)
    device = TOTPDevice.objects.create(
        user=user, name="app", key=key, last_t=clock.t(), drift=clock.drift
    )
    return device, make_recovery_codes(user=user)


@transaction.atomic
def make_recovery_codes(*, user: User) -> list[str]:
    """Make ten codes that open the account once each; only fingerprints of them are kept."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery codes")
    codes = [
        f"{secrets.randbelow(10**RECOVERY_CODE_LENGTH):0{RECOVERY_CODE_LENGTH}}"
        for _number in range(RECOVERY_CODE_COUNT)
    ]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=recovery_fingerprint(user.pk, code)) for code in codes
    )
    return codes


def pass_second_factor(*, user: User, code: str) -> Device:
    """Take an app's code or a recovery code, each once only; return what it belongs to.

    Raises WrongCode. After a wrong code the library takes none for a second, then two, four, …
    """
    is_recovery = len(code) == RECOVERY_CODE_LENGTH
    factor = second_factor_of(user)
    device = factor.recovery if is_recovery else factor.app
    if device is None:
        raise WrongCode
    typed = recovery_fingerprint(user.pk, code) if is_recovery else code
    passed = verify_token(user, device.persistent_id, typed)
    if passed is None:
        raise WrongCode
    return passed


def forget_second_factor(*, user: User) -> None:
    """Forget app and recovery codes: the next signing in sets up a new app."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
