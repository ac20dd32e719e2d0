"""Who may stand at a gate: staff of its event, and whoever came by a link with its PIN."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import urlencode
from django_permissions_policy import PermissionsPolicyMiddleware

from directory.models import User
from events.attendance.rules import CLOSED_PHASES, Gate, GatePhase
from events.attendance.selectors import gate_phase, link_by_number
from events.desk.selectors import events_with_gates_for, is_run_by
from events.desk.views.access import desk_url, kept_by_nobody
from events.enums import CheckInSource
from events.models import Event, GateLink
from events.models.gate import LABEL_MAX_LENGTH

P = ParamSpec("P")
View = Callable[..., HttpResponseBase]
LINKS = "gate_links"
NAMES = "gate_names"
PRACTICE = "gate_practice"


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody at the gate of an event: by an account or by a link; what they do may count."""

    event: Event
    user: User | None
    link: GateLink | None
    place: str
    is_practising: bool
    phase: GatePhase
    is_organiser: bool = False

    @property
    def is_correcting(self) -> bool:
        """Whether an organiser sets right what was counted, after the event."""
        return self.phase == GatePhase.OVER and self.is_organiser

    @property
    def is_closed(self) -> bool:
        """Whether this gate does nothing now but say why."""
        return self.phase in CLOSED_PHASES and not self.is_correcting

    @property
    def answerable(self) -> User:
        """Return who answers for them in the log of lists."""
        return self.user or cast("GateLink", self.link).created_by

    @property
    def gate(self) -> Gate:
        """Return where and by whom something is recorded."""
        return Gate(
            source=CheckInSource.DESK if self.is_correcting else CheckInSource.GATE,
            place=self.place,
            user_id=self.user.pk if self.user else None,
            answerable_id=self.answerable.pk,
        )

    def moment(self, now: datetime.datetime) -> datetime.datetime:
        """Return when what is entered now happened: a correction belongs to the event's end."""
        ends_by = self.event.schedule.ends_by
        return min(now, ends_by) if self.is_correcting and ends_by else now


KeeperView = Callable[Concatenate[HttpRequest, Keeper, P], HttpResponseBase]


def at_the_gate(view: KeeperView[P]) -> View:
    """Hand the view whoever stands at the gate; strangers sign in, and another city gets 404."""

    @wraps(view)
    def guarded(
        request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        keeper = _keeper(request, slug, timezone.now())
        if keeper is None:
            query = urlencode({"next": request.get_full_path()})
            return kept_by_nobody(HttpResponseRedirect(f"{desk_url('home')}?{query}"))
        return kept_by_nobody(view(request, keeper, *args, **kwargs))

    return guarded


def for_scripts(view: KeeperView[P]) -> View:
    """Hand the view whoever stands at the gate; a script is told 401 instead of being led on."""

    @wraps(view)
    def guarded(
        request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        keeper = _keeper(request, slug, timezone.now())
        if keeper is None:
            return kept_by_nobody(JsonResponse({"error": "signed_out"}, status=401))
        return kept_by_nobody(view(request, keeper, *args, **kwargs))

    return guarded


def while_it_counts(view: KeeperView[P]) -> KeeperView[P]:
    """Hand the view a gate that is not closed; a closed one does nothing and says why."""

    @wraps(view)
    def guarded(
        request: HttpRequest, keeper: Keeper, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if keeper.is_closed:
            location = desk_url("gate", keeper.event.slug)
            return HttpResponse(status=303, headers={"Location": location})
        return view(request, keeper, *args, **kwargs)

    return guarded


def posted_only(view: KeeperView[P]) -> KeeperView[P]:
    """Hand the view what a form of the gate posts; lead whoever opens the address to the gate."""

    @wraps(view)
    def guarded(
        request: HttpRequest, keeper: Keeper, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if request.method in ("GET", "HEAD"):
            return HttpResponseRedirect(desk_url("gate", keeper.event.slug))
        return view(request, keeper, *args, **kwargs)

    return guarded


def organisers_only(view: KeeperView[P]) -> View:
    """Hand the view an organiser or host at their own gate; 404 for every other helper."""

    def guarded(
        request: HttpRequest, keeper: Keeper, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if not keeper.is_organiser:
            raise Http404
        return view(request, keeper, *args, **kwargs)

    return wraps(view)(at_the_gate(guarded))


def _keeper(request: HttpRequest, slug: str, now: datetime.datetime) -> Keeper | None:
    link = _link_of(request, slug, now)
    practice = request.session.get(PRACTICE) == slug
    if link is not None:
        phase = _phase_for(link, now)
        is_early = phase == GatePhase.PRACTICE
        return Keeper(link.event, None, link, link.label, practice or is_early, phase)
    if not isinstance(request.user, User):
        return None
    event = get_object_or_404(events_with_gates_for(request.user, now), slug=slug)
    is_organiser = is_run_by(request.user, event, now)
    place = dict(request.session.get(NAMES, {})).get(slug, "")
    phase = gate_phase(event, now)
    practice = practice or phase == GatePhase.PRACTICE
    return Keeper(event, request.user, None, place, practice, phase, is_organiser)


def _phase_for(link: GateLink, now: datetime.datetime) -> GatePhase:
    """Return what the gate does for a helper by link, who never begins before the link's day."""
    phase = gate_phase(link.event, now)
    is_early = phase == GatePhase.OPEN and now < link.opens_at
    return GatePhase.PRACTICE if is_early else phase


def _link_of(request: HttpRequest, slug: str, now: datetime.datetime) -> GateLink | None:
    """Return the link this browser came in by, while it stands; an account goes before it."""
    number = dict(request.session.get(LINKS, {})).get(slug)
    if number is None or isinstance(request.user, User):
        return None
    link = link_by_number(number)
    return link if link is not None and is_usable(link, now) else None


def is_usable(link: GateLink, now: datetime.datetime) -> bool:
    """Tell whether a link opens the gate now, or at least its practice."""
    has_begun = link.allows_practice or link.opens_at <= now
    return link.revoked_at is None and has_begun and now < link.expires_at


def let_in(request: HttpRequest, link: GateLink) -> None:
    """Remember in this browser that the PIN of a link was right."""
    request.session.cycle_key()
    links = dict(request.session.get(LINKS, {}))
    request.session[LINKS] = links | {link.event.slug: link.pk}


def name_gate(request: HttpRequest, slug: str, name: str) -> None:
    """Remember in this browser what the gate is called."""
    names = dict(request.session.get(NAMES, {}))
    request.session[NAMES] = names | {slug: name[:LABEL_MAX_LENGTH]}


def gate_policy(response: HttpResponseBase) -> HttpResponseBase:
    """Let the gate's page alone use the camera, a worker and the scanner's compiled part."""
    looser: Any = response
    looser._csp_update = {"script-src": ["'wasm-unsafe-eval'"], "worker-src": ["'self'"]}
    allowed: dict[str, Any] = settings.PERMISSIONS_POLICY | {"camera": ["self"]}
    looser._permissions_policy_override = PermissionsPolicyMiddleware.compute_header_value(
        allowed, name="the gate"
    )
    return response
