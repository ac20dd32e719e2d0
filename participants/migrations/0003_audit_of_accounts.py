"""The log learns of accounts, and the database itself refuses to change a line of it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# On SQLite only changing is refused: emptying a test database deletes rows there, and nothing
# tells that from a deletion. People are served from PostgreSQL, which refuses both.
GUARDS = {
    "sqlite": [
        """
        CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON participants_auditentry
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
        """
    ],
    "postgresql": [
        """
        CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$
        """,
        """
        CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON participants_auditentry
        FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()
        """,
    ],
}
ENDS = {
    "sqlite": ["DROP TRIGGER IF EXISTS audit_is_append_only"],
    "postgresql": [
        "DROP TRIGGER IF EXISTS audit_is_append_only ON participants_auditentry",
        "DROP FUNCTION IF EXISTS audit_is_append_only()",
    ],
}


def guard(apps, schema_editor):
    for statement in GUARDS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    for statement in ENDS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ("participants", "0002_hosting"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="auditentry",
            name="whom",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(guard, unguard),
    ]
