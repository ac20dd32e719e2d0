"""What somebody let organisations do, in words and as data, for themselves."""

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from campaigns.models import PartnerConsent
from campaigns.selectors.placements import held_consents
from participants.models import Contact


def partner_words(consent: PartnerConsent, withdrawn: SafeString) -> SafeString:
    """Return what somebody agreed to for an organisation, and when they took it back, if so."""
    direction = "rtl" if consent.language == "ur" else "ltr"
    told = format_html(
        '<span lang="{}" dir="{}">{}</span>', consent.language, direction, consent.wording
    )
    return format_html("{}<br>{} {}", told, _("Taken back:"), withdrawn) if withdrawn else told


def partner_consents_held(contact: Contact) -> list[dict[str, str | None]]:
    """Return what somebody agreed to for organisations, JSON values only."""
    return [
        {
            "organisation": one.organisation.name_en,
            "wording": one.wording,
            "language": one.language,
            "given_at": timezone.localtime(one.given_at).isoformat(),
            "withdrawn_at": (
                timezone.localtime(one.withdrawn_at).isoformat() if one.withdrawn_at else None
            ),
        }
        for one in held_consents(contact)
    ]
