"""Web, worker and database are killed under load: nothing confirmed is lost, nothing told twice.

TRUST.md, "Crashes", "Database" and "Mail". Runs once, on a PostgreSQL of its own.
"""

import time
from collections import Counter

import pytest
import requests
from pytest_django.plugin import DjangoDbBlocker

from tests.drills.counts import keep
from tests.drills.people import HELPLINE, People, Seen
from tests.drills.town import SLUG, Town, town
from tests.races.crowd import Party, Visitor

pytestmark = [pytest.mark.drill]
PEOPLE_COUNT = 8
OUTAGE_SECONDS = 6
SEND_SECONDS = 60
# A worker that died while sending left a lease of a minute; see messaging.rules.delivery.
DRAIN_SECONDS = 240


def shake(town: Town) -> dict[str, object]:
    """Kill one thing after another; return how the site answered while the database was away."""
    for _round in range(3):
        time.sleep(2)
        town.kill_web_process()
        time.sleep(1)
        town.kill_worker()
        town.start_worker()
    kill_worker_mid_send(town)
    town.stop_database()
    during = look_around(town.site.url)
    time.sleep(OUTAGE_SECONDS)
    town.server.start()
    for _round in range(2):
        time.sleep(3)
        town.kill_web_process()
        town.kill_worker()
        town.start_worker()
    time.sleep(5)
    return during


def kill_worker_mid_send(town: Town) -> None:
    """Kill the worker when the mail server has a message whole and has not said so yet."""
    town.smtp.is_waited_for.clear()
    town.smtp.silent_at.add("BODY")
    if not town.smtp.is_waited_for.wait(SEND_SECONDS):
        raise AssertionError("the worker sends nothing")
    town.kill_worker()
    town.smtp.go_on()
    town.start_worker()


def look_around(url: str) -> dict[str, object]:
    """Return what pages say while the database is away."""
    form = requests.get(f"{url}/ur/events/{SLUG}/register/", timeout=30)
    helping = requests.get(f"{url}/ur/help/", timeout=30)
    ready = requests.get(f"{url}/-/ready", timeout=30)
    return {
        "form during the outage": form.status_code,
        "its Retry-After": form.headers.get("Retry-After", "none"),
        "it shows the helpline": HELPLINE in form.text,
        "help page during the outage": helping.status_code,
        "it shows the helpline too": HELPLINE in helping.text,
        "/-/ready during the outage": ready.status_code,
    }


def wait_until_sent(town: Town) -> None:
    """Wait until nothing is queued any more."""
    gives_up_at = time.monotonic() + DRAIN_SECONDS
    queued = "SELECT count(*) FROM messaging_outboxmessage WHERE state = 'queued'"
    while town.ask(queued) != [(0,)] and time.monotonic() < gives_up_at:
        # What failed while the database was away waits for its next try, which may be minutes off.
        town.ask(
            "UPDATE messaging_outboxmessage SET next_attempt_at = now() WHERE attempt_count > 0"
        )
        time.sleep(1)


def counted(town: Town, seen: Seen) -> dict[str, object]:
    """Compare what people were promised with what is stored, queued and delivered."""
    rows = town.ask(
        "SELECT reference FROM events_registration r JOIN participants_contact c"
        " ON c.id = r.contact_id WHERE c.email LIKE %s",
        "walker%@mail.test",
    )
    stored = {reference for (reference,) in rows}
    queued = [
        message_id
        for (message_id,) in town.ask(
            "SELECT message_id FROM messaging_outboxmessage WHERE kind = 'registration-confirmed'"
        )
    ]
    delivered = Counter(town.smtp.message_ids)
    return {
        "confirmed (answers people got)": len(seen.confirmed),
        "confirmed twice (one reference for two)": len(seen.confirmed) - len(set(seen.confirmed)),
        "stored registrations": len(stored),
        "stored, but the answer never came": len(stored - set(seen.confirmed)),
        "confirmed and lost": len(set(seen.confirmed) - stored),
        "messages queued": len(queued),
        "registrations without a message": len(stored) - len(queued),
        "delivered (distinct Message-ID)": len(set(delivered) & set(queued)),
        "delivered again, same Message-ID": sum(delivered.values()) - len(delivered),
        "messages lost": len(set(queued) - set(delivered)),
        "delivered, but never queued": len(set(delivered) - set(queued)),
        "answers by status": dict(seen.statuses),
        "broken connections": seen.broken_connections,
        "bare errors": len(seen.bare_errors),
        "people who gave up": seen.gave_up,
        "slowest answer (s)": round(seen.slowest_seconds, 1),
        "killed with -9": town.kills,
    }


def test_nothing_confirmed_is_lost_when_everything_is_killed(
    django_db_blocker: DjangoDbBlocker,
) -> None:
    with town(django_db_blocker) as place:
        place.start_worker()
        people = People(place.site.url, SLUG, PEOPLE_COUNT)
        people.start()
        try:
            during = shake(place)
        finally:
            seen = people.stop()
        wait_until_sent(place)
        counts = counted(place, seen) | during
        taken = place.ask(
            "SELECT p.taken, (SELECT sum(party_size) FROM events_registration r WHERE r.event_id ="
            " p.event_id AND r.state IN ('confirmed', 'offered')) FROM events_places p"
            " JOIN events_event e ON e.id = p.event_id WHERE e.slug = %s",
            SLUG,
        )
        counts["places taken, and people by rows"] = list(taken[0])
        counts["web server was never restarted"] = place.site.is_running
        keep("crashes", counts)

    assert counts["confirmed and lost"] == counts["messages lost"] == 0
    assert counts["confirmed twice (one reference for two)"] == 0
    assert counts["registrations without a message"] == counts["delivered, but never queued"] == 0
    assert (counts["bare errors"], counts["people who gave up"]) == (0, 0), seen.bare_errors[:3]
    assert during["form during the outage"] == during["/-/ready during the outage"] == 503
    assert during["it shows the helpline"] is during["it shows the helpline too"] is True
    assert taken[0][0] == taken[0][1]
    assert counts["web server was never restarted"] is True
    # One at least was in the mail server's hands when its worker died; it came twice, as itself.
    assert counts["delivered again, same Message-ID"] != 0
    assert len(seen.confirmed) > 20


def test_a_row_locked_for_half_a_minute_hangs_nobody(django_db_blocker: DjangoDbBlocker) -> None:
    with town(django_db_blocker) as place:
        visitor = Visitor(place.site.url, SLUG, Party("کوثر", "0300 1234567"))
        visitor.reach_check_page()
        counts: dict[str, object] = {}
        with place.locked_places():
            begun = time.monotonic()
            refused = visitor.sent()
            counts["answer while the row is locked"] = refused.status_code
            counts["seconds until it came"] = round(time.monotonic() - begun, 1)
            counts["its Retry-After"] = refused.headers.get("Retry-After", "none")
            counts["it shows the helpline"] = HELPLINE in refused.text
            begun = time.monotonic()
            readers = [
                requests.get(f"{place.site.url}/ur/{path}", timeout=30).status_code
                for path in ("help/", "events/", f"events/{SLUG}/")
            ]
            counts["readers meanwhile"] = readers
            counts["seconds all readers took"] = round(time.monotonic() - begun, 1)
        accepted = visitor.sent()
        counts["the same form afterwards"] = accepted.status_code
        keep("locked_row", counts)

    assert (refused.status_code, counts["it shows the helpline"]) == (503, True)
    assert readers == [200, 200, 200]
    assert accepted.status_code == 303
