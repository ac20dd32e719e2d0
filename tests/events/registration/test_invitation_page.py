"""The page behind an invitation's link: acts on POST only, keeps its secret, never oversells."""

import pytest
from django.test import Client

from events.enums import InvitationState
from events.models import Event, Invitation, Places, Registration
from events.registration.services.invitations import withdraw_invitation
from tests.events.pages import Page
from tests.events.registration.builders import NOW
from tests.events.registration.seminars import code_of, invited, make_seminar
from urdu.isolation import raw_runs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def seminar() -> Event:
    """A seminar for two."""
    return make_seminar(capacity=2)


@pytest.fixture
def invitation(seminar: Event) -> Invitation:
    """An invitation for up to two people."""
    return invited(seminar)


@pytest.fixture
def guest(invitation: Invitation) -> Client:
    """A browser that has opened the link."""
    client = Client()
    client.get(f"/ur/invitation/{code_of(invitation)}/")
    return client


def address(invitation: Invitation, language: str = "ur") -> str:
    """Return the page without the secret."""
    return f"/{language}/invitation/r/{invitation.pk}/"


def test_the_link_leaves_its_secret_behind(invitation: Invitation) -> None:
    response = Client().get(f"/ur/invitation/{code_of(invitation)}/")

    assert response["Location"] == address(invitation)
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


def test_without_the_link_there_is_no_page(invitation: Invitation) -> None:
    stranger = Client()

    answers = [
        stranger.get(address(invitation)),
        stranger.post(address(invitation), {"answer": "decline"}),
        stranger.get("/ur/invitation/nothing/"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert Invitation.objects.get().state == InvitationState.SENT


@pytest.mark.parametrize("language", ["ur", "en"])
def test_every_state_is_wholly_in_its_language(
    invitation: Invitation, guest: Client, language: str
) -> None:
    pages = [Page(guest.get(address(invitation, language)))]
    pages.append(Page(guest.post(address(invitation, language), {"size": "9", "consent": "on"})))
    guest.post(address(invitation), {"answer": "accept", "size": "1", "consent": "on"})
    pages.append(Page(guest.get(address(invitation, language))))
    guest.post(address(invitation), {"answer": "decline"})
    pages.append(Page(guest.get(address(invitation, language))))
    withdraw_invitation(invitation=invitation, now=NOW)
    pages.append(Page(guest.get(address(invitation, language))))

    assert [page.foreign_words(language) for page in pages] == [[]] * 5
    assert language == "en" or [raw_runs(page.html) for page in pages] == [[]] * 5
    assert [page.described_by_nothing() for page in pages] == [[]] * 5


def test_looking_ten_times_answers_nothing(invitation: Invitation, guest: Client) -> None:
    for _visit in range(10):
        guest.get(address(invitation))

    assert Invitation.objects.get().state == InvitationState.SENT
    assert Registration.objects.count() == 0


def test_accepting_opens_the_pass_and_can_be_changed(invitation: Invitation, guest: Client) -> None:
    yes = guest.post(address(invitation), {"answer": "accept", "size": "۲", "consent": "on"})
    registration = Registration.objects.get()
    own = guest.get(f"/ur/my/r/{registration.reference}/")
    fewer = guest.post(address(invitation), {"answer": "accept", "size": "1"})

    assert (yes.status_code, fewer.status_code, own.status_code) == (303, 303, 200)
    assert Places.objects.get().taken == 1


def test_accepting_without_leave_to_write_or_a_number_is_asked_again(
    invitation: Invitation, guest: Client
) -> None:
    page = Page(guest.post(address(invitation), {"answer": "accept", "size": "many"}))

    assert page.fields()["size"] == "many"
    assert len(page.errors()) == 2
    assert Registration.objects.count() == 0


def test_what_is_full_says_so_with_409_and_takes_nobody(
    invitation: Invitation, guest: Client
) -> None:
    Places.objects.update(taken=1)

    response = guest.post(address(invitation), {"answer": "accept", "size": "2", "consent": "on"})

    assert response.status_code == 409
    assert Places.objects.get().taken == 1


@pytest.mark.parametrize("answer", ["accept", "decline"])
def test_a_withdrawn_invitation_takes_no_answer(
    invitation: Invitation, guest: Client, answer: str
) -> None:
    withdraw_invitation(invitation=invitation, now=NOW)

    response = guest.post(address(invitation), {"answer": answer, "size": "1", "consent": "on"})

    assert response.status_code == 409
    assert Invitation.objects.get().state == InvitationState.WITHDRAWN


@pytest.mark.parametrize("language", ["ur", "en"])
def test_nobody_registers_for_a_seminar_by_invitation(
    seminar: Event, client: Client, language: str
) -> None:
    page = client.get(f"/{language}/events/{seminar.slug}/")
    form = client.get(f"/{language}/events/{seminar.slug}/register/")

    words = {"ur": "صرف دعوت پر", "en": "By invitation"}[language]
    assert (page.status_code, form.status_code) == (200, 409)
    assert words in Page(page).text()
    assert words in Page(form).text()
    assert page.context["card"].register_url == ""
