"""An organisation that wants to join the network, and what the campaign answered."""

from typing import ClassVar

from django.db import models

from campaigns.enums import JoinDeclineReason, OrganisationKind
from campaigns.models.organisation import Organisation
from participants.enums import ApplicationState, ConsentPurpose
from participants.models import Application, Contact
from participants.models.application import answers_are_whole, to_do_index
from participants.rules.limits import JOIN_APPLICATIONS_OF_CONTACT, Limit


class JoinApplication(Application):
    """One application to join the network."""

    WORD: ClassVar[str] = "join"
    ABOUT: ClassVar[str] = "joining"
    CONSENTS: ClassVar[tuple[ConsentPurpose, ...]] = (ConsentPurpose.JOIN, ConsentPurpose.NETWORK)
    LIMIT: ClassVar[Limit] = JOIN_APPLICATIONS_OF_CONTACT
    OWN_WORDS: ClassVar[tuple[str, ...]] = ("work", "website")
    MADE: ClassVar[tuple[str, ...]] = ("organisation",)

    contact = models.OneToOneField(
        Contact, on_delete=models.PROTECT, related_name="join_application"
    )
    organisation_kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    work = models.CharField(max_length=480)
    website = models.URLField(blank=True)
    people_count = models.PositiveIntegerField(null=True, blank=True)
    decline_reason = models.CharField(max_length=20, choices=JoinDeclineReason.choices, blank=True)
    # What approval made or found; whoever left and came back has applied twice.
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="join_applications",
    )

    class Meta(Application.Meta):
        indexes: ClassVar[list[models.Index]] = [to_do_index("join_applications_to_do")]
        constraints: ClassVar[list[models.BaseConstraint]] = answers_are_whole(
            "declining_to_join_gives_a_reason", "an_answer_to_join_has_its_time"
        )

    @property
    def is_in_network(self) -> bool:
        """Whether what was approved still stands in the network."""
        return (
            self.state == ApplicationState.APPROVED
            and self.organisation is not None
            and self.organisation.is_in_network
        )
