"""A role may hold on the day of the event alone."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0005_hosts_and_planning'),
    ]

    operations = [
        migrations.AddField(
            model_name='eventrole',
            name='is_for_the_day',
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
