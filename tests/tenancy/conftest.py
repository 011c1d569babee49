import pytest
from django.core.cache import cache
from django.db import transaction

from tests.tenancy.world import World


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One hub for all tests of a module; what a test changes is taken back after it."""
    cache.clear()
    with django_db_blocker.unblock(), transaction.atomic():
        yield World.make()
        transaction.set_rollback(True)
