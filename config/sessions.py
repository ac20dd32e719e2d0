"""Sessions in the database, begun with one statement instead of four."""

from contextlib import nullcontext

from django.contrib.sessions.backends.base import VALID_KEY_CHARS, CreateError, UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils.crypto import get_random_string

KEY_LENGTH = 32


class SessionStore(DatabaseStore):
    """Django's own, less the question whether 165 random bits are taken: the unique key answers.

    Whoever registers begins a session (their grant), so this is on the way of every registration.
    """

    def _get_new_session_key(self) -> str:
        return get_random_string(KEY_LENGTH, VALID_KEY_CHARS)

    def save(self, must_create: bool = False) -> None:
        """Insert a new session or update the one that is there; one statement, no transaction."""
        if self.session_key is None:
            self.create()
            return
        content = self._get_session(no_load=must_create)  # type: ignore[attr-defined]  # not in stubs
        row = self.create_model_instance(content)
        # Inside somebody's transaction a failure must leave the rest of it whole.
        guard = transaction.atomic() if connection.in_atomic_block else nullcontext()
        try:
            with guard:
                row.save(force_insert=must_create, force_update=not must_create)
        except IntegrityError as error:
            if must_create:
                raise CreateError from error
            raise
        except DatabaseError as error:
            if not must_create:
                raise UpdateError from error
            raise
