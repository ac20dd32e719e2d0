"""The two homes and the site around them, so that an empty database answers in both languages."""

from typing import Any

from django.db import migrations

HOMES = {
    "ur": {
        "title": "ہم قدم",
        "slug": "home",
        "headline": "اپنے شہر کے ساتھ قدم ملائیں",
        "intro": "علامات پہچانیں، نمبر یاد رکھیں، اور آگاہی واک میں شامل ہوں۔",
    },
    "en": {
        "title": "Hamqadam",
        "slug": "home-en",
        "headline": "Walk in step with your city",
        "intro": "Know the signs, keep the number, and join the awareness walk.",
    },
}


def make_homes(apps: Any, schema_editor: Any) -> None:
    """Replace Wagtail's welcome page; do nothing where a home exists already."""
    page_model = apps.get_model("wagtailcore", "Page")
    home_model = apps.get_model("site_pages", "HomePage")
    if home_model.objects.exists():
        return
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="site_pages", model="homepage"
    )
    page_model.objects.filter(depth=2, content_type__model="page", slug="home").delete()
    root = page_model.objects.get(depth=1)
    homes = [
        _make_home(apps, content_type, language=language, position=position)
        for position, language in enumerate(HOMES, start=1)
    ]
    homes[1].translation_key = homes[0].translation_key
    homes[1].save()
    root.numchild = len(homes)
    root.save()
    site_model = apps.get_model("wagtailcore", "Site")
    site_model.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "site_name": "Hamqadam", "root_page_id": homes[0].pk},
    )


def _make_home(apps: Any, content_type: Any, *, language: str, position: int) -> Any:
    locale, _ = apps.get_model("wagtailcore", "Locale").objects.get_or_create(
        language_code=language
    )
    words = HOMES[language]
    return apps.get_model("site_pages", "HomePage").objects.create(
        **words,
        draft_title=words["title"],
        search_description=words["intro"],
        content_type=content_type,
        locale=locale,
        path=f"0001{position:04d}",
        depth=2,
        numchild=0,
        url_path=f"/{words['slug']}/",
    )


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [
        ("site_pages", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(make_homes, migrations.RunPython.noop)]
