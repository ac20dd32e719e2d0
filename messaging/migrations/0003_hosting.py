
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('messaging', '0002_desk_message'),
    ]

    operations = [
        migrations.AlterField(
            model_name='outboxmessage',
            name='kind',
            field=models.CharField(choices=[('registration-confirmed', 'Registration confirmed'), ('registration-waiting', 'On the waiting list'), ('registration-promoted', 'A place became free'), ('registration-offered', 'Places offered'), ('registration-lapsed', 'Offer ran out'), ('registration-changed', 'Registration changed'), ('registration-cancelled', 'Registration cancelled'), ('registration-handed-over', 'Registration handed over'), ('registration-repeated', 'Somebody registered again'), ('own-link', 'The own link, sent again'), ('reminder-day-before', 'The day before'), ('reminder-same-morning', 'The same morning'), ('event-moved', 'Time or place changed'), ('event-postponed', 'Postponed'), ('event-cancelled', 'Cancelled'), ('event-resumed', 'Takes place after all'), ('thank-you', 'Thank you'), ('invitation', 'Invitation'), ('invitation-reminder', 'Invitation, not answered yet'), ('pledge-to-confirm', 'Pledge to confirm'), ('host-received', 'Application to host received'), ('host-approved', 'Application to host approved'), ('host-declined', 'Application to host declined'), ('desk-message', 'Message from the organisers')], max_length=40),
        ),
    ]
