#!/usr/bin/env python
"""Django's command line for Hamqadam."""

import os
import sys


def main() -> None:
    """Run one management command; DEBUG=0 chooses the production settings."""
    settings = "production" if os.environ.get("DEBUG") == "0" else "development"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"config.settings.{settings}")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
