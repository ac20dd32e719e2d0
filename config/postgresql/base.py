"""Django's PostgreSQL, whose kept connections are looked at instead of asked.

Django asks a kept connection "SELECT 1" at the beginning of every request: after a restart of the
database it then opens a new one, instead of failing. The same can be seen without asking. Nothing
arrives on a connection that rests; when the server ends, or throws us out, its last words or the
end of the line do.
"""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks only a connection on which something has arrived."""

    def is_usable(self) -> bool:
        """Tell whether the connection still serves."""
        if self.connection is None or self.connection.closed:
            return False
        if not self.errors_occurred and not _has_arrived(self.connection.fileno()):
            return True
        return super().is_usable()


def _has_arrived(descriptor: int) -> bool:
    # Not select(): it cannot look at descriptors beyond 1023.
    poll = select.poll()
    poll.register(descriptor, select.POLLIN | select.POLLPRI)
    return bool(poll.poll(0))
