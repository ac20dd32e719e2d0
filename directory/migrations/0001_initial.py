"""Cities, helplines and the staff user; pictures come after Wagtail, which needs the user."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="City",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(unique=True)),
                (
                    "code",
                    models.CharField(
                        max_length=3,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator("^[A-Z]{3}$", "Three capitals.")
                        ],
                    ),
                ),
                ("name_en", models.CharField(max_length=80)),
                ("name_ur", models.CharField(max_length=80)),
                ("province_en", models.CharField(max_length=80)),
                ("province_ur", models.CharField(max_length=80)),
                ("latitude", models.DecimalField(decimal_places=4, max_digits=7)),
                ("longitude", models.DecimalField(decimal_places=4, max_digits=7)),
                ("is_walk_city", models.BooleanField(default=False)),
                ("sort_key", models.CharField(editable=False, max_length=160)),
            ],
            options={
                "verbose_name_plural": "cities",
                "ordering": ["name_en", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Helpline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(unique=True)),
                ("name_en", models.CharField(max_length=160)),
                ("name_ur", models.CharField(max_length=160)),
                (
                    "number_display",
                    models.CharField(help_text="As people write it: 0333-1110566", max_length=32),
                ),
                (
                    "dial",
                    models.CharField(
                        help_text="What a phone dials: +923331110566 or 1099", max_length=20
                    ),
                ),
                ("what_for_en", models.CharField(max_length=240)),
                ("what_for_ur", models.CharField(max_length=240)),
                ("area_en", models.CharField(max_length=80)),
                ("area_ur", models.CharField(max_length=80)),
                ("hours_en", models.CharField(blank=True, max_length=120)),
                ("hours_ur", models.CharField(blank=True, max_length=120)),
                ("is_emergency", models.BooleanField(default=False)),
                ("is_verified", models.BooleanField(default=False)),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("source_title_en", models.CharField(blank=True, max_length=400)),
                ("source_title_ur", models.CharField(blank=True, max_length=400)),
                ("source_url", models.CharField(blank=True, max_length=1200)),
                ("note", models.TextField(blank=True, help_text="For staff only; never shown.")),
                ("position", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(blank=True, max_length=150, verbose_name="first name"),
                ),
                (
                    "last_name",
                    models.CharField(blank=True, max_length=150, verbose_name="last name"),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="email address"),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("ur", "Urdu"), ("en", "English")], default="ur", max_length=2
                    ),
                ),
                ("name_ur", models.CharField(blank=True, max_length=150)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "ordering": ["username"],
                "abstract": False,
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
    ]
