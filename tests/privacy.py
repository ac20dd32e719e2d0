"""Looking for a person in everything a database holds: every table, every column, as text."""

import json
from collections.abc import Iterable, Iterator

from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

SESSIONS = "django_session"


def tables_naming(words: Iterable[str]) -> dict[str, list[str]]:
    """Return the tables in whose rows one of the words stands, each with the words found.

    Reads the tables themselves, not the models: search indexes, queues and what no model of
    ours knows are among them. JSON is read as its text, sessions as what they hold.
    """
    wanted = [word.casefold() for word in words if word]
    found: dict[str, list[str]] = {}
    for table, text in _texts():
        hits = [word for word in wanted if word in text and word not in found.get(table, [])]
        if hits:
            found.setdefault(table, []).extend(hits)
    return found


def _texts() -> Iterator[tuple[str, str]]:
    """Yield (table, value as text) for every value of every row."""
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            # The name comes from the database itself.
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            rows = cursor.fetchall()
            for row in rows:
                for value in row:
                    yield table, _as_text(table, value).casefold()


def _as_text(table: str, value: object) -> str:
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).decode("utf-8", "replace")
    text = str(value)
    if table == SESSIONS:
        # Only its middle column holds anything; of the others nothing can be decoded.
        return text + str(SessionStore().decode(text))
    try:
        # SQLite keeps JSON with \u escapes, in which no Urdu name would be found.
        return text + json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return text
