"""Every kind of application there is, and the browsers of whoever deals with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from campaigns.joining.services import forgetting as join_forgetting
from campaigns.joining.views.pages import JOINING
from events.hosting.services import forgetting as host_forgetting
from events.hosting.views import desk as host_desk
from events.hosting.views.pages import HOSTING
from events.network.views import applications as join_desk
from messaging.models import OutboxMessage
from participants.applications.views.pages import ApplicationPages
from participants.models import Application
from tests.campaigns.joining import builders as joining
from tests.events.hosting import builders as hosting
from tests.events.pages import Page
from tests.events.registration.builders import NOW


@dataclass(frozen=True)
class Kind:
    """One kind of application: what is typed, where, and what is known of its words."""

    pages: ApplicationPages[Any, Any]
    apply: str
    own: str
    desk: str
    typed: dict[str, str]
    traces: tuple[str, ...]
    # A text of the applicant's own, and its name in the form.
    wish: str
    reason: tuple[str, str]
    consents: tuple[str, ...]
    make: Callable[..., Any]
    submission: Callable[..., Any]
    decline: Callable[..., Any]
    purge: Callable[..., int]

    @property
    def model(self) -> type[Application]:
        """Return the model."""
        model: type[Application] = self.pages.model
        return model

    @property
    def word(self) -> str:
        """Return what messages and audit lines of this kind begin with."""
        return self.model.WORD

    def the_one(self) -> Any:
        """Return the one application there is."""
        return self.model._default_manager.get()

    def own_path(self, action: str = "", language: str = "ur") -> str:
        """Return an address of the own page of the one application there is."""
        return f"/{language}/{self.own}r/{self.the_one().reference}/{action}"

    def desk_path(self, made: Any = None, action: str = "", language: str = "ur") -> str:
        """Return an address of the desk's list, of an application, or of what is done with it."""
        return f"/{language}/{self.desk}" + (f"{made.reference}/{action}" if made else "")

    def post(self, client: Client, language: str = "ur", **fields: Any) -> Any:
        """Post what is typed and these, with a fresh key unless one is given."""
        address = f"/{language}/{self.apply}"
        if "key" not in fields:
            fields["key"] = Page(client.get(address)).key()
        return client.post(address, self.typed | fields)

    def confirm(self, client: Client, language: str = "ur", **fields: Any) -> Any:
        """Post as the button of the check page does."""
        return self.post(client, language, confirmed="1", **fields)

    def turn_down(self, made: Any, actor: Any, **values: Any) -> Any:
        """Decline an application without a word of one's own."""
        fields = {"reason": "aims", "answers": {"en": "", "ur": ""}, "now": NOW} | values
        return self.decline(application=made, actor=actor, **fields)


HOST = Kind(
    pages=HOSTING,
    apply="host/apply/",
    own="my/host/",
    desk="desk/hosts/",
    typed=hosting.TYPED,
    traces=hosting.TRACES,
    wish="gathering_place",
    reason=("too-soon", "Too little time is left to prepare it well."),
    consents=("host-1",),
    make=hosting.make_application,
    submission=hosting.submission,
    decline=host_desk.DESK.decline,
    purge=host_forgetting.purge_applications,
)
JOIN = Kind(
    pages=JOINING,
    apply="network/join/",
    own="my/network/",
    desk="desk/network/",
    typed=joining.TYPED,
    traces=joining.TRACES,
    wish="work",
    reason=("not-found", "We could not make sure of the organisation."),
    consents=("join-1", "network-1"),
    make=joining.make_application,
    submission=joining.submission,
    decline=join_desk.DESK.decline,
    purge=join_forgetting.purge_applications,
)
EVERY_KIND = pytest.mark.parametrize("kind", [HOST, JOIN], ids=["host", "join"])
LANGUAGES = pytest.mark.parametrize("language", ["ur", "en"])


def link_in_message(kind: str) -> str:
    """Return the path of the link in the one message of a kind."""
    message = OutboxMessage.objects.get(kind=kind)
    return re.sub(r"^https?://[^/]+", "", str(message.context["own_link"]))
