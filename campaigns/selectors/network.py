"""Who carries the campaign, kind by kind."""

from dataclasses import dataclass

from campaigns.models import Organisation
from campaigns.selectors import network_organisations
from urdu.sorting import sort_key


@dataclass(frozen=True, slots=True)
class NetworkGroup:
    """Organisations of one kind; `kind` is in the page's language, empty when nobody wrote it."""

    kind: str
    organisations: tuple[Organisation, ...]


def network_by_kind(language: str) -> list[NetworkGroup]:
    """Return the network as the language ("ur" or "en") sorts kinds and names.

    Organisations whose kind is not written come last.
    """
    groups: dict[str, list[Organisation]] = {}
    for organisation in network_organisations(language):
        kind = str(getattr(organisation, f"kind_{language}")).strip()
        groups.setdefault(kind, []).append(organisation)
    order = sort_key if language == "ur" else str.casefold
    kinds = sorted(groups, key=lambda kind: (not kind, order(kind)))
    return [NetworkGroup(kind, tuple(groups[kind])) for kind in kinds]
