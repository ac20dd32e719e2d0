"""Pictures: drawn anew on every way in; copies for readers exactly while they may see them."""

import datetime
import io
from itertools import product
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks

from directory.enums import PictureState
from directory.models import CampaignImage
from directory.models.image import ShownPicture
from directory.services.pictures import take_down_pictures
from documents.errors import NotAPhotograph
from tests.uploads import make_picture, photograph

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
PAST = datetime.date(2020, 7, 30)
LACKING: list[dict[str, Any]] = [
    {"has_consent": False}, {"shows_children": True}, {"alt_ur": ""}, {"alt_en": ""},
    {"consent_ends_on": PAST},
]  # fmt: skip


def shown(image: CampaignImage) -> ShownPicture:
    """Return what readers see of a picture; there has to be something."""
    found: ShownPicture | None = CampaignImage.objects.get(pk=image.pk).shown
    assert found is not None
    return found


def addresses(image: CampaignImage) -> list[str]:
    """Return the addresses of every copy that readers may get."""
    picture = shown(image)
    sets = [source.srcset.split(", ") for source in picture.sources]
    return [picture.url, *(part.split(" ")[0] for parts in sets for part in parts)]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_kept_upright_and_without_place_or_camera(kind: str) -> None:
    assert b"SecretPhone" in photograph(kind).read()

    image = CampaignImage.objects.get(pk=make_picture(file=photograph(kind)).pk)

    data = image.file.read()
    image.file.close()
    kept = Image.open(io.BytesIO(data))
    assert (kept.size, dict(kept.getexif())) == ((600, 900), {})
    assert (image.width, image.height, image.file_size) == (600, 900, len(data))
    assert b"SecretPhone" not in data


def test_a_file_put_in_by_code_is_drawn_anew_too() -> None:
    image = make_picture()

    image.file.save("again.jpg", photograph(size=(300, 200)), save=True)

    assert (image.width, image.height) == (200, 300)
    assert b"SecretPhone" not in image.file.read()
    image.file.close()


def test_what_is_no_picture_is_refused_by_the_model_itself() -> None:
    svg = SimpleUploadedFile("picture.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")

    with pytest.raises(NotAPhotograph):
        make_picture(file=svg)

    assert CampaignImage.objects.count() == 0


def test_readers_choose_among_small_files_in_three_kinds() -> None:
    picture = shown(make_picture(file=photograph(size=(900, 1300))))

    # 1300 pixels wide once it stands upright.
    kinds = [source.content_type for source in picture.sources]
    widths = [part.split(" ")[1] for part in picture.sources[0].srcset.split(", ")]
    assert (kinds, widths) == (["image/avif", "image/webp"], ["400w", "800w", "1200w"])
    assert (picture.width, picture.height) == (800, 800 * 900 // 1300)
    assert picture.url.endswith(".jpg")


def test_a_picture_smaller_than_any_copy_is_not_blown_up() -> None:
    picture = shown(make_picture(file=photograph(size=(90, 120))))

    assert (picture.width, picture.height) == (120, 90)


@pytest.mark.parametrize("lacking", LACKING)
def test_a_picture_without_consent_has_no_copy_for_readers(lacking: dict[str, Any]) -> None:
    image = make_picture(**lacking)

    assert (image.shown, image.renditions.count()) == (None, 0)


@pytest.mark.parametrize("lacking", LACKING)
def test_withdrawing_consent_takes_every_copy_from_the_store(
    client: Client,
    lacking: dict[str, Any],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    image = make_picture()
    before = addresses(image)
    assert all(default_storage.exists(url.removeprefix("/media/")) for url in before)

    for name, value in lacking.items():
        setattr(image, name, value)
    with django_capture_on_commit_callbacks(execute=True):
        image.save()

    left = [url for url in before if default_storage.exists(url.removeprefix("/media/"))]
    assert (left, image.shown, image.renditions.count()) == ([], None, 0)


def test_agreeing_again_makes_copies_under_new_names() -> None:
    image = make_picture()
    before = addresses(image)
    image.has_consent = False
    image.save()
    image.has_consent = True
    image.save()

    assert set(before) & set(addresses(image)) == set()


def test_no_address_of_a_copy_tells_another() -> None:
    stems = [url.rsplit("/", 1)[1].split(".")[0] for url in addresses(make_picture())]

    assert (len(set(stems)), {len(stem) for stem in stems}) == (len(stems), {32})


def test_what_a_statement_changed_is_believed_before_any_copy() -> None:
    image = make_picture()
    CampaignImage.objects.update(has_consent=False)

    assert CampaignImage.objects.get(pk=image.pk).shown is None


def test_another_file_leaves_no_copy_of_the_first() -> None:
    image = make_picture()
    before = addresses(image)
    image.file = photograph(size=(500, 400), colour="red")  # type: ignore[assignment]
    image.save()

    assert set(before) & set(addresses(image)) == set()
    assert (shown(image).width, shown(image).height) == (400, 500)


def test_the_list_and_the_picture_itself_say_the_same() -> None:
    facts = product((True, False), (None, PAST), (True, False), (True, False), ("", "خواتین"))
    names = ("has_consent", "consent_ends_on", "shows_children", "is_decorative", "alt_ur")
    CampaignImage.objects.bulk_create(
        CampaignImage(
            title="x", width=1, height=1, alt_en="Women", **dict(zip(names, row, strict=True))
        )
        for row in facts
    )
    today = PAST + datetime.timedelta(days=1)

    found = {
        state: set(CampaignImage.objects.in_state(state, today).values_list("pk", flat=True))
        for state in PictureState.values
    }

    every = CampaignImage.objects.all()
    assert found == {
        state: {picture.pk for picture in every if picture.state_on(today) == state}
        for state in PictureState.values
    }
    assert min(len(keys) for keys in found.values()) > 0


def test_a_picture_goes_the_day_after_its_consent_ends() -> None:
    last_day = datetime.date(2097, 7, 30)
    image = make_picture(consent_ends_on=last_day)
    lasting = make_picture(title="lasting")
    # Half past eleven at night in Pakistan, and an hour later.
    late = datetime.datetime(2097, 7, 30, 18, 30, tzinfo=datetime.UTC)
    on_the_day = take_down_pictures(now=late)
    shown_then = CampaignImage.objects.get(pk=image.pk).shown

    gone = take_down_pictures(now=late + datetime.timedelta(hours=1))
    again = take_down_pictures(now=late + datetime.timedelta(hours=2))

    assert (on_the_day, shown_then is None, gone, again) == (0, False, 1, 0)
    assert CampaignImage.objects.get(pk=image.pk).shown is None
    assert shown(lasting)
