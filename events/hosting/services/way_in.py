"""The one link by which a new host chooses a password; the seam to the desk's own invitations."""

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from directory.models import User

BETWEEN = "."


def issue_way_in(*, user: User) -> str:
    """Return a token for one account; it ends when it is used, and after PASSWORD_RESET_TIMEOUT.

    Nothing is stored: it is signed, and worth nothing once the password has changed.
    """
    name = urlsafe_base64_encode(force_bytes(user.pk))
    return f"{name}{BETWEEN}{default_token_generator.make_token(user)}"


def user_of_way_in(token: str) -> User | None:
    """Return whose token this is while it can be used, or nobody."""
    name, _between, proof = token.partition(BETWEEN)
    try:
        number = int(urlsafe_base64_decode(name).decode("ascii"))
        user = User.objects.filter(pk=number, is_active=True).first()
        is_good = user is not None and default_token_generator.check_token(user, proof)
    except (ValueError, OverflowError):
        # Half a character, or a number no database holds.
        return None
    return user if is_good else None


@transaction.atomic
def choose_password(*, user: User, password: str) -> None:
    """Write the password its owner chose; the link that led here ends with it."""
    user.set_password(password)
    user.save(update_fields=["password"])
