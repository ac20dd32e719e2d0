"""What a pledger's card says: the pledge and the year, a name only when asked for."""

from django.conf import settings
from django.utils.translation import gettext as _

from campaigns.models import Campaign
from directory.selectors import main_helpline
from documents.cards import CardLook, CardWords


def pledge_card_words(
    campaign: Campaign, language: str, *, name: str = "", city: str = ""
) -> CardWords:
    """Return the words of the card in one language; `name` and `city` as they were typed."""

    def said(text: str) -> list[tuple[str, str]]:
        return [(language, text)] if text else []

    comma = "، " if language == "ur" else ", "
    below = (getattr(campaign, f"theme_{language}"), campaign.hashtag)
    return CardWords(
        language=language,
        look=CardLook.NIGHT,
        brand=said(_("Hamqadam")),
        kicker=said(getattr(campaign, f"title_{language}")),
        title=said(_("I have taken the pledge")),
        name=said(comma.join(part for part in (name, city) if part)),
        theme=said(" · ".join(part for part in below if part)),
        address=settings.BASE_URL.partition("://")[2],
        helpline_label=said(_("Helpline")),
        helpline=main_helpline().display,
    )
