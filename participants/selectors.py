"""Finding people by what they hold."""

from participants.models import Contact
from participants.rules.keys import hash_of


def contact_of_token(token: str) -> Contact | None:
    """Return whose own link this is, or nobody."""
    return Contact.objects.filter(own_links__token_hash=hash_of(token)).first()
