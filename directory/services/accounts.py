"""Staff accounts: made, opened with a link, suspended, restored, signed out everywhere."""

import datetime
import secrets
from collections.abc import Sequence

from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.db.models import F
from wagtail.users.models import UserProfile

from directory.errors import LinkNotUsable, UsernameTaken
from directory.models import AccountLink, User
from directory.rules import LINK_LIFETIME, link_hash
from directory.selectors import usable_link


@transaction.atomic
def create_staff(
    *,
    username: str,
    password: str | None,
    groups: Sequence[str],
    language: str,
    is_superuser: bool = False,
) -> User:
    """Make an account with its groups, and the profile that keeps the CMS in English.

    Without the profile Wagtail turns right-to-left around English words for a browser that
    asks for Urdu. `language` is that of the desk: "ur" or "en". Without a password nobody can
    sign in until a link was used to choose one.
    """
    user = User(username=username, language=language, is_superuser=is_superuser)
    user.is_staff = is_superuser
    user.set_password(password)
    user.save()
    user.groups.set(Group.objects.filter(name__in=groups))
    UserProfile.objects.create(user=user, preferred_language="en", current_time_zone="Asia/Karachi")
    return user


@transaction.atomic
def invite_staff(
    *, username: str, name: str, email: str, groups: Sequence[str], language: str
) -> User:
    """Make an account that nobody can use before its link was opened.

    Raises UsernameTaken.
    """
    try:
        with transaction.atomic():
            user = create_staff(username=username, password=None, groups=groups, language=language)
    except IntegrityError as error:
        raise UsernameTaken(username) from error
    is_latin = name.isascii()
    user.first_name, user.name_ur = (name, "") if is_latin else ("", name)
    user.email = email
    user.save(update_fields=["first_name", "name_ur", "email"])
    return user


@transaction.atomic
def issue_account_link(*, user: User, now: datetime.datetime) -> str:
    """Make the one link that opens an account, and return its token: readable this once only.

    Links made before open nothing any more.
    """
    AccountLink.objects.filter(user=user, used_at__isnull=True).delete()
    token = secrets.token_urlsafe(32)
    AccountLink.objects.create(
        user=user, token_hash=link_hash(token), created_at=now, expires_at=now + LINK_LIFETIME
    )
    return token


@transaction.atomic
def choose_password(*, link_id: int, password: str, now: datetime.datetime) -> User:
    """Set the password of the account a link opens, and end every session of it.

    Raises LinkNotUsable when somebody used the link meanwhile, or it ran out.
    """
    link = usable_link(now).filter(pk=link_id).select_related("user").first()
    is_first = AccountLink.objects.filter(pk=link_id, used_at__isnull=True).update(used_at=now)
    if link is None or not is_first:
        raise LinkNotUsable
    set_password(user=link.user, password=password)
    return link.user


def set_password(*, user: User, password: str) -> None:
    """Set a password its owner chose; every session begun with the old one ends."""
    user.set_password(password)
    user.save(update_fields=["password"])


@transaction.atomic
def suspend(*, user: User) -> None:
    """Close an account: its sessions end with their next request, its links open nothing."""
    User.objects.filter(pk=user.pk).update(is_active=False, session_epoch=F("session_epoch") + 1)
    AccountLink.objects.filter(user=user, used_at__isnull=True).delete()
    user.refresh_from_db()


def restore(*, user: User) -> None:
    """Open a suspended account again; it signs in anew."""
    User.objects.filter(pk=user.pk).update(is_active=True)
    user.refresh_from_db()


def end_sessions(*, user: User) -> None:
    """Sign somebody out everywhere, at the next request of each session."""
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db()


def mark_demonstration(*, user: User) -> None:
    """Note that an account belongs to the demonstration."""
    User.objects.filter(pk=user.pk).update(is_demonstration=True)
    user.refresh_from_db()
