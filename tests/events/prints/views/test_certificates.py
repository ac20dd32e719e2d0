"""Checking a certificate: what the paper says and nothing else; a wrong code hears so kindly."""

import pytest
from django.test import Client

from events.models import Certificate, Event, Registration
from events.prints.services import issue_certificates, withdraw_certificate
from tests.events.desk.builders import make_event, make_organiser, register
from tests.events.pages import Page
from tests.events.prints.test_services import AFTERWARDS
from urdu.isolation import raw_runs

pytestmark = pytest.mark.django_db
PHONE = "+923991234567"


@pytest.fixture
def walk() -> Event:
    """Return a walk."""
    return make_event("lahore")


@pytest.fixture
def certificate(walk: Event) -> Certificate:
    """Return the certificate of one walker."""
    register(walk, "عائشہ خان", phone=PHONE)
    issue_certificates(event=walk, actor=make_organiser(walk), now=AFTERWARDS)
    return Certificate.objects.get()


def checked(code: str, language: str = "en") -> tuple[Page, int]:
    """Return the page of a code and its status."""
    response = Client().get(f"/{language}/certificates/{code}/")
    return Page(response), response.status_code


@pytest.mark.parametrize("language", ["ur", "en"])
def test_right_code_shows_name_event_and_day(certificate: Certificate, language: str) -> None:
    page, status = checked(certificate.code, language)

    title = {"ur": "آگاہی واک، لاہور", "en": "Awareness walk, Lahore"}[language]
    day = {"ur": "اتوار، 1 اگست 2027", "en": "Sunday, 1 August 2027"}[language]
    assert status == 200
    assert [said in page.text() for said in ("عائشہ خان", title, day, certificate.code)] == [
        True
    ] * 4
    assert page.foreign_words(language) == []
    assert language == "en" or raw_runs(page.html) == []


def test_right_code_shows_no_phone_and_no_reference(certificate: Certificate) -> None:
    registration = Registration.objects.get()

    page, _status = checked(certificate.code)

    main = page.text()
    assert [
        hidden for hidden in (PHONE[3:], "1234567", registration.reference) if hidden in main
    ] == []


def test_answer_is_kept_by_nobody_and_found_by_no_search(certificate: Certificate) -> None:
    response = Client().get(f"/ur/certificates/{certificate.code}/")

    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("code", ["2222-2222-2222", "nonsense", "7K2Q"])
@pytest.mark.parametrize("language", ["ur", "en"])
def test_wrong_code_hears_so_with_a_way_to_try_again(
    certificate: Certificate, code: str, language: str
) -> None:
    page, status = checked(code, language)

    assert status == 404
    assert "عائشہ" not in page.html
    assert len(page.soup.select("input[name=code]")) == 1
    assert page.foreign_words(language) == []


def test_party_with_children_shows_no_name(certificate: Certificate) -> None:
    Certificate.objects.update(shows_name=False)

    page, status = checked(certificate.code)

    assert (status, "عائشہ" in page.html) == (200, False)


def test_withdrawn_certificate_no_longer_holds(certificate: Certificate, walk: Event) -> None:
    withdraw_certificate(
        event=walk, actor=certificate.issued_by, code=certificate.code, now=AFTERWARDS
    )

    page, _status = checked(certificate.code)

    assert page.soup.select(".notice__title")[0].get_text() == "This certificate no longer holds"
    assert "عائشہ" not in page.html


def test_typed_code_leads_to_its_page(certificate: Certificate) -> None:
    typed = certificate.code.lower().replace("-", " ")

    response = Client().post("/ur/certificates/", {"code": typed})

    assert (response.status_code, response["Location"]) == (
        303,
        f"/ur/certificates/{certificate.code}/",
    )


def test_code_that_is_none_is_explained_in_the_form() -> None:
    response = Client().post("/en/certificates/", {"code": "hello"})

    assert response.status_code == 200
    assert len(Page(response).errors()) == 1
