"""The network in words: kinds of organisations, and who stands under which."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaigns.enums import OrganisationKind
from campaigns.models import Organisation
from urdu.sorting import sort_key

KIND_LABELS: dict[str, Promise] = {
    OrganisationKind.NGO: _("NGO or welfare society"),
    OrganisationKind.SCHOOL: _("School"),
    OrganisationKind.UNIVERSITY: _("College or university"),
    OrganisationKind.MADRASA: _("Madrasa"),
    OrganisationKind.BAR: _("Bar association"),
    OrganisationKind.UNION: _("Labour union"),
    OrganisationKind.GOVERNMENT: _("Government body"),
    OrganisationKind.INTERNATIONAL: _("UN or intergovernmental agency"),
    OrganisationKind.MEDIA: _("Media"),
    OrganisationKind.BUSINESS: _("Business or factory"),
    OrganisationKind.OTHER: _("Other organisation"),
}


@dataclass(frozen=True, slots=True)
class NetworkGroup:
    """Organisations of one kind; `kind` is in the page's language, empty when nobody said it."""

    kind: str
    organisations: tuple[Organisation, ...]


def network_by_kind(organisations: Iterable[Organisation], language: str) -> list[NetworkGroup]:
    """Return organisations kind by kind, the kinds as the language ("ur" or "en") sorts them.

    A kind outside the list is the organisation's own words; those without any come last.
    """
    groups: dict[str, list[Organisation]] = {}
    for organisation in organisations:
        groups.setdefault(_kind_of(organisation, language), []).append(organisation)
    order = sort_key if language == "ur" else str.casefold
    kinds = sorted(groups, key=lambda kind: (not kind, order(kind)))
    return [NetworkGroup(kind, tuple(groups[kind])) for kind in kinds]


def _kind_of(organisation: Organisation, language: str) -> str:
    if organisation.kind and organisation.kind != OrganisationKind.OTHER:
        return str(KIND_LABELS[organisation.kind])
    return str(getattr(organisation, f"kind_{language}")).strip()
