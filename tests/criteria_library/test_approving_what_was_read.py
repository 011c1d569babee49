"""An approver answers for a text, so it must be the one they have read."""

import re

import pytest
from django.utils import timezone

from hub.enums import Role
from tests.factories.criteria_library import make_criterion
from tests.factories.hearings import begin, write
from tests.factories.hub import make_member

pytestmark = pytest.mark.django_db


def test_a_text_that_was_changed_meanwhile_is_read_before_it_is_approved(national, client_on):
    draft = begin(make_criterion("TEX-004"))
    approver = client_on(national, make_member(national, Role.CRITERIA_APPROVER))
    address = f"/kriterier/redaksjon/utkast/{draft.pk}/"
    opened = approver.get(address).text

    write(draft.criterion, requirement="Minst 200 vask.")
    told = approver.post(address, approval(opened))
    assert told.status_code == 422
    assert "er endret siden du åpnet siden" in told.text
    assert "200" in told.text
    assert "Skrivefeil." in told.text
    draft.refresh_from_db()
    assert draft.approval is None

    assert approver.post(address, approval(told.text)).status_code == 302
    draft.refresh_from_db()
    assert draft.version.texts.get(language="nb").requirement == "Minst 200 vask."


def approval(page: str) -> dict:
    return {
        "approve": "",
        "approve-role": "Fagpanelet",
        "approve-waiver_reason": "Skrivefeil.",
        "approve-publish_date": timezone.localdate(),
        "approve-seen": re.search(r'name="approve-seen" value="(\w+)"', page)[1],
    }
