"""A version can't exist without an approval. What was published before gets one that says so.

On PostgreSQL a table can't change while its foreign keys wait to be checked, so they are checked at once.
"""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

never_change = import_module("criteria_library.migrations.0002_versions_never_change")

REASON = "Publisert før kriterier ble sendt på høring her."


def approve_what_was_published(apps, schema_editor):
    Approval = apps.get_model("criteria_library", "Approval")
    CriterionVersion = apps.get_model("criteria_library", "CriterionVersion")
    for version in CriterionVersion.objects.select_related("criterion"):
        version.approval = Approval.objects.create(
            criterion=version.criterion,
            waiver_reason=REASON,
            role=version.approved_by_role or version.criterion.owner_role,
            approved_at=version.published_at,
            publish_date=version.valid_from,
        )
        version.save(update_fields=["approval"])


def keep_the_roles(apps, schema_editor):
    CriterionVersion = apps.get_model("criteria_library", "CriterionVersion")
    for version in CriterionVersion.objects.exclude(approval=None).select_related("approval"):
        version.approved_by_role = version.approval.role
        version.save(update_fields=["approved_by_role"])


def check_foreign_keys_now(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def drop_triggers(apps, schema_editor):
    """Those there are: SQLite forgets them when it rebuilds a table."""
    on_table = schema_editor.connection.vendor == "postgresql"
    for table in never_change.TABLES:
        suffix = f" ON {table}" if on_table else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_is_fixed{suffix}", params=None)


def create_triggers(apps, schema_editor):
    drop_triggers(apps, schema_editor)
    never_change.create_triggers(apps, schema_editor)


def approval_field(**options):
    return models.OneToOneField(
        on_delete=django.db.models.deletion.PROTECT,
        related_name="version",
        to="criteria_library.approval",
        verbose_name="approval",
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [("criteria_library", "0004_proposals_drafts_and_hearings")]

    operations = [
        migrations.RunPython(drop_triggers, create_triggers),
        migrations.AddField("criterionversion", "approval", approval_field(null=True)),
        migrations.RunPython(approve_what_was_published, check_foreign_keys_now),
        migrations.RunPython(check_foreign_keys_now, keep_the_roles),
        migrations.AlterField("criterionversion", "approval", approval_field()),
        migrations.RemoveField("criterionversion", "approved_by_role"),
        migrations.RunPython(create_triggers, drop_triggers),
    ]
