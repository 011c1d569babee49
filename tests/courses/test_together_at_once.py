"""A yes that comes while the asking node takes its request back."""

from contextlib import suppress

import pytest
from django.utils import timezone

from courses.models import TogetherRequest
from courses.services.together import RequestGone, answer_request, ask_nodes
from tests.at_once import at_once
from tests.factories.courses import SessionFactory

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_a_yes_never_stands_without_its_request(nordland, vestland):
    for _ in range(6):
        session = SessionFactory(node=nordland)
        ask_nodes(session=session, nodes=[vestland], by=None, at=timezone.now())
        asked = TogetherRequest.objects.get(session=session)

        def say_yes(asked=asked):
            with suppress(RequestGone):
                answer_request(request=asked, accept=True, by=None, at=timezone.now())

        def take_back(session=session):
            ask_nodes(session=session, nodes=[], by=None, at=timezone.now())

        at_once(say_yes, take_back)

        assert not session.requests.exists()
        assert not session.co_organisers.exists()
