"""Fill the database with the demonstration campaign."""

import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config.demonstration.accounts import load_accounts, password
from config.demonstration.afterwards import load_afterwards
from config.demonstration.crowd import Crowd
from config.demonstration.happenings import load_past_events, load_walks
from config.demonstration.hosts import load_host_applications
from config.demonstration.joining import load_join_applications
from config.demonstration.network import load_campaigns, load_organisations
from config.demonstration.pages import load_pages
from config.demonstration.people import load_registrations
from config.demonstration.placements import load_placements
from config.demonstration.places_and_numbers import (
    load_cities,
    load_helplines,
    load_holidays,
)
from config.demonstration.pledges import (
    DEFAULT_PLEDGES,
    load_goals,
    load_pledges,
    load_statements,
)
from config.demonstration.prints import load_prints
from config.demonstration.rehearsal import load_rehearsal
from config.demonstration.reset import forget_people
from config.demonstration.talk import load_messages
from events.models import Registration
from events.tallying.services import refresh_tallies
from site_pages.services.indexing import index_everything


class Command(BaseCommand):
    """Real facts with their sources; invented people with numbers nobody has."""

    help = "Load the demonstration campaign (needs DEMO=1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say how many people, and from which seed they are drawn."""
        parser.add_argument("--reset", action="store_true", help="forget the people there are")
        parser.add_argument("--registrations", type=int, metavar="N")
        parser.add_argument("--seed", type=int, default=2027)

    def handle(self, *args: Any, **options: Any) -> None:
        """Load facts anew each time; people only where there are none, or on --reset."""
        if not settings.DEMO:
            raise CommandError("load_demo makes known accounts: it runs with DEMO=1 only.")
        now = timezone.now()
        self._step("Cities and helplines", load_cities, load_helplines, load_holidays)
        self._step(
            "Organisations and campaigns",
            load_organisations,
            load_campaigns,
            load_statements,
            load_goals,
        )
        self._step("Events", lambda: load_past_events(now), lambda: load_walks(now))
        self._step("Pages in Urdu and English", load_pages, index_everything)
        if options["reset"]:
            self._step("Forgetting the people there were", forget_people)
        if options["reset"] or not Registration.objects.exists():
            self._load_people(options["registrations"], options["seed"], now)
        else:
            self.stdout.write("People are there already; --reset draws them anew.")
        self._step("Staff accounts", load_accounts)
        seed = options["seed"]
        self._step("Codes and visits", lambda: load_placements(seed=seed, now=now))
        self._step(
            "Applications to host and to join",
            lambda: load_host_applications(now),
            lambda: load_join_applications(now),
        )
        if options["registrations"] is None:
            self._step("Messages from the desk", lambda: load_messages(now))
            self._step("A printed list", lambda: load_prints(now))
            self._step("After the rehearsal", lambda: load_afterwards(now))
        self._step("Totals", lambda: refresh_tallies(now=now))
        self.stdout.write(f"Password of every demonstration account: {password()}")

    def _load_people(self, total: int | None, seed: int, now: Any) -> None:
        crowd = Crowd(seed)
        pledges = DEFAULT_PLEDGES if total is None else total // 10
        started = time.monotonic()
        written = load_registrations(crowd=crowd, total=total, now=now)
        pledged = load_pledges(crowd=crowd, total=pledges, now=now)
        if total is None:
            written += load_rehearsal(crowd=crowd, now=now)
        seconds = time.monotonic() - started
        self.stdout.write(f"{written} registrations and {pledged} pledges in {seconds:.1f} s")

    def _step(self, words: str, *actions: Callable[[], object]) -> None:
        self.stdout.write(f"{words} …")
        self.stdout.flush()
        for action in actions:
            action()
