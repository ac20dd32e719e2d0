"""Badges of an event: from its registrations, its speakers, typed names, or blank."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from documents.badges import ON_A_SHEET, Badge, BadgeSheet
from events.enums import EventKind, PartyKind, StakeholderGroup
from events.models import Event, Registration, Speaker
from events.prints.enums import BadgeRole
from events.prints.lists import words
from events.prints.lists.words import Languages, in_languages
from events.prints.selectors import PartyOnPaper

STAFF_ROLES = (BadgeRole.ORGANISER, BadgeRole.VOLUNTEER, BadgeRole.SPEAKER)


def badge_sheet(event: Event, languages: Languages, badges: Sequence[Badge]) -> BadgeSheet:
    """Return what is drawn for these badges."""
    return BadgeSheet(
        languages=languages,
        title=words.title(event, languages),
        no_photographs=in_languages(languages, lambda _language: _("No photographs")),
        badges=badges,
    )


def badges_of_parties(
    event: Event, parties: Sequence[PartyOnPaper], languages: Languages, *, with_unnamed: bool
) -> list[Badge]:
    """Return a badge for everybody named, and on request for each head without a name."""
    badges = []
    for party in parties:
        registration = party.registration
        names = list(party.names)
        if with_unnamed:
            names += [""] * max(0, registration.party_size - len(names))
        for at, name in enumerate(names):
            role = _leader_role(event, registration) if at == 0 else usual_role(event, registration)
            badges.append(
                Badge(
                    name=name,
                    role=role_words(role, languages),
                    group=registration.group_name,
                    code=registration.reference,
                    wants_no_photographs=registration.wants_no_photographs,
                )
            )
    return badges


def badges_of_speakers(speakers: Sequence[Speaker], languages: Languages) -> list[Badge]:
    """Return a badge for each speaker; the name in the language that leads."""
    lead = languages[0]
    return [
        Badge(
            name=getattr(speaker, f"name_{lead}"),
            role=role_words(BadgeRole.SPEAKER, languages),
            group=getattr(speaker, f"organisation_{lead}") or getattr(speaker, f"role_{lead}"),
            is_staff=True,
        )
        for speaker in speakers
    ]


def badges_of_names(names: Sequence[str], role: BadgeRole, languages: Languages) -> list[Badge]:
    """Return a badge for each typed name, all of one role."""
    said = role_words(role, languages)
    return [Badge(name=name, role=said, is_staff=role in STAFF_ROLES) for name in names]


def blank_badges(role: BadgeRole, sheets: int, languages: Languages) -> list[Badge]:
    """Return whole sheets of badges to write names on."""
    return badges_of_names([""] * (ON_A_SHEET * sheets), role, languages)


def sample_badges(languages: Languages) -> list[Badge]:
    """Return one badge of every role with a made-up name, for looking before printing."""
    names = {
        "ur": ("عائشہ نمونہ", "محمد عبد الرحمٰن نمونہ خان", "سکینہ نمونہ", "نمونہ علی"),
        "en": ("Ayesha Sample", "Muhammad Abdul Rehman Sample Khan", "Sakina Sample", "Sample Ali"),
    }[languages[0]]
    return [
        Badge(
            name=names[at % len(names)],
            role=role_words(role, languages),
            code="SMP-22222" if role not in STAFF_ROLES else "",
            is_staff=role in STAFF_ROLES,
            wants_no_photographs=role == BadgeRole.LEADER,
        )
        for at, role in enumerate(BadgeRole)
    ]


def role_words(role: BadgeRole, languages: Languages) -> list[tuple[str, str]]:
    """Return a role as the badge says it."""
    return list(in_languages(languages, lambda _language: str(role.label)))


def usual_role(event: Event, registration: Registration) -> BadgeRole:
    """Return what most people of a registration are: guests where they were invited."""
    invitation = getattr(registration, "invitation", None)
    if invitation is not None:
        is_media = invitation.group == StakeholderGroup.MEDIA
        return BadgeRole.MEDIA if is_media else BadgeRole.GUEST
    return BadgeRole.WALKER if event.kind == EventKind.WALK else BadgeRole.ATTENDEE


def _leader_role(event: Event, registration: Registration) -> BadgeRole:
    if registration.kind == PartyKind.GROUP:
        return BadgeRole.LEADER
    return usual_role(event, registration)
