"""What a third language reads where words come in pairs: the Urdu, until it has a field."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from urdu.pairs import WRITTEN, pair_field


def lend_words(models: Iterable[type[Model]], languages: Iterable[str]) -> None:
    """Let each pair of a model be read in every language: `title_sd` beside title_ur, title_en.

    A model that has such a field keeps it. Nothing is stored: reading lends, writing is refused.
    """
    more = [language for language in languages if language not in WRITTEN]
    for model in models if more else ():
        for stem in _stems(model):
            for language in more:
                if not hasattr(model, f"{stem}_{language}"):
                    setattr(model, f"{stem}_{language}", property(_reader(stem, language)))


def _stems(model: type[Model]) -> list[str]:
    names = {field.name for field in model._meta.get_fields()}
    suffix = f"_{WRITTEN[0]}"
    stems = [name.removesuffix(suffix) for name in sorted(names) if name.endswith(suffix)]
    return [stem for stem in stems if {f"{stem}_{language}" for language in WRITTEN} <= names]


def _reader(stem: str, language: str) -> Any:
    name = pair_field(stem, language)
    return lambda record: getattr(record, name)
