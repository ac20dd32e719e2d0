"""What can go wrong with people's data."""


class ParticipantError(Exception):
    """Something about a person's details could not be used."""


class InvalidPhone(ParticipantError):
    """The digits are not a mobile number of Pakistan."""


class KeyNotOurs(ParticipantError):
    """The form's key was not issued by this server for this form, or too long ago."""


class KeyReused(ParticipantError):
    """The form's key came back with other content: show the check again with a new key."""


class ApplicationIsDecided(ParticipantError):
    """Somebody has answered the application, or it was taken back: too late for this."""


class NotSealedByUs(ParticipantError):
    """What was kept encrypted was changed since, or its key is gone."""


class AuditLogIsAppendOnly(ParticipantError):
    """Somebody tried to change or delete a line of the audit log."""


class TooManyTries(ParticipantError):
    """A limit is reached; `retry_seconds` says when trying again makes sense."""

    def __init__(self, retry_seconds: int) -> None:
        super().__init__(f"try again in {retry_seconds} s")
        self.retry_seconds = retry_seconds
