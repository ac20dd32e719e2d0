"""A right of its own to see and export the lists of every event without running one."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("events", "0009_lists_log_and_prints")]

    operations = [
        migrations.AlterModelOptions(
            name="event",
            options={
                "ordering": ["slug"],
                "permissions": [
                    ("manage_every_event", "Can manage every event at the desk"),
                    ("list_every_event", "Can see and export the lists of every event"),
                ],
            },
        ),
    ]
