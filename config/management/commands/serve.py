"""Makes the site ready and serves it on this machine, with the message worker beside it."""

import socket
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from config.demonstration.accounts import STAFF, load_accounts, password
from config.static_files import collect_if_changed
from config.supervision import Supervisor
from config.words import compile_catalogues
from directory.models import User

WEB_PROCESSES = 2
WEB_THREADS = 4


def web_command(port: int) -> list[str]:
    """Return how the web server is started; it writes no log of who asked for what."""
    return [
        sys.executable, "-m", "gunicorn", "config.wsgi:application",
        "--bind", f"127.0.0.1:{port}",
        "--workers", str(WEB_PROCESSES),
        "--worker-class", "gthread",
        "--threads", str(WEB_THREADS),
        "--preload",
        "--graceful-timeout", "3",
        "--log-level", "warning",
        "--no-control-socket",
    ]  # fmt: skip


class Command(BaseCommand):
    """Every step says what it does; a second start skips what is done."""

    help = "Make the site ready and serve it on 127.0.0.1:$PORT, worker included."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Get ready, say where to look, and serve until told to end."""
        begun = time.monotonic()
        self._require_free_port()
        self._compile_words()
        self._migrate()
        self._collect()
        if settings.DEMO:
            self._load_demonstration()
        connections.close_all()
        self._say(f"Ready after {time.monotonic() - begun:.1f} s; starting the web server")
        self._tell_where()
        manage = str(Path(sys.argv[0]).resolve())
        supervisor = Supervisor(
            {"web": web_command(settings.PORT), "worker": [sys.executable, manage, "work"]},
            self._say,
        )
        sys.exit(supervisor.run())

    def _say(self, words: str) -> None:
        self.stdout.write(f"==> {words}")
        self.stdout.flush()

    def _require_free_port(self) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", settings.PORT))
            except OSError as error:
                raise CommandError(
                    f"Port {settings.PORT} is taken; choose another: make run PORT=8001"
                ) from error

    def _compile_words(self) -> None:
        for folder in settings.LOCALE_PATHS:
            if compile_catalogues(Path(folder)):
                self._say("Compiled the Urdu words")

    def _migrate(self) -> None:
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            self._say(f"Migrating the database: {len(plan)} steps; the first time takes a while")
            call_command("migrate", interactive=False, verbosity=0, skip_checks=True)

    def _collect(self) -> None:
        self._say("Static files")
        if collect_if_changed():
            self._say("Collected and packed the static files")

    def _load_demonstration(self) -> None:
        # Accounts come last in load_demo, so a load that was broken off is taken up again.
        if not User.objects.exists():
            self._say("The database is empty: loading the demonstration campaign")
            call_command("load_demo", stdout=self.stdout)
            return
        director = User.objects.filter(username="director").first()
        if director is not None and not director.check_password(password()):
            load_accounts()

    def _tell_where(self) -> None:
        at = f"http://127.0.0.1:{settings.PORT}"
        lines = [
            "",
            f"  Urdu           {at}/ur/",
            f"  English        {at}/en/",
            f"  Organisers     {at}/ur/desk/",
            f"  Editors' CMS   {at}/admin/",
        ]
        if settings.DEMO:
            lines += [
                "",
                f"  Accounts       {', '.join(name for name, _group, _language in STAFF)}",
                f"  Password       {password()}",
            ]
        lines += ["", "  End with Ctrl-C. Messages are written to var/outbox/, not sent.", ""]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()
