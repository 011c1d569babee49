"""The log is added to, and what is old enough leaves it; no line is ever changed. The database holds that."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER hub_auditentry_is_fixed BEFORE UPDATE ON hub_auditentry
BEGIN SELECT RAISE(ABORT, 'the log never changes'); END
"""

POSTGRESQL = """
CREATE OR REPLACE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the log never changes' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER hub_auditentry_is_fixed BEFORE UPDATE ON hub_auditentry
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log()
"""


def create_trigger(apps, schema_editor):
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(POSTGRESQL if on_postgresql else SQLITE, params=None)


def drop_trigger(apps, schema_editor):
    on_table = " ON hub_auditentry" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER hub_auditentry_is_fixed{on_table}", params=None)


class Migration(migrations.Migration):
    dependencies = [("hub", "0006_invitations_and_log")]

    operations = [migrations.RunPython(create_trigger, drop_trigger)]
