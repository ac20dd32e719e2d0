"""The directory app."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Cities, helplines, images and staff."""

    name = "directory"
