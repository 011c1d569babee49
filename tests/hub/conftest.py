import pytest


@pytest.fixture
def browser(client_on, national):
    """Somebody at the hub who isn't signed in. A module that begins elsewhere has its own."""
    return client_on(national)


@pytest.fixture
def _asked_for(settings):
    """A second factor is asked for, as in production."""
    settings.HUB = settings.HUB.model_copy(update={"admin_second_factor": True})
