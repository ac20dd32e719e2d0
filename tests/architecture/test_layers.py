"""Only services write; nobody listens to signals; the environment is read in one place."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source_tree import APPS, PACKAGES, found, modules, tree_of

WRITES = {
    "save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "asave", "acreate", "adelete", "add_child", "add_sibling", "publish", "set_password",
}  # fmt: skip
# Words of ordinary collections too: a write only on a queryset.
WRITES_ON_QUERYSETS = {"update", "aupdate"}
QUERYSETS = (".objects", "_set.", "filter(", "exclude(", ".all()", "queryset", "published()")
WRITERS = {"services", "models", "migrations", "management"}
# Things that are stored elsewhere than in the database.
# Wagtail's own save, which its edges wrap, or things that are no rows.
NOT_ROWS = {"super()", "cache", "default_storage"}


def writes(file: Path) -> Iterator[str]:
    """Yield each call that looks like writing rows."""
    for node in ast.walk(tree_of(file)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        receiver, name = ast.unparse(node.func.value), node.func.attr
        is_queryset = any(part in f"{receiver}." for part in QUERYSETS)
        if (name in WRITES and receiver not in NOT_ROWS) or (
            name in WRITES_ON_QUERYSETS and is_queryset
        ):
            yield f"{file}:{node.lineno}: {receiver}.{name}"


def test_only_services_write() -> None:
    readers = [
        file for file in modules(*APPS) if file.stem not in WRITERS and not WRITERS & {*file.parts}
    ]

    assert [write for file in readers for write in writes(file)] == []


def test_nobody_listens_to_signals() -> None:
    pattern = r"django\.db\.models\.signals|django\.dispatch|@receiver|(?-i:\bSignal\()"
    # Wagtail's edges alone, in one file an app.
    ours = [file for file in modules(*PACKAGES) if file.stem != "wagtail_hooks"]

    assert [signal for file in ours for signal in found(pattern, file)] == []


def test_the_environment_is_read_in_settings_only() -> None:
    outside = [
        file
        for file in modules(*PACKAGES)
        if len(file.parts) > 1
        and not file.is_relative_to("config/settings")
        # They run before there are settings.
        and str(file) not in {"config/bootstrap.py", "config/wsgi.py", "config/asgi.py"}
    ]

    assert [read for file in outside for read in found(r"\bos\.(environ|getenv)", file)] == []


def test_only_the_edges_ask_for_the_time() -> None:
    edges = {"views", "commands", "models", "management", "context", "blocks", "wagtail_hooks"}
    inner = [
        file
        for file in modules(*APPS, "urdu", "documents")
        if file.stem not in edges and not edges & {*file.parts}
    ]
    pattern = r"timezone\.now\(\)|datetime\.now\(|date\.today\(\)|localdate\(\)"

    assert [clock for file in inner for clock in found(pattern, file)] == []
