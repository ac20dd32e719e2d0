"""Pictures: no consent, no publication."""

from typing import Any

import pytest
from django.test import Client
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.tests.utils import get_test_image_file

from directory.models import CampaignImage
from site_pages.blocks.image import ImageBlock
from tests.site_pages.builders import make_topic

pytestmark = pytest.mark.django_db
AGREED = {"has_consent": True, "alt_en": "Women walking", "alt_ur": "خواتین واک میں"}


def make_image(**values: Any) -> CampaignImage:
    """Return an uploaded picture."""
    image: CampaignImage = CampaignImage.objects.create(
        title="walk", file=get_test_image_file(), **values
    )
    return image


@pytest.mark.parametrize(
    "lacking",
    [{"has_consent": False}, {"shows_children": True}, {"alt_ur": ""}, {"alt_en": ""}],
)
def test_picture_that_may_not_be_published_is_refused(lacking: dict[str, Any]) -> None:
    block = ImageBlock()
    value = block.to_python({"image": make_image(**(AGREED | lacking)).pk})

    with pytest.raises(StructBlockValidationError):
        block.clean(value)


@pytest.mark.parametrize("agreed", [AGREED, {"has_consent": True, "is_decorative": True}])
def test_picture_with_consent_is_accepted(agreed: dict[str, Any]) -> None:
    block = ImageBlock()
    image = make_image(**agreed)

    assert block.clean(block.to_python({"image": image.pk}))["image"] == image


def test_picture_whose_consent_is_withdrawn_disappears_from_the_page(client: Client) -> None:
    image = make_image(**AGREED)
    make_topic("ur", "walk", body=[("image", {"image": image, "alt_text": "", "caption": ""})])
    before = client.get("/ur/walk/").content.decode()

    CampaignImage.objects.filter(pk=image.pk).update(has_consent=False)
    after = client.get("/ur/walk/").content.decode()

    assert 'alt="خواتین واک میں"' in before
    assert "picture__image" not in after
