"""What a draft may still lack and a page before readers may not: saving asks for little."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from wagtail.blocks import StreamValue
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.fields import StreamField


def unfinished_parts(page: Any) -> list[str]:
    """Return the names of fields and blocks that lack something or hold what they may not.

    Each name once, in the order of the model and then of the page; none when all is filled in.
    """
    return list(dict.fromkeys([*_fields(page), *_blocks(page)]))


def _fields(page: Any) -> Iterator[str]:
    try:
        page.full_clean()
    except ValidationError as error:
        for name in error.message_dict:
            known = {field.name: field for field in page._meta.fields}
            yield capfirst(known[name].verbose_name) if name in known else "The page as a whole"


def _blocks(page: Any) -> Iterator[str]:
    for field in page._meta.fields:
        if not isinstance(field, StreamField):
            continue
        value: StreamValue = getattr(page, field.name)
        try:
            value.stream_block.clean(value)
        except StreamBlockValidationError as error:
            for index in sorted(error.block_errors):
                yield str(value[index].block.label)
            if error.non_block_errors:
                yield capfirst(field.verbose_name)
