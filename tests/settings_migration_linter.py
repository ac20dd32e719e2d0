"""The settings of the tests with django-migration-linter, which no server needs."""

from config.settings.test import *  # noqa: F403
from config.settings.test import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]
MIGRATION_LINTER_OPTIONS = {
    "include_apps": [
        "site_pages", "events", "campaigns", "messaging", "participants", "directory",
    ],
    # They come before the first release: no deployed program runs beside them. Every later
    # one must leave the program that is still running able to read and write.
    "ignore_name": [
        "0001_initial", "0002_initial", "0002_homes", "0002_images",
        "0002_words_only_in_the_queue", "0002_longer_organiser_line",
        "0003_one_counted_pledge_per_address",
        # New columns with a default in the database, which a program still running need not know;
        # the linter takes SQLite's way of adding one (a new table) for a change of old columns.
        "0003_staff_accounts", "0006_roles_for_a_day", "0009_lists_log_and_prints",
        "0002_pledging", "0008_joining", "0010_placements", "0011_years", "0013_years",
    ],
    "no_cache": True,
    "quiet": ["ok", "ignore"],
}  # fmt: skip
