"""What a load balancer and an operator ask. No node, no person, no cookie."""

import structlog
from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse

from hub import slots

logger = structlog.get_logger(__name__)


def healthz(request):
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request):
    """200 when every part answers, otherwise 503; each part by name with what is wrong with it."""
    parts = {name: answer_of(name, check) for name, check in checks().items()}
    ready = all(answer == "ok" for answer in parts.values())
    return JsonResponse({"ready": ready, "parts": parts}, status=200 if ready else 503)


def checks():
    return {
        "database": check_database,
        "migrations": check_migrations,
        "cache": check_cache,
        **slots.readiness,
    }


def answer_of(name, check) -> str:
    try:
        check()
    except Exception as error:  # a probe reports whatever is wrong, it must not fail itself
        logger.warning("part_not_ready", part=name, error=str(error))
        return f"{type(error).__name__}"
    return "ok"


def check_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


class MigrationsMissing(Exception):
    pass


def check_migrations():
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise MigrationsMissing


class CacheForgets(Exception):
    pass


def check_cache():
    cache.set("readyz", "ok", 10)
    if cache.get("readyz") != "ok":
        raise CacheForgets
