"""The participants app."""

from django.apps import AppConfig


class ParticipantsConfig(AppConfig):
    """People's data, outside the CMS."""

    name = "participants"
