"""The groups of staff and what each may do."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.hooks import search_for_hooks
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.snippets.models import create_extra_permissions

from directory.errors import UnknownPermission
from directory.rules import GROUPS, GroupRights

# A language's home page; the root above it is nobody's to edit.
HOME_DEPTH = 2


@transaction.atomic
def ensure_groups() -> None:
    """Make the groups and give each exactly its rights; running it twice changes nothing.

    Raises UnknownPermission when the rules name a permission that no migration made.
    """
    # Wagtail makes "publish" rights of our models only when it has read its hooks.
    search_for_hooks()
    create_extra_permissions(apps.get_app_config("wagtailsnippets"))
    for name, rights in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(_permissions(rights.permissions))
        _set_page_rights(group, rights)
        _set_rights_to_files(group, rights)
    # Wagtail's own second group overlaps with Reviewers; two names for one thing confuse.
    Group.objects.filter(name="Moderators", user__isnull=True).delete()


def _permissions(labels: Iterable[str]) -> list[Permission]:
    wanted = list(labels)
    if not wanted:
        return []
    named = (_named(*label.split(".")) for label in wanted)
    permissions = Permission.objects.filter(reduce(or_, named)).select_related("content_type")
    found = {f"{one.content_type.app_label}.{one.codename}": one for one in permissions}
    for label in wanted:
        if label not in found:
            raise UnknownPermission(label)
    return [found[label] for label in wanted]


def _named(app_label: str, codename: str) -> Q:
    return Q(content_type__app_label=app_label, codename=codename)


def _set_page_rights(group: Group, rights: GroupRights) -> None:
    wanted = _permissions(f"wagtailcore.{right}" for right in rights.page_rights)
    homes = Page.objects.filter(depth=HOME_DEPTH)
    held = GroupPagePermission.objects.filter(group=group)
    held.exclude(page__in=homes, permission__in=wanted).delete()
    for home in homes:
        for permission in wanted:
            held.get_or_create(group=group, page=home, permission=permission)


def _set_rights_to_files(group: Group, rights: GroupRights) -> None:
    wanted = _permissions(
        (
            *(f"wagtailimages.{right}" for right in rights.image_rights),
            *(f"wagtaildocs.{right}" for right in rights.file_rights),
        )
    )
    root = Collection.get_first_root_node()
    # Every collection permission of these groups is ours.
    held = GroupCollectionPermission.objects.filter(group=group)
    held.exclude(collection=root, permission__in=wanted).delete()
    for permission in wanted:
        held.get_or_create(group=group, collection=root, permission=permission)
