"""How somebody wants a list, and the files that are theirs."""

from collections.abc import Iterator

from django.db.models import QuerySet

from directory.models import User
from events.models import Event, ListFile, ListFilePart, ListSetting


def list_setting_of(event: Event, user: User) -> ListSetting | None:
    """Return what somebody remembers of an event's lists; None until they choose something."""
    return ListSetting.objects.filter(event=event, user=user).first()


def files_of(event: Event, user: User) -> QuerySet[ListFile]:
    """Return the files somebody asked for themselves, the latest first, without whom they list."""
    files = ListFile.objects.filter(event=event, asked_by=user)
    return files.select_related("list_print").defer("registration_ids", "list_print__rows")


def bytes_of(list_file: ListFile) -> Iterator[bytes]:
    """Yield a made file piece by piece, only one of them in memory."""
    parts = ListFilePart.objects.filter(file=list_file).order_by("position")
    for pk in parts.values_list("pk", flat=True):
        yield bytes(ListFilePart.objects.get(pk=pk).content)
