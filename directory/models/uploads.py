"""The names of kept uploads: readable, and not to be guessed before a page shows them."""

import secrets

from django.utils.text import slugify

_LONGEST_STEM = 40
_SECRET_BYTES = 9


def kept_name(title: str, extension: str) -> str:
    """Return a file name such as "hours-of-work-k3V…q.pdf"; an Urdu title leaves no letters."""
    stem = slugify(title)[:_LONGEST_STEM].strip("-") or "file"
    return f"{stem}-{secrets.token_hex(_SECRET_BYTES)}.{extension}"
