"""Staff accounts of the demonstration, made with a password on the spot."""

import secrets

from django.conf import settings

from directory.models import User
from directory.services import create_staff, ensure_groups
from directory.services.accounts import mark_demonstration
from events.enums import EventRoleKind
from events.models import Event, EventRole
from site_pages.services.workflow import ensure_workflow

# Account, its group in the CMS (or none), and its language.
STAFF = (
    ("director", "Directors", "en"),
    ("data-officer", "Data officers", "en"),
    ("editor", "Editors", "en"),
    ("translator", "Translators", "ur"),
    ("reviewer", "Reviewers", "ur"),
    ("organiser-lahore", None, "ur"),
    ("organiser-karachi", None, "ur"),
    ("volunteer-lahore", None, "ur"),
    ("host-multan", None, "ur"),
)
# Account, role at the desk, and which events: a city's, or one slug.
ROLES = (
    ("organiser-lahore", EventRoleKind.ORGANISER, {"city__slug": "lahore"}),
    ("organiser-karachi", EventRoleKind.ORGANISER, {"city__slug": "karachi"}),
    ("volunteer-lahore", EventRoleKind.VOLUNTEER, {"slug": "walk-lahore-2027"}),
    ("host-multan", EventRoleKind.HOST, {"slug": "walk-multan-2027"}),
)
KEPT_IN = "demo_password"


def password() -> str:
    """Return the demonstration's password: from the environment, kept, or made now."""
    if settings.DEMO_PASSWORD:
        return str(settings.DEMO_PASSWORD)
    kept = settings.VAR_DIR / KEPT_IN
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(9), encoding="utf-8")
    return str(kept.read_text(encoding="utf-8"))


def load_accounts() -> list[str]:
    """Make or renew every account and its roles; return the account names."""
    ensure_groups()
    ensure_workflow()
    secret = password()
    for username, group, language in STAFF:
        user = User.objects.filter(username=username).first()
        if user is None:
            groups = [group] if group else []
            user = create_staff(
                username=username, password=secret, groups=groups, language=language
            )
        else:
            user.set_password(secret)
            user.save(update_fields=["password"])
        mark_demonstration(user=user)
    for username, role, events in ROLES:
        user = User.objects.get(username=username)
        for event in Event.objects.filter(**events):
            EventRole.objects.update_or_create(event=event, user=user, defaults={"role": role})
    return [username for username, _group, _language in STAFF]
