"""What can go wrong in the print shop."""


class TooEarlyForCertificates(Exception):
    """Nobody has taken part yet: the event has not begun, or does not take place."""


class NoSuchCertificate(Exception):
    """A code that is no certificate of this event, or one that was taken back already."""
