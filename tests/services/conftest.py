"""The hub in this process, as a browser reaches it."""

import pytest


@pytest.fixture
def hub(live_server, settings, national):
    """The running hub's address, on its own host."""
    port = int(live_server.url.rpartition(":")[2])
    settings.HUB = settings.HUB.model_copy(update={"port": port})
    settings.CSRF_TRUSTED_ORIGINS = [settings.HUB.base_url]
    own_and_nodes = ["'self'", settings.HUB.base_url, f"http://*.{settings.HUB.host}:{port}"]
    policy = {**settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], "form-action": own_and_nodes}
    settings.CONTENT_SECURITY_POLICY = {**settings.CONTENT_SECURITY_POLICY, "DIRECTIVES": policy}
    return settings.HUB.base_url


@pytest.fixture
def page(chromium):
    context = chromium.new_context(locale="nb-NO")
    context.set_default_timeout(15_000)
    page = context.new_page()
    yield page
    context.close()
