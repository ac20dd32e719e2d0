"""How somebody wants a list, and the files that are theirs."""

from collections.abc import Iterator

from django.db.models import QuerySet

from directory.models import User
from events.models import Event, ListFile, ListFilePart, ListSetting
from participants.rules.sealing import unseal


def list_setting_of(event: Event, user: User) -> ListSetting | None:
    """Return what somebody remembers of an event's lists; None until they choose something."""
    return ListSetting.objects.filter(event=event, user=user).first()


def files_of(event: Event, user: User) -> QuerySet[ListFile]:
    """Return the files somebody asked for themselves, the latest first, without whom they list."""
    files = ListFile.objects.filter(event=event, asked_by=user)
    return files.select_related("list_print").defer("registration_ids", "list_print__rows")


def bytes_of(list_file: ListFile) -> Iterator[bytes]:
    """Yield a made file piece by piece, only one of them in memory.

    Raises NotSealedByUs, before the first piece, where SECRET_KEY is another one since.
    """
    parts = ListFilePart.objects.filter(file=list_file).order_by("position")
    for pk in parts.values_list("pk", flat=True):
        part = ListFilePart.objects.get(pk=pk)
        yield unseal(bytes(part.content), place_of_part(list_file, part.position))


def place_of_part(list_file: ListFile, position: int) -> str:
    """Return what a piece is sealed to: no other file's, nor another place in this one."""
    return f"list-file:{list_file.pk}:{position}"
