"""Whatever people do, in whatever order: what is published was heard or exempted, and stays as it was."""

import datetime
from contextlib import suppress
from functools import wraps

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from criteria_library.models import Comment, CriterionVersion, Draft, Hearing, VersionText
from criteria_library.queries.drafts import authors_of
from criteria_library.services.comments import AnswerChanged, confirm_comment
from criteria_library.services.drafts import (
    ApprovalRefused,
    approve_draft,
    drop_draft,
    note_writing,
    publish_what_is_due,
    start_draft,
)
from criteria_library.services.hearings import HearingRefused, close_hearing, extend_hearing
from criteria_library.services.publishing import CriterionWithdrawn, NothingPublished, withdraw
from tests.factories.criteria_library import make_draft
from tests.factories.hearings import at, make_answer, make_comment, make_hearing, write
from tests.factories.hub import make_member, make_national_node

REFUSALS = (ApprovalRefused, HearingRefused, AnswerChanged, CriterionWithdrawn, NothingPublished)
WORDS = st.sampled_from(["Minst 60 vask.", "Minst 70 vask.", "Minst 80 vask."])
PEOPLE = st.integers(0, 2)


def may_be_refused(act):
    """A refusal takes back all that the act did, as a request does."""

    @wraps(act)
    def carried_out(self, **chosen):
        with suppress(*REFUSALS), transaction.atomic():
            act(self, **chosen)

    return carried_out


class Life(RuleBasedStateMachine):
    """One criterion, three people with every role, and a clock that only goes on."""

    def __init__(self):
        super().__init__()
        # Each path begins in an empty database and leaves it so.
        self.transaction = transaction.atomic()
        self.transaction.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @initialize()
    def begin(self):
        national = make_national_node()
        self.people = [make_member(national) for _ in range(3)]
        self.criterion = make_draft("TEX-004")
        self.now = at(datetime.date(2026, 10, 1))
        self.frozen = {}

    def draft(self):
        return start_draft(criterion=self.criterion, by=None, at=self.now)

    @rule(days=st.integers(1, 20))
    def time_goes_on(self, days):
        self.now += datetime.timedelta(days=days)

    @rule(words=WORDS, who=PEOPLE)
    @may_be_refused
    def somebody_writes(self, words, who):
        write(self.criterion, by=self.people[who], requirement=words)
        note_writing(criterion=self.criterion, by=self.people[who], at=self.now)

    @rule(words=WORDS)
    @may_be_refused
    def somebody_writes_and_the_draft_is_not_told(self, words):
        write(self.criterion, requirement=words)

    @rule(weeks=st.integers(0, 3))
    @may_be_refused
    def a_hearing_opens(self, weeks):
        today = self.now.date()
        deadline = today + datetime.timedelta(weeks=weeks)
        make_hearing(self.draft(), opens=today, deadline=deadline, now=self.now)

    @rule(days=st.integers(-5, 20))
    @may_be_refused
    def a_deadline_is_moved(self, days):
        for hearing in Hearing.objects.all():
            deadline = hearing.closes_at.date() + datetime.timedelta(days=days)
            extend_hearing(hearing=hearing, deadline_date=deadline, by=None, at=self.now)

    @rule(confirmed=st.booleans())
    @may_be_refused
    def somebody_comments(self, confirmed):
        for hearing in Hearing.objects.order_by("-pk")[:1]:
            make_comment(hearing, now=self.now, confirmed=confirmed)

    @rule()
    @may_be_refused
    def a_comment_is_confirmed(self):
        for comment in Comment.objects.filter(confirmed_at=None):
            confirm_comment(comment=comment, at=self.now)

    @rule()
    @may_be_refused
    def a_comment_is_answered(self):
        for comment in Comment.objects.unanswered().order_by("pk")[:1]:
            make_answer(comment, at=self.now)

    @rule()
    @may_be_refused
    def the_hearing_is_closed(self):
        for hearing in Hearing.objects.all():
            close_hearing(hearing=hearing, by=None, at=self.now)

    @rule(who=PEOPLE, reason=st.sampled_from(["", " ", "Retting."]), later=st.integers(0, 5))
    @may_be_refused
    def somebody_approves(self, who, reason, later):
        draft = self.draft()
        day = self.now.date() + datetime.timedelta(days=later)
        facts = {"by": self.people[who], "role": "Fagpanelet", "at": self.now}
        approve_draft(draft=draft, waiver_reason=reason, publish_date=day, **facts)

    @rule()
    def the_night_comes(self):
        publish_what_is_due(at=self.now)

    @rule()
    @may_be_refused
    def the_work_is_put_aside(self):
        drop_draft(draft=self.draft(), reason="Ikke nå.", by=None, at=self.now)

    @rule(chance=st.integers(0, 9))
    @may_be_refused
    def the_criterion_is_withdrawn(self, chance):
        if chance == 0:
            withdraw(criterion=self.criterion, by=None, role="x", reason="Dekket.", on=self.now.date())

    @invariant()
    def every_version_was_heard_or_exempted_by_somebody_who_did_not_write_it(self):
        for draft in Draft.objects.exclude(version=None).select_related("version__approval__hearing"):
            approval = draft.version.approval
            assert approval.hearing or approval.waiver_reason.strip()
            if approval.hearing:
                assert approval.hearing.is_answered
                assert approval.hearing.heard.filter(draft=draft).exists()
        assert CriterionVersion.objects.filter(draft=None).count() == 0

    @invariant()
    def no_version_ever_changes(self):
        now = {text.pk: (text.version_id, text.texts()) for text in VersionText.objects.all()}
        assert {pk: now.get(pk) for pk in self.frozen} == self.frozen
        self.frozen = now

    @invariant()
    def every_comment_of_a_closed_hearing_has_its_answer(self):
        closed = Comment.objects.unanswered().filter(hearing__answered_at__isnull=False)
        assert not closed.exists()

    @invariant()
    def nobody_approved_what_they_wrote(self):
        for draft in Draft.objects.open().exclude(approval=None):
            if draft.approval.approved_by_id in authors_of(draft):
                # They wrote in it afterwards: then the approval no longer holds.
                assert publish_what_is_due(at=self.now + datetime.timedelta(days=400)) == 0


@pytest.mark.django_db
def test_no_path_leads_around_the_rules():
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=12, stateful_step_count=18, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
