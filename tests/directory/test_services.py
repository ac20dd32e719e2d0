"""Staff accounts and the rights of their groups."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.users.models import UserProfile

from directory.models import User
from directory.rules import GROUPS
from directory.selectors import second_factor_of
from directory.services import create_staff, ensure_groups
from tests.staff import with_app

pytestmark = pytest.mark.django_db
PERSONAL_MODELS = {"registration", "attendee", "guardian", "contact", "pledge", "consent"}


def staff(username: str, *groups: str) -> User:
    """Return an account in its groups."""
    ensure_groups()
    return create_staff(username=username, password="a long password", groups=groups, language="ur")


def enter(client: Client, user: User) -> int:
    """Return what the CMS answers a signed-in user whose browser asks for Urdu."""
    client.force_login(user)
    return client.get("/admin/", headers={"accept-language": "ur"}).status_code


def test_staff_have_a_profile_that_keeps_the_cms_english(client: Client) -> None:
    editor = staff("editor", "Editors")

    client.force_login(editor)
    page = client.get("/admin/", headers={"accept-language": "ur"}).content.decode()

    assert UserProfile.objects.get(user=editor).preferred_language == "en"
    assert editor.check_password("a long password")
    assert 'lang="en" dir="ltr"' in page


@pytest.mark.parametrize("group", ["Directors", "Editors", "Translators", "Reviewers"])
def test_those_who_write_enter_the_cms(client: Client, group: str) -> None:
    assert enter(client, staff("somebody", group)) == 200


@pytest.mark.parametrize("groups", [(), ("Data officers",)])
def test_organisers_and_data_officers_do_not_enter_the_cms(
    client: Client, groups: tuple[str, ...]
) -> None:
    assert enter(client, staff("somebody", *groups)) == 302


def test_no_group_of_the_cms_may_touch_people() -> None:
    ensure_groups()

    held = Group.objects.filter(permissions__content_type__model__in=PERSONAL_MODELS)

    assert list(held) == []


def test_only_directors_manage_every_event_and_data_officers_list_them() -> None:
    ensure_groups()

    manage = Group.objects.filter(permissions__codename="manage_every_event")
    listing = Group.objects.filter(permissions__codename="list_every_event")

    assert list(manage.values_list("name", flat=True)) == ["Directors"]
    assert sorted(listing.values_list("name", flat=True)) == ["Data officers", "Directors"]


def test_translators_do_not_publish() -> None:
    ensure_groups()
    rights = GroupPagePermission.objects.filter(group__name="Translators")

    assert sorted(set(rights.values_list("permission__codename", flat=True))) == [
        "add_page",
        "change_page",
    ]


def test_ensure_groups_twice_changes_nothing_and_takes_away_what_was_added() -> None:
    def counted() -> tuple[int, ...]:
        ensure_groups()
        rights = sum(group.permissions.count() for group in Group.objects.all())
        pages = GroupPagePermission.objects.count()
        return rights, pages, GroupCollectionPermission.objects.count()

    first = counted()
    editors, directors = (Group.objects.get(name=name) for name in ("Editors", "Directors"))
    editors.permissions.add(*directors.permissions.all())

    assert counted() == first
    assert set(GROUPS) == set(Group.objects.values_list("name", flat=True))


def test_make_groups_names_them(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("make_groups")

    assert "Data officers" in capsys.readouterr().out


def test_second_step_is_reset_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    somebody = staff("somebody")
    with_app(somebody)

    call_command("reset_second_step", "somebody")

    assert second_factor_of(somebody).app is None
    assert "somebody" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("reset_second_step", "nobody")
