"""The running program: settings, addresses, commands that span every app."""
