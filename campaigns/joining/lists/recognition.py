"""The certificate of an organisation that is in the network, as it is drawn."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from campaigns.models import Campaign, Organisation
from documents.certificates import CertificateSheet, PrintedCertificate, certificates_pdf
from documents.printing import Palette, Said


def recognition_pdf(organisation: Organisation, campaign: Campaign, language: str) -> bytes:
    """Return the certificate of a year in one language; A4 across."""
    return certificates_pdf(recognition_sheet(organisation, campaign, language), Palette.COLOUR)


def recognition_sheet(
    organisation: Organisation, campaign: Campaign, language: str
) -> CertificateSheet:
    """Return what is drawn: it can be checked on the page of the network, which names them."""

    def said(say: Callable[[], str]) -> Said:
        with translation.override(language):
            return [(language, say())]

    title = str(getattr(campaign, f"title_{language}"))
    return CertificateSheet(
        languages=(language,),
        brand=said(lambda: _("Hamqadam")),
        heading=said(lambda: _("Certificate of recognition")),
        before=said(lambda: _("With thanks to")),
        after=said(lambda: _in_the_network(title)),
        organiser=said(lambda: _("Hamqadam")),
        signature_label=said(lambda: _("Signature")),
        check=said(lambda: _("Check who is in the network:")),
        certificates=[_printed(organisation, campaign, language)],
    )


def _in_the_network(title: str) -> str:
    words = _(
        "for standing in the network of the %(campaign)s, so that no human being is bought, sold "
        "or bound."
    )
    return words % {"campaign": title}


def _printed(organisation: Organisation, campaign: Campaign, language: str) -> PrintedCertificate:
    with translation.override(language):
        page = settings.BASE_URL + reverse("campaigns:network")
    return PrintedCertificate(
        name=str(getattr(organisation, f"name_{language}")),
        code=str(campaign.year),
        link=f"{page}#o-{organisation.slug}",
        address=page.partition("://")[2] or page,
    )


def certificate_name(organisation: Organisation, campaign: Campaign, language: str) -> str:
    """Return the file's name, e.g. "network-2027-bar-multan-ur.pdf"."""
    return f"network-{campaign.year}-{organisation.slug}-{language}.pdf"
