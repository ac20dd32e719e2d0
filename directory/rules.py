"""Which group may do what; people are nowhere in it, for they are never in the CMS."""

from dataclasses import dataclass

CMS = "wagtailadmin.access_admin"
WORDS = (
    "simple_translation.submit_translation",
    "events.view_event",
    "events.change_event",
    "campaigns.view_campaign",
    "campaigns.change_campaign",
    "campaigns.view_organisation",
    "campaigns.change_organisation",
    "directory.view_helpline",
    "directory.change_helpline",
    "directory.view_city",
    "events.view_venue",
    "events.change_venue",
)
PLANNING = (
    "events.add_event",
    "events.publish_event",
    "events.view_schedule",
    "events.change_schedule",
    "events.view_places",
    "events.change_places",
    "events.add_venue",
    "events.view_publicholiday",
    "events.add_publicholiday",
    "events.change_publicholiday",
    "events.delete_publicholiday",
    "campaigns.add_organisation",
    "directory.add_helpline",
    "wagtailredirects.add_redirect",
    "wagtailredirects.change_redirect",
    "wagtailredirects.delete_redirect",
)
PEOPLE = ("events.manage_every_event", "participants.view_auditentry")
RUNNING = (
    "events.delete_event",
    "events.delete_venue",
    "campaigns.add_campaign",
    "campaigns.delete_campaign",
    "campaigns.delete_organisation",
    "directory.add_city",
    "directory.change_city",
    "directory.delete_city",
    "directory.delete_helpline",
    "directory.add_user",
    "directory.change_user",
    "directory.delete_user",
    "directory.view_user",
)


@dataclass(frozen=True, slots=True)
class GroupRights:
    """What a group may do with records, pages and pictures."""

    permissions: tuple[str, ...]
    page_rights: tuple[str, ...] = ()
    image_rights: tuple[str, ...] = ()


GROUPS: dict[str, GroupRights] = {
    "Directors": GroupRights(
        (CMS, *WORDS, *PLANNING, *RUNNING, *PEOPLE),
        ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
        ("add_image", "change_image", "choose_image"),
    ),
    "Data officers": GroupRights(PEOPLE),
    "Editors": GroupRights(
        (CMS, *WORDS, *PLANNING),
        ("add_page", "change_page", "publish_page"),
        ("add_image", "change_image", "choose_image"),
    ),
    "Translators": GroupRights((CMS, *WORDS), ("add_page", "change_page"), ("choose_image",)),
    "Reviewers": GroupRights(
        (CMS, *WORDS, "events.publish_event"),
        ("change_page", "publish_page", "lock_page", "unlock_page"),
        ("choose_image",),
    ),
}
