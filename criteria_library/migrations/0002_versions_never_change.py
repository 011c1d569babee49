"""A published version is what buyers have cited: the database itself refuses to change it.

Deleting is stopped by the foreign keys that protect a version, not here: SQLite
empties a table by DELETE, and a trigger would keep tests from cleaning up.
"""

from django.db import migrations

TABLES = ["criteria_library_criterionversion", "criteria_library_versiontext"]

SQLITE = """
CREATE TRIGGER {table}_is_fixed BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'published versions never change'); END
"""

POSTGRESQL = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'published versions never change' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER {table}_is_fixed BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()
"""


def create_triggers(apps, schema_editor):
    statement = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE
    for table in TABLES:
        schema_editor.execute(statement.format(table=table), params=None)


def drop_triggers(apps, schema_editor):
    on_table = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        schema_editor.execute(
            f"DROP TRIGGER {table}_is_fixed" + (f" ON {table}" if on_table else ""), params=None
        )


class Migration(migrations.Migration):
    dependencies = [("criteria_library", "0001_criteria")]

    operations = [migrations.RunPython(create_triggers, drop_triggers)]
