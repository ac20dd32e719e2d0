"""Robots are stopped, a school behind one address is not; nobody's mailbox is filled."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from events.models import Registration
from messaging.models import OutboxMessage
from participants.errors import TooManyTries
from participants.models import ThrottleCount
from participants.rules.limits import (
    MESSAGES_ON_REQUEST,
    POSTS_WITHOUT_KEY,
    REGISTRATIONS_OF_PHONE,
    Limit,
)
from participants.services import count_try, forget_old_throttles, keep_within, may_write_to
from tests import factories
from tests.races.crowd import Party, Visitor, at_once, parties_of_one
from tests.served_site import ServedSite

NOW = datetime.datetime(2027, 7, 20, 12, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def tried(count: int, now: datetime.datetime = NOW, key: str = "one") -> list[bool]:
    """Try so often, three an hour being allowed."""
    return [count_try(key=key, limit=3, window_seconds=3600, now=now) for _try in range(count)]


@pytest.mark.django_db
def test_count_try_allows_as_many_as_the_limit_says_in_each_window() -> None:
    assert tried(5) == [True, True, True, False, False]
    assert tried(1, key="other") == [True]
    assert tried(1, NOW + HOUR) == [True]


@pytest.mark.django_db
def test_count_try_keeps_nothing_somebody_could_be_known_by() -> None:
    tried(1, key="registrations-of-phone:+923001234567")

    row = ThrottleCount.objects.get()
    assert "3001234567" not in row.key
    assert len(row.key) == 64


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_count_try_forty_times_at_once_misses_none() -> None:
    def attempt(_number: int) -> bool:
        try:
            return count_try(key="one", limit=10, window_seconds=3600, now=NOW)
        finally:
            connection.close()

    assert sum(at_once(40, attempt)) == 10
    assert ThrottleCount.objects.get().count == 40


@pytest.mark.django_db
def test_keep_within_says_when_to_come_again() -> None:
    limit = Limit("few", 1, 3600)
    keep_within(limit=limit, subject="somebody", now=NOW)

    with pytest.raises(TooManyTries) as caught:
        keep_within(limit=limit, subject="somebody", now=NOW + datetime.timedelta(minutes=50))

    assert caught.value.retry_seconds == 600


@pytest.mark.django_db
def test_forget_old_throttles_leaves_what_still_counts() -> None:
    tried(1, NOW - datetime.timedelta(days=3))
    tried(1)

    assert forget_old_throttles(now=NOW) == 1
    assert forget_old_throttles(now=NOW) == 0
    assert ThrottleCount.objects.get().window_started_at == NOW


@pytest.mark.django_db
def test_may_write_to_counts_one_mailbox_however_it_is_spelled() -> None:
    spellings = ["victim@mail.test", "Victim+a@mail.test"] * MESSAGES_ON_REQUEST.count

    answers = [may_write_to(recipient=spelling, now=NOW) for spelling in spellings]

    assert sum(answers) == MESSAGES_ON_REQUEST.count


# --- Over HTTP, everybody behind 127.0.0.1 ------------------------------------------------------


def registered(site: ServedSite, slug: str, party: Party) -> int:
    """Open the form, send it confirmed, and return what the server answers."""
    return Visitor(site.url, slug, party).register_at_once().status


@pytest.mark.race
@pytest.mark.database
def test_a_school_behind_one_address_registers_while_a_thousand_robots_are_stopped(
    served_site: ServedSite,
) -> None:
    with served_site.database():
        walk = factories.make_walk(capacity=2000)
    pupils = parties_of_one(300)
    robot = Party("روبوٹ", "0345 7654321")

    def keyless(number: int) -> int:
        visitor = Visitor(served_site.url, walk.slug, Party("روبوٹ", f"0346 {number:07d}"))
        return visitor.register_without_form().status

    with ThreadPoolExecutor(max_workers=12) as pool:
        robots = [pool.submit(keyless, number) for number in range(900)]
        robots += [pool.submit(registered, served_site, walk.slug, robot) for _ in range(100)]
        honest = [pool.submit(registered, served_site, walk.slug, pupil) for pupil in pupils]
        robot_answers = [answer.result() for answer in robots]
        honest_answers = [answer.result() for answer in honest]

    assert honest_answers == [303] * 300
    # What the first windows let through is stored only where it looks like people.
    assert robot_answers.count(303) <= 2 * REGISTRATIONS_OF_PHONE.count
    assert robot_answers.count(200) <= 2 * POSTS_WITHOUT_KEY.count
    assert set(robot_answers) == {200, 303, 429}
    with served_site.database():
        of_robots = Registration.objects.filter(contact__full_name="روبوٹ").count()
        assert of_robots == robot_answers.count(303)
        assert Registration.objects.count() == 300 + of_robots


@pytest.mark.race
@pytest.mark.database
def test_a_throttled_post_answers_in_the_readers_language_and_says_when(
    served_site: ServedSite,
) -> None:
    with served_site.database():
        walk = factories.make_walk()
        factories.make_helpline()
    visitor = Visitor(served_site.url, walk.slug, Party("کوثر", "0345 7654321"))

    # Twice as often as an hour allows: the hour may end in between.
    answers = (visitor.registering_response() for _ in range(2 * REGISTRATIONS_OF_PHONE.count + 1))
    response = next(answer for answer in answers if answer.status_code != 303)

    assert response.status_code == 429
    assert 0 < int(response.headers["Retry-After"]) <= 3600
    assert "no-store" in response.headers["Cache-Control"]
    assert 'lang="ur"' in response.text
    assert "0333-1110566" in response.text


@pytest.mark.race
@pytest.mark.database
def test_nobodys_mailbox_is_filled_by_others_registering_it(served_site: ServedSite) -> None:
    with served_site.database():
        walk = factories.make_walk()

    def register(number: int) -> int:
        party = Party("کوثر", f"0300 {number:07d}", email=f"victim+{number}@mail.test")
        return registered(served_site, walk.slug, party)

    answers = [register(number) for number in range(1, 26)]

    assert answers == [303] * 25
    with served_site.database():
        assert OutboxMessage.objects.count() <= 2 * MESSAGES_ON_REQUEST.count
        assert OutboxMessage.objects.count() >= MESSAGES_ON_REQUEST.count
