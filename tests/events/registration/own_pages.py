"""The addresses of an own page, and what each of its answers must forbid."""

from typing import Any

from django.utils import timezone

from events.models import Registration
from events.registration.services.privacy import issue_link


def link_to(registration: Registration, language: str = "ur") -> str:
    """Return a new own link."""
    return f"/{language}/my/{issue_link(registration=registration, now=timezone.now())}/"


def own(registration: Registration, language: str = "ur", action: str = "") -> str:
    """Return the own page's address, or that of one of its actions."""
    return f"/{language}/my/r/{registration.reference}/{action}"


def is_private(response: Any) -> bool:
    """Tell whether nobody keeps the answer, passes its address on or lists it."""
    return (
        "no-store" in response["Cache-Control"]
        and response["Referrer-Policy"] == "no-referrer"
        and response["X-Robots-Tag"] == "noindex, nofollow"
    )
