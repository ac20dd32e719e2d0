"""Addresses of joining the network, below the language."""

from django.urls import path

from campaigns.joining.views import apply, certificate, own

patterns = [
    path("network/join/", apply.join, name="join"),
    path("my/network/<str:token>/", own.open_link, name="join_link"),
    path("my/network/r/<str:reference>/", own.own_page, name="join_own"),
    path(
        "my/network/r/<str:reference>/certificate.pdf",
        certificate.own_certificate,
        name="join_certificate",
    ),
    path("my/network/r/<str:reference>/change/", own.mend, name="join_mend"),
    path("my/network/r/<str:reference>/done/", own.done, name="join_done"),
    path("my/network/r/<str:reference>/erase/", own.erase, name="join_erase"),
    path("my/network/r/<str:reference>/export.json", own.export, name="join_export"),
    path("my/network/r/<str:reference>/link/", own.new_link, name="join_new_link"),
    path("my/network/r/<str:reference>/withdraw/", own.take_back, name="join_withdraw"),
]
