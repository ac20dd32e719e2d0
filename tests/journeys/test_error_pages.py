"""What a reader sees when something fails: their language, the number, a way on."""

from collections.abc import Iterator

import pytest
import requests
from bs4 import BeautifulSoup
from pytest_django.plugin import DjangoDbBlocker

from tests.journeys.foreign_words import foreign_words
from tests.served_site import PATIENCE_SECONDS, ServedSite, serve
from urdu.isolation import raw_runs

HELPLINE = 'href="tel:+923331110566"'
FAILING = {"400": 400, "403": 403, "429": 429, "500": 500, "503": 503, "503-interface": 503}
# As many wrong passwords as the desk lets pass.
TRIES = 8
both_languages = pytest.mark.parametrize("language", ["ur", "en"])


@pytest.fixture(scope="module")
def failing_site(django_db_blocker: DjangoDbBlocker) -> Iterator[ServedSite]:
    """Serve an empty site some of whose addresses fail."""
    application = "tests.journeys.failing_site:application"
    with serve("migrated", django_db_blocker, application=application) as site:
        yield site


def _assert_is_kind(response: requests.Response, language: str, status: int) -> None:
    """Check that the answer is whole, in one language, with the number and no detail."""
    html = response.content.decode()
    soup = BeautifulSoup(html, "html.parser")
    root = soup.find("html")
    assert response.status_code == status
    assert root is not None
    assert (root["lang"], root["dir"]) == (language, "rtl" if language == "ur" else "ltr")
    assert len(soup.find_all("h1")) == 1
    assert HELPLINE in html
    assert foreign_words(html, language) == []
    assert language == "en" or raw_runs(html) == []
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    # The desk's form has its cookie already; nobody else is given one.
    assert "/desk/" in response.url or "Set-Cookie" not in response.headers
    assert "secret" not in html
    assert "Traceback" not in html


@both_languages
@pytest.mark.parametrize("name", FAILING)
def test_failure_is_told_in_the_language_of_the_address(
    failing_site: ServedSite, name: str, language: str
) -> None:
    response = requests.get(f"{failing_site.url}/{language}/fail/{name}/", timeout=PATIENCE_SECONDS)

    _assert_is_kind(response, language, FAILING[name])
    assert ("Retry-After" in response.headers) == (FAILING[name] in (429, 503))


@both_languages
def test_wrong_host_is_told_in_the_language_of_the_address(
    demo_site: ServedSite, language: str
) -> None:
    response = requests.get(
        f"{demo_site.url}/{language}/", headers={"Host": "other.example"}, timeout=30
    )

    _assert_is_kind(response, language, 400)


@both_languages
@pytest.mark.parametrize(
    "path", ["pledge/", "events/walk-lahore-2027/register/"], ids=["pledge", "register"]
)
def test_form_of_another_site_is_refused_kindly(
    demo_site: ServedSite, language: str, path: str
) -> None:
    response = requests.post(
        f"{demo_site.url}/{language}/{path}", data={"a": "b"}, timeout=PATIENCE_SECONDS
    )

    _assert_is_kind(response, language, 403)


@both_languages
@pytest.mark.parametrize("path", ["nowhere/", "events/%00/", "learn/%F0%9F/", "my/r/x/", "a.php"])
def test_unknown_address_leads_on(demo_site: ServedSite, language: str, path: str) -> None:
    response = requests.get(f"{demo_site.url}/{language}/{path}", timeout=PATIENCE_SECONDS)

    _assert_is_kind(response, language, 404)


@both_languages
@pytest.mark.parametrize("city", ["islamabad", "multan"], ids=["full", "not-yet-open"])
def test_walk_that_takes_nobody_says_so(demo_site: ServedSite, language: str, city: str) -> None:
    address = f"{demo_site.url}/{language}/events/walk-{city}-2027/register/"

    response = requests.get(address, timeout=PATIENCE_SECONDS)

    _assert_is_kind(response, language, 409)


@both_languages
def test_guessing_passwords_ends_kindly(demo_site: ServedSite, language: str) -> None:
    browser = requests.Session()
    address = f"{demo_site.url}/{language}/desk/"
    page = BeautifulSoup(browser.get(address, timeout=PATIENCE_SECONDS).text, "html.parser")
    token = str(page.select("main [name=csrfmiddlewaretoken]")[0]["value"])
    guess = {"csrfmiddlewaretoken": token, "username": f"nobody-{language}", "password": "guess"}

    answers = [
        browser.post(address, data=guess, timeout=PATIENCE_SECONDS) for _try in range(TRIES + 1)
    ]

    _assert_is_kind(answers[-1], language, 429)
    assert int(answers[-1].headers["Retry-After"]) > 0
