"""SQLite forgets triggers when it rebuilds a table, so they are made again after the change and after its undoing."""

from importlib import import_module

import criteria_library.models.eforms
from django.db import migrations, models


def make_triggers_again(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        never_change = import_module("criteria_library.migrations.0002_versions_never_change")
        for table in never_change.TABLES:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_is_fixed", params=None)
        never_change.create_triggers(apps, schema_editor)


def nothing(apps, schema_editor):
    pass


class Migration(migrations.Migration):
    dependencies = [
        ("criteria_library", "0002_versions_never_change"),
    ]

    operations = [
        migrations.RunPython(nothing, make_triggers_again),
        migrations.AddField(
            model_name="criterion",
            name="criteria_sources",
            field=criteria_library.models.eforms.CodesField(
                blank=True, default=list, verbose_name="source of the criterion"
            ),
        ),
        migrations.AddField(
            model_name="criterion",
            name="environmental_impacts",
            field=criteria_library.models.eforms.CodesField(
                blank=True, default=list, verbose_name="environmental impact"
            ),
        ),
        migrations.AddField(
            model_name="criterion",
            name="social_objectives",
            field=criteria_library.models.eforms.CodesField(
                blank=True, default=list, verbose_name="social objective"
            ),
        ),
        migrations.AddField(
            model_name="criteriontext",
            name="award_wording",
            field=models.TextField(
                blank=True,
                help_text="Only where it must differ: what gives points, and how.",
                verbose_name="wording as award criterion",
            ),
        ),
        migrations.AddField(
            model_name="criteriontext",
            name="clause_wording",
            field=models.TextField(
                blank=True,
                help_text="Only where it must differ: what holds while the contract runs.",
                verbose_name="wording as contract clause",
            ),
        ),
        migrations.AddField(
            model_name="criteriontext",
            name="qualification_wording",
            field=models.TextField(
                blank=True,
                help_text="Only where it must differ from the requirement above.",
                verbose_name="wording as qualification requirement",
            ),
        ),
        migrations.AddField(
            model_name="criteriontext",
            name="specification_wording",
            field=models.TextField(
                blank=True,
                help_text="Only where it must differ from the requirement above.",
                verbose_name="wording as technical specification",
            ),
        ),
        migrations.AddField(
            model_name="criterionversion",
            name="criteria_sources",
            field=criteria_library.models.eforms.CodesField(
                blank=True, default=list, verbose_name="source of the criterion"
            ),
        ),
        migrations.AddField(
            model_name="criterionversion",
            name="environmental_impacts",
            field=criteria_library.models.eforms.CodesField(
                blank=True, default=list, verbose_name="environmental impact"
            ),
        ),
        migrations.AddField(
            model_name="criterionversion",
            name="social_objectives",
            field=criteria_library.models.eforms.CodesField(
                blank=True, default=list, verbose_name="social objective"
            ),
        ),
        migrations.AddField(
            model_name="versiontext",
            name="award_wording",
            field=models.TextField(
                blank=True,
                help_text="Only where it must differ: what gives points, and how.",
                verbose_name="wording as award criterion",
            ),
        ),
        migrations.AddField(
            model_name="versiontext",
            name="clause_wording",
            field=models.TextField(
                blank=True,
                help_text="Only where it must differ: what holds while the contract runs.",
                verbose_name="wording as contract clause",
            ),
        ),
        migrations.AddField(
            model_name="versiontext",
            name="qualification_wording",
            field=models.TextField(
                blank=True,
                help_text="Only where it must differ from the requirement above.",
                verbose_name="wording as qualification requirement",
            ),
        ),
        migrations.AddField(
            model_name="versiontext",
            name="specification_wording",
            field=models.TextField(
                blank=True,
                help_text="Only where it must differ from the requirement above.",
                verbose_name="wording as technical specification",
            ),
        ),
        migrations.RunPython(make_triggers_again, nothing),
    ]
