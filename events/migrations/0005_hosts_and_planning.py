
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0002_images'),
        ('events', '0004_talking'),
        ('participants', '0002_hosting'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PublicHoliday',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True)),
                ('name_en', models.CharField(max_length=80)),
                ('name_ur', models.CharField(max_length=80)),
                ('is_expected', models.BooleanField(default=True, help_text='Calculated or announced for the time being; untick once it is notified.')),
            ],
            options={
                'ordering': ['day'],
            },
        ),
        migrations.AddField(
            model_name='event',
            name='bring_en',
            field=models.CharField(blank=True, max_length=240, null=True),
        ),
        migrations.AddField(
            model_name='event',
            name='bring_ur',
            field=models.CharField(blank=True, max_length=240, null=True),
        ),
        migrations.AddField(
            model_name='event',
            name='has_photographs',
            field=models.BooleanField(blank=True, help_text='Unless you choose No, the page says that photographs are taken.', null=True, verbose_name='Photographs are taken'),
        ),
        migrations.AddField(
            model_name='event',
            name='has_toilets',
            field=models.BooleanField(blank=True, null=True, verbose_name='Toilets'),
        ),
        migrations.AddField(
            model_name='event',
            name='has_water',
            field=models.BooleanField(blank=True, null=True, verbose_name='Drinking water'),
        ),
        migrations.AddField(
            model_name='event',
            name='has_womens_area',
            field=models.BooleanField(blank=True, null=True, verbose_name='Women’s area'),
        ),
        migrations.AddField(
            model_name='event',
            name='is_step_free',
            field=models.BooleanField(blank=True, null=True, verbose_name='Step-free access'),
        ),
        migrations.AddField(
            model_name='event',
            name='lost_children_en',
            field=models.CharField(blank=True, max_length=240, null=True),
        ),
        migrations.AddField(
            model_name='event',
            name='lost_children_ur',
            field=models.CharField(blank=True, max_length=240, null=True),
        ),
        migrations.AddField(
            model_name='event',
            name='permission_state',
            field=models.CharField(blank=True, choices=[('not-needed', 'Not needed'), ('applied', 'Applied for'), ('granted', 'Granted'), ('refused', 'Refused')], help_text='Permission letter (NOC): for staff only, never shown.', max_length=10, null=True),
        ),
        migrations.AlterField(
            model_name='event',
            name='good_to_know_en',
            field=models.TextField(blank=True, help_text='One a line: what else helps, e.g. where the water stands.'),
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('cities', 'The same event in many cities'), ('again', 'Events of another year again')], max_length=10)),
                ('made_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('submission_key', models.CharField(max_length=32, unique=True)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='schedule',
            name='plan',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='schedules', to='events.plan'),
        ),
        migrations.CreateModel(
            name='HostApplication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('organisation_kind', models.CharField(choices=[('school', 'School'), ('university', 'College or university'), ('madrasa', 'Madrasa'), ('bar', 'Bar association'), ('union', 'Labour union'), ('ngo', 'NGO or welfare society'), ('government', 'Government office'), ('business', 'Business or factory'), ('residents', 'Residents of a neighbourhood'), ('other', 'Other')], max_length=20)),
                ('organisation_name', models.CharField(max_length=160)),
                ('gathering_place', models.CharField(max_length=240)),
                ('wished_on', models.DateField(blank=True, null=True)),
                ('wished_from', models.TimeField(blank=True, null=True)),
                ('people_count', models.PositiveIntegerField()),
                ('state', models.CharField(choices=[('received', 'Received'), ('approved', 'Approved'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='received', max_length=10)),
                ('decline_reason', models.CharField(blank=True, choices=[('same-city', 'There is a walk in this city already'), ('too-soon', 'Too little time is left to prepare'), ('place', 'The place is not safe or needs a permission'), ('not-reached', 'We could not reach the applicant'), ('aims', 'It does not fit the aims of the campaign'), ('other', 'Another reason')], max_length=20)),
                ('answer_en', models.CharField(blank=True, max_length=480)),
                ('answer_ur', models.CharField(blank=True, max_length=480)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('submission_key', models.CharField(max_length=32, unique=True)),
                ('submission_hash', models.CharField(max_length=64)),
                ('created_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('city', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.city')),
                ('contact', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='host_application', to='participants.contact')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('event', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='host_application', to='events.event')),
            ],
            options={
                'ordering': ['pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['state', 'created_at'], name='host_applications_to_do')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('decline_reason', ''), _negated=True), _connector='OR'), name='declining_gives_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'declined']), _negated=True), ('decided_at__isnull', False), _connector='OR'), name='a_decision_has_its_time')],
            },
        ),
    ]
