"""Which pictures, downloads and sounds a page shows, wherever in it they stand."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from directory.models import CampaignDocument, CampaignImage, SoundFile

Shown = CampaignImage | CampaignDocument | SoundFile


def pictures_of(page: Any) -> list[CampaignImage]:
    """Return the pictures of a page or a draft, those inside other blocks included."""
    return list(CampaignImage.objects.filter(pk__in=_keys(page, CampaignImage)))


def files_of(page: Any) -> list[CampaignDocument | SoundFile]:
    """Return the downloads and sounds of a page or a draft, links in running text included."""
    return [
        *CampaignDocument.objects.filter(pk__in=_keys(page, CampaignDocument)),
        *SoundFile.objects.filter(pk__in=_keys(page, SoundFile)),
    ]


def _keys(page: Any, model: type[Shown]) -> set[str]:
    wanted = ContentType.objects.get_for_model(model).pk
    references = ReferenceIndex._extract_references_from_object(page)
    return {key for type_key, key, _model_path, _path in references if type_key == wanted}
