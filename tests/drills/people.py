"""People who keep trying: a crowd that registers while the ground shakes."""

import contextlib
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

import requests

from tests.races.crowd import Party, Visitor, hidden_inputs

PATIENCE_SECONDS = 90
PAUSE_SECONDS = 0.3
HELPLINE = "0333-1110566"


@dataclass
class Seen:
    """What people saw: references they were promised, answers by status, answers unfit for them."""

    confirmed: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    broken_connections: int = 0
    # A 503 without helpline or Retry-After, or any other 5xx.
    bare_errors: list[str] = field(default_factory=list)
    gave_up: int = 0
    slowest_seconds: float = 0.0


class People:
    """Several persons at a time, each registering one party after another until told to stop."""

    def __init__(self, url: str, slug: str, count: int) -> None:
        self.url, self.slug = url, slug
        self.seen = Seen()
        self._lock = threading.Lock()
        self._is_over = threading.Event()
        self._next = 0
        self._threads = [threading.Thread(target=self._live) for _ in range(count)]

    def start(self) -> None:
        """Let them begin."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> Seen:
        """Let each finish with the party in hand."""
        self._is_over.set()
        for thread in self._threads:
            thread.join()
        return self.seen

    def _live(self) -> None:
        while not self._is_over.is_set():
            with self._lock:
                self._next += 1
                number = self._next
            party = Party("کوثر عباس", f"0300 {number:07d}", 1, f"walker{number}@mail.test")
            self._register(Visitor(self.url, self.slug, party))

    def _register(self, visitor: Visitor) -> None:
        """Open the form and press the button until an answer comes, as people do."""
        page = self._until(visitor, 200)
        if page is None:
            return
        visitor.fields = hidden_inputs(page.text) | visitor.typed() | {"confirmed": "1"}
        answer = self._until(visitor, 303)
        if answer is not None:
            with self._lock:
                self.seen.confirmed.append(answer.headers["Location"].rstrip("/").split("/")[-1])

    def _until(self, visitor: Visitor, wanted: int) -> requests.Response | None:
        gives_up_at = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < gives_up_at:
            begun = time.monotonic()
            with contextlib.suppress(requests.RequestException):
                answer = visitor.opened() if wanted == 200 else visitor.sent()
                self._note(answer, time.monotonic() - begun)
                if answer.status_code == wanted:
                    return answer
                time.sleep(PAUSE_SECONDS)
                continue
            with self._lock:
                self.seen.broken_connections += 1
            time.sleep(PAUSE_SECONDS)
        with self._lock:
            self.seen.gave_up += 1
        return None

    def _note(self, answer: requests.Response, seconds: float) -> None:
        is_bare = answer.status_code >= 500 and not (
            answer.status_code == 503
            and HELPLINE in answer.text
            and answer.headers.get("Retry-After")
        )
        with self._lock:
            self.seen.statuses[answer.status_code] += 1
            self.seen.slowest_seconds = max(self.seen.slowest_seconds, seconds)
            if is_bare:
                self.seen.bare_errors.append(f"{answer.status_code} {answer.text[:200]}")
