"""Back to an empty database with its tables, for the demonstration."""

import shutil

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection


class ResetRefused(Exception):
    """Production keeps its data."""


def forget_everything() -> None:
    """Drops every table and makes them anew. Raises ResetRefused in production."""
    if settings.HUB.is_production:
        raise ResetRefused
    drop_tables()
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    cache.clear()
    call_command("migrate", verbosity=0, interactive=False)


def drop_tables() -> None:
    names = [connection.ops.quote_name(name) for name in connection.introspection.table_names()]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys = OFF")
        for name in names:
            cursor.execute(
                f"DROP TABLE IF EXISTS {name}" + (" CASCADE" if connection.vendor == "postgresql" else "")
            )
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys = ON")
