"""Addresses on which the network is looked after; below /L/desk/network/."""

from django.urls import path

from events.network.views import answering, applications, organisations

app_name = "network"
urlpatterns = [
    path("", applications.applications, name="applications"),
    path("organisations/", organisations.organisations, name="organisations"),
    path(
        "organisations/<slug:organisation>/certificate.pdf",
        organisations.certificate,
        name="certificate",
    ),
    path("<str:join_reference>/", applications.application, name="application"),
    path("<str:join_reference>/approve/", answering.approve, name="approve"),
    path("<str:join_reference>/decline/", answering.decline, name="decline"),
    path("<str:join_reference>/reopen/", answering.reopen, name="reopen"),
    path("<str:join_reference>/membership/", answering.membership, name="membership"),
]
