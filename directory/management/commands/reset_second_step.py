"""Reset the second step of an account when no director can do it on the desk."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from directory.models import User
from directory.services.accounts import end_sessions
from directory.services.second_factor import forget_second_factor


class Command(BaseCommand):
    """Forgets app and recovery codes; the next signing in sets up a new app."""

    help = "Reset the second step of a staff account whose phone and recovery codes are lost."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the username."""
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        """Reset it and sign the account out everywhere."""
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"Nobody has the username {options['username']}.")
        forget_second_factor(user=user)
        end_sessions(user=user)
        self.stdout.write(f"{user.username} sets up a new app when signing in next.")
