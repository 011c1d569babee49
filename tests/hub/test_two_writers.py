"""What somebody else has stored meanwhile is told in words."""

import json

from hub.enums import Role
from hub.models import PageTemplate
from tests.factories.hub import make_member

TYPED = {
    "use": "article",
    "code": "kantine",
    "language": "nb",
    "title": "Kantine",
    "lead": "",
    "body-count": "1",
    "body-0-deleted": "",
    "body-0-order": "0",
    "body-0-type": "text",
    "body-0-id": "",
    "body-0-value": json.dumps({"blocks": [], "entityMap": {}}),
}


def test_a_page_that_somebody_else_has_written_is_told_without_its_code(client_on, national):
    body = [{"type": "text", "value": "<p>Kjøp <b>mat</b> &amp; drikke</p>"}]
    page = PageTemplate.objects.create(code="kantine", title="Kantine", body=body)
    administrator = client_on(national, make_member(national, Role.NETWORK_ADMINISTRATOR))

    told = administrator.post(
        f"/admin/snippets/hub/pagetemplate/edit/{page.pk}/", TYPED | {"seen": "of something else"}
    )

    assert "Innhold er nå: Kjøp mat &amp; drikke" in told.content.decode()
