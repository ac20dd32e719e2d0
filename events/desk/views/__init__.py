"""Pages and files of the desk; the log-in throttle answers through here (AXES_LOCKOUT_CALLABLE)."""

from events.desk.views.signing_in import locked_out

__all__ = ["locked_out"]
