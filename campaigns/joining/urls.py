"""Addresses of joining the network, below the language."""

from django.urls import path

from campaigns.joining.views import certificate
from campaigns.joining.views.pages import JOINING
from participants.applications.urls import own_patterns
from participants.applications.views.apply import apply

patterns = [
    path("network/join/", apply, {"pages": JOINING}, name="join"),
    path(
        "my/network/r/<str:reference>/certificate.pdf",
        certificate.own_certificate,
        {"pages": JOINING},
        name="join_certificate",
    ),
    *own_patterns(JOINING, "my/network/"),
]
