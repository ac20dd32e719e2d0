"""Both languages of a safety page go live together or not at all, whichever way is taken."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page
from wagtail.rich_text import RichText

from directory.models import CampaignDocument, CampaignImage
from site_pages.enums import EditKind, Refusal
from site_pages.errors import NotPublishable
from site_pages.models import TopicPage
from site_pages.services.publishing import publish_due, publish_together
from tests.site_pages.drafts import draft_text, edit, fresh, make_agreeing, make_staff
from tests.uploads import make_download

pytestmark = pytest.mark.django_db
# Later than any machine's clock: Wagtail asks it whether a time has come.
LATER = datetime.datetime(2099, 7, 30, 4, 0, tzinfo=datetime.UTC)


def live_intros(*pages: Page) -> list[str]:
    """Return what readers see now; "" where they see nothing."""
    return [page.intro if page.live else "" for page in map(fresh, pages)]


def publish_latest(page: Any) -> None:
    page.latest_revision.publish()


def publish_as_the_editor_does(page: Any) -> None:
    PublishPageRevisionAction(page.latest_revision).execute(skip_permission_checks=True)


def publish_by_the_row(page: Any) -> None:
    page.live = True
    page.save()


def publish_page_with_latest(page: Any) -> None:
    page.publish(page.latest_revision)


WAYS = [
    publish_latest,
    publish_as_the_editor_does,
    publish_page_with_latest,
]


@pytest.mark.parametrize("publish", WAYS)
def test_safety_page_changed_in_one_language_is_refused_on_every_way(publish: Any) -> None:
    urdu, english = make_agreeing(is_sensitive=True)
    english = edit(english, intro="Second.")

    with pytest.raises(NotPublishable) as refused:
        publish(english)

    assert refused.value.refusal == Refusal.TEXTS_DIFFER
    assert live_intros(urdu, english) == ["پہلا۔", "First."]


@pytest.mark.parametrize("publish", [*WAYS, publish_by_the_row])
def test_new_safety_page_in_one_language_is_refused_on_every_way(publish: Any) -> None:
    english = draft_text("en", is_sensitive=True)

    with pytest.raises(NotPublishable) as refused:
        publish(english)

    assert refused.value.refusal == Refusal.OTHER_MISSING
    assert live_intros(english) == [""]


@pytest.mark.parametrize("publish", WAYS)
def test_other_page_goes_live_by_itself(publish: Any) -> None:
    _urdu, english = make_agreeing()

    publish(edit(english, intro="Second."))

    assert live_intros(english) == ["Second."]


def test_small_correction_of_a_safety_page_goes_live_by_itself() -> None:
    _urdu, english = make_agreeing(is_sensitive=True)

    publish_latest(edit(english, EditKind.MINOR, intro="First!"))

    assert live_intros(english) == ["First!"]


def test_taking_the_mark_away_does_not_open_the_gate() -> None:
    _urdu, english = make_agreeing(is_sensitive=True)

    with pytest.raises(NotPublishable):
        publish_latest(edit(english, intro="Second.", is_sensitive=False))


def test_translation_finished_but_not_live_is_refused_until_both_go() -> None:
    urdu, english = make_agreeing(is_sensitive=True)
    english = edit(english, intro="Second.")
    urdu = edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")

    for text in (english, urdu):
        with pytest.raises(NotPublishable):
            publish_latest(text)
    publish_together(page=urdu, user=None)

    assert live_intros(urdu, english) == ["دوسرا۔", "Second."]


def test_publishing_together_changes_nothing_when_one_text_may_not_go() -> None:
    urdu, english = make_agreeing(is_sensitive=True)
    english = edit(english, intro="Second.")
    edit(urdu, EditKind.WORKING, intro="ادھورا")

    with pytest.raises(NotPublishable):
        publish_together(page=english, user=None)

    assert live_intros(urdu, english) == ["پہلا۔", "First."]


def test_copy_in_the_wrong_language_is_refused_on_any_page() -> None:
    english = draft_text("en")
    copy = draft_text("ur", key=english.translation_key)

    with pytest.raises(NotPublishable) as refused:
        publish_latest(copy)

    assert refused.value.refusal == Refusal.UNTRANSLATED


def test_taking_down_is_never_refused() -> None:
    urdu, english = make_agreeing(is_sensitive=True)
    edit(english, intro="Second.")

    fresh(english).unpublish(user=make_staff("editor", "Editors"))

    assert live_intros(urdu, english) == ["پہلا۔", ""]


def test_copy_of_a_safety_page_is_not_live_at_once() -> None:
    _urdu, english = make_agreeing(is_sensitive=True)

    with pytest.raises(NotPublishable):
        CopyPageAction(english, keep_live=True, update_attrs={"slug": "copied"}).execute()

    assert not TopicPage.objects.filter(slug="copied").exists()


def test_author_does_not_publish_a_safety_page_and_a_colleague_does() -> None:
    author, reviewer = make_staff("editor", "Editors"), make_staff("reviewer", "Reviewers")
    urdu, english = make_agreeing(is_sensitive=True)
    edit(english, intro="Second.", user=author)
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")

    with pytest.raises(NotPublishable) as refused:
        publish_together(page=urdu, user=author)
    publish_together(page=urdu, user=reviewer)

    assert refused.value.refusal == Refusal.OWN_PAGE
    assert live_intros(urdu, english) == ["دوسرا۔", "Second."]


def test_author_is_refused_with_a_revision_alone_too_and_offered_no_button() -> None:
    author = make_staff("editor", "Editors")
    _urdu, english = make_agreeing(is_sensitive=True)
    english = edit(english, EditKind.MINOR, intro="First!", user=author)

    with pytest.raises(NotPublishable):
        english.latest_revision.publish(user=author)

    assert not english.permissions_for_user(author).can_publish()
    assert english.permissions_for_user(author).can_unpublish()


def test_author_of_what_is_live_already_may_publish_another_ones_words() -> None:
    author = make_staff("editor", "Editors")
    urdu, english = make_agreeing(is_sensitive=True, is_live=False)
    edit(english, EditKind.MINOR, intro="First!", user=author)
    publish_together(page=urdu, user=None)

    edit(english, EditKind.MINOR, intro="First.")
    publish_together(page=urdu, user=author)

    assert live_intros(english) == ["First."]


def test_both_go_live_at_their_time_by_one_call() -> None:
    urdu, english = make_agreeing(is_sensitive=True)
    edit(english, intro="Second.")
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")
    reviewer = make_staff("reviewer", "Reviewers")

    publish_together(page=english, user=reviewer, at=LATER)
    before = live_intros(urdu, english)
    with time_machine.travel(LATER, tick=False):
        early = publish_due(now=LATER - datetime.timedelta(minutes=1))
        count = publish_due(now=LATER)

        assert before == ["پہلا۔", "First."]
        assert (early, count) == (0, 2)
        assert live_intros(urdu, english) == ["دوسرا۔", "Second."]
        assert publish_due(now=LATER) == 0


def test_command_of_the_clock_publishes_both_and_ends_what_is_over() -> None:
    urdu, english = make_agreeing(is_sensitive=True)
    over = draft_text("en", slug="over", expire_at=LATER)
    publish_latest(over)
    edit(english, intro="Second.")
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")
    publish_together(page=english, user=None, at=LATER)

    with time_machine.travel(LATER + datetime.timedelta(minutes=1), tick=False):
        call_command("publish_scheduled")

    assert live_intros(urdu, english, over) == ["دوسرا۔", "Second.", ""]


def test_text_whose_partner_lost_its_time_stays_a_draft_and_stops_trying() -> None:
    urdu, english = make_agreeing(is_sensitive=True)
    edit(english, intro="Second.")
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")
    publish_together(page=english, user=None, at=LATER)
    fresh(urdu).revisions.update(approved_go_live_at=None)

    with time_machine.travel(LATER, tick=False):
        assert publish_due(now=LATER) == 0

    assert live_intros(urdu, english) == ["پہلا۔", "First."]
    assert not fresh(english).revisions.filter(approved_go_live_at__isnull=False).exists()


def test_publishing_now_forgets_a_time_set_before() -> None:
    urdu, english = make_agreeing(is_sensitive=True)
    edit(english, intro="Second.")
    edit(urdu, EditKind.CAUGHT_UP, intro="دوسرا۔")
    publish_together(page=english, user=None, at=LATER)

    publish_together(page=english, user=None)

    assert live_intros(urdu, english) == ["دوسرا۔", "Second."]


def test_picture_whose_consent_was_withdrawn_keeps_a_page_from_going_live() -> None:
    image = CampaignImage.objects.create(
        title="walk", file=get_test_image_file(), has_consent=True, alt_en="A walk", alt_ur="واک"
    )
    _urdu, english = make_agreeing()
    english = edit(english, body=[("image", {"image": image, "alt_text": "", "caption": ""})])
    CampaignImage.objects.filter(pk=image.pk).update(has_consent=False)

    with pytest.raises(NotPublishable) as refused:
        publish_latest(english)

    assert refused.value.refusal == Refusal.PICTURE


@pytest.mark.usefixtures("own_media")
@pytest.mark.parametrize("publish", WAYS)
def test_a_download_nobody_described_keeps_a_page_from_going_live(publish: Any) -> None:
    document = make_download(language="")
    link = f'<p><a linktype="document" id="{document.pk}">Hours</a></p>'
    _urdu, english = make_agreeing()
    english.unpublish()
    english = edit(fresh(english), body=[("rich_text", RichText(link))])

    with pytest.raises(NotPublishable) as refused:
        publish(english)
    CampaignDocument.objects.update(language="ur")
    publish(fresh(english).specific)

    assert refused.value.refusal == Refusal.FILE
    assert fresh(english).live
