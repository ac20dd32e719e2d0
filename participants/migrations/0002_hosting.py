
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('participants', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='consent',
            name='purpose',
            field=models.CharField(choices=[('registration', 'Messages about this event'), ('hand-over', 'Messages about this event, agreed through the earlier holder'), ('guardian', 'A guardian lets a child take part'), ('pledge', 'Counting this pledge'), ('host', 'Messages about hosting a walk'), ('wall', 'Showing a first name and city')], max_length=20),
        ),
    ]
