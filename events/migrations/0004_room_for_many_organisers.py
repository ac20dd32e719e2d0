from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("events", "0003_link_requests")]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="organiser_line_en",
            field=models.CharField(
                blank=True,
                help_text="Organisers not in the list of organisations.",
                max_length=480,
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="organiser_line_ur",
            field=models.CharField(blank=True, max_length=480),
        ),
    ]
