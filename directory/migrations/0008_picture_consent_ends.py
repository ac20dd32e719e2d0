"""Pictures whose consent was given until a day."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("directory", "0007_pictures_drawn_anew"),
    ]

    operations = [
        migrations.AddField(
            model_name="campaignimage",
            name="consent_ends_on",
            field=models.DateField(
                blank=True,
                help_text="The last day it may be shown, when they agreed until a day; then it goes "
                "by itself. Empty: no end.",
                null=True,
            ),
        ),
    ]
