"""A picture's file keeps its column; only the class that draws uploads anew is another."""

import wagtail.images.models
from django.db import migrations

import directory.models.image


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0006_downloads_and_sounds'),
    ]

    operations = [
        # The state alone: no database needs to be told.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name='campaignimage',
                    name='file',
                    field=directory.models.image.PictureField(
                        height_field='height',
                        upload_to=wagtail.images.models.get_upload_to,
                        width_field='width',
                    ),
                ),
            ],
        ),
    ]
