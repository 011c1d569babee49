"""The services of a criterion's life: what each lets through, and what it refuses."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from criteria_library.enums import Stage
from criteria_library.models import Approval, Comment, Criterion, Draft, HeardDraft, Proposal
from criteria_library.queries.hearings import changed_by, commenter
from criteria_library.services.comments import (
    AnswerChanged,
    HearingNotOpen,
    comments_by,
    confirm_comment,
    drop_unconfirmed,
    forget_commenters,
    forget_one,
)
from criteria_library.services.drafts import (
    DraftClosed,
    HearingMissing,
    HearingUnderWay,
    NotApproved,
    NothingChanged,
    WroteItThemselves,
    approve_draft,
    drop_draft,
    note_writing,
    publish_draft,
    publish_what_is_due,
)
from criteria_library.services.hearings import (
    CommentsUnanswered,
    DeadlineTooEarly,
    HearingAnswered,
    HearingsOverlap,
    HearingStillOpen,
    close_hearing,
    extend_hearing,
    invite,
)
from criteria_library.services.proposals import (
    IdentifierTaken,
    ProposalAnswered,
    decline_proposal,
    take_up_proposal,
)
from criteria_library.services.publishing import CriterionIncomplete, withdraw
from hub.models import AuditEntry, OutgoingMail, ProductGroup
from tests.factories.criteria_library import make_criterion, make_draft
from tests.factories.hearings import (
    AFTER,
    DEADLINE,
    DURING,
    at,
    begin,
    heard,
    make_answer,
    make_comment,
    make_hearing,
    make_proposal,
    pdf,
    write,
)
from tests.factories.hub import make_member, make_product_group

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("national")]

LATE = at(datetime.date(2026, 11, 5))


def approve(draft, *, by=None, now=AFTER, **facts):
    return approve_draft(draft=draft, by=by, role="Fagpanelet", at=now, **facts)


def test_after_a_hearing_the_approved_text_is_the_next_version():
    draft = begin(make_criterion("TEX-004"))
    hearing = heard(draft)

    draft = approve(draft)

    assert str(draft.version) == "TEX-004 v2"
    assert draft.version.texts.get().requirement == "Minst 80 vask."
    assert draft.version.approval.hearing == hearing
    assert draft.stage(AFTER) == Stage.PUBLISHED


def test_without_a_hearing_an_approver_says_why_and_it_is_kept():
    draft = begin()

    with pytest.raises(HearingMissing):
        approve(draft, waiver_reason="  ")
    draft = approve(draft, waiver_reason="Retting av skrivefeil.")

    assert draft.version.approval.waiver_reason == "Retting av skrivefeil."
    assert AuditEntry.objects.filter(
        action="draft.approved", detail__waiver="Retting av skrivefeil."
    ).exists()


def test_whoever_wrote_in_the_draft_does_not_approve_it(national):
    author, other = make_member(national), make_member(national)
    draft = begin(by=author)

    with pytest.raises(WroteItThemselves):
        approve(draft, by=author, waiver_reason="Liten retting.")

    assert approve(draft, by=other, waiver_reason="Liten retting.").version


def test_whoever_wrote_once_along_the_way_is_an_author_too(national):
    helper = make_member(national)
    draft = begin()
    write(draft.criterion, by=helper, requirement="Minst 85 vask.")

    with pytest.raises(WroteItThemselves):
        approve(draft, by=helper, waiver_reason="Liten retting.")


def test_while_it_is_on_hearing_nothing_is_approved_or_put_aside():
    draft = begin()
    make_hearing(draft)

    with pytest.raises(HearingUnderWay):
        approve(draft, waiver_reason="Haster.")
    with pytest.raises(HearingUnderWay):
        drop_draft(draft=draft, reason="Haster.", by=None, at=AFTER)


def test_a_draft_that_lacks_something_or_says_nothing_new_is_not_approved():
    empty = begin(make_draft(texts={"documentation": ""}), requirement="")
    same = begin(requirement="")

    with pytest.raises(CriterionIncomplete):
        approve(empty, waiver_reason="Haster.")
    with pytest.raises(NothingChanged):
        approve(same, waiver_reason="Haster.")


def test_what_is_approved_for_a_later_day_waits_for_it():
    draft = begin()
    day = AFTER.date() + datetime.timedelta(days=3)
    approve(draft, waiver_reason="Retting.", publish_date=day)

    assert publish_what_is_due(at=AFTER) == 0
    assert publish_what_is_due(at=at(day, "02:00")) == 1

    assert Draft.objects.get(pk=draft.pk).version.number == 2


def test_one_that_cannot_be_published_on_its_day_stops_no_other():
    left, ending = begin(make_criterion("TEX-005")), make_product_group("faks", "Faks")
    stuck = begin(make_criterion("TEX-004", groups=[ending]))
    day = AFTER.date() + datetime.timedelta(days=3)
    for draft in (stuck, left):
        approve(draft, waiver_reason="Retting.", publish_date=day)
    ProductGroup.objects.filter(pk=ending.pk).update(withdrawn_date=day)

    assert publish_what_is_due(at=at(day)) == 1

    assert Draft.objects.get(pk=left.pk).version
    assert not Draft.objects.get(pk=stuck.pk).version


def test_a_text_changed_after_its_approval_is_approved_again_before_it_is_published():
    draft = begin()
    day = AFTER.date() + datetime.timedelta(days=3)
    draft = approve(draft, waiver_reason="Retting.", publish_date=day)
    write(draft.criterion, requirement="Minst 90 vask.")

    with pytest.raises(NotApproved):
        publish_draft(draft=draft, by=None, at=AFTER)
    assert publish_what_is_due(at=at(day)) == 0
    assert note_writing(criterion=draft.criterion, by=None, at=AFTER).approval is None


def test_a_criterion_has_one_open_draft():
    draft = begin()

    assert begin(draft.criterion, requirement="") == draft
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.create(criterion=draft.criterion, started_at=AFTER)


def test_the_database_refuses_an_approval_without_hearing_or_reason():
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.create(
            criterion=make_criterion(), role="x", approved_at=AFTER, publish_date=AFTER.date()
        )


def test_withdrawing_a_criterion_ends_the_work_on_it():
    draft = begin()

    withdraw(criterion=draft.criterion, by=None, role="x", reason="Dekket av loven.", on=AFTER.date())

    draft.refresh_from_db()
    assert draft.dropped_reason == "Dekket av loven."
    with pytest.raises(DraftClosed):
        approve(draft, waiver_reason="Haster.")


def test_a_draft_is_in_one_hearing_at_a_time():
    draft = begin()
    hearing = make_hearing(draft)

    with pytest.raises(HearingsOverlap) as refusal:
        make_hearing(draft, begin())
    with pytest.raises(IntegrityError), transaction.atomic():
        HeardDraft.objects.create(hearing=hearing, draft=draft, texts={})

    assert refusal.value.hearing == hearing
    assert hearing.heard.count() == 1


def test_a_draft_that_was_heard_can_be_heard_again():
    draft = begin()
    heard(draft)
    assert draft.stage(AFTER) == Stage.HEARD

    again = make_hearing(draft, opens=AFTER.date(), deadline=datetime.date(2026, 12, 31), now=AFTER)

    assert draft.stage(AFTER) == again.stage(AFTER) == Stage.ON_HEARING


def test_a_hearing_lasts_to_the_end_of_the_deadlines_day_in_oslo():
    hearing = make_hearing()

    on_time = make_comment(hearing, now=at(DEADLINE, "23:59"))
    late = make_comment(hearing, now=at(DEADLINE + datetime.timedelta(days=1), "00:01"))

    assert (on_time.is_late, late.is_late) == (False, True)
    # 22:59:59 UTC, since Norway has winter time in November.
    assert hearing.closes_at.astimezone(datetime.UTC).hour == 22


def test_a_deadline_moves_only_to_a_later_day_and_takes_late_comments_along():
    hearing = make_hearing()
    comment = make_comment(hearing, now=LATE)
    assert comment.is_late

    with pytest.raises(DeadlineTooEarly):
        extend_hearing(hearing=hearing, deadline_date=DEADLINE, by=None, at=LATE)
    extend_hearing(hearing=hearing, deadline_date=datetime.date(2026, 11, 20), by=None, at=LATE)

    comment.refresh_from_db()
    assert not comment.is_late


def test_a_hearing_is_not_opened_with_a_deadline_that_has_been():
    with pytest.raises(DeadlineTooEarly):
        make_hearing(now=AFTER)


def test_a_comment_before_the_hearing_opens_is_refused():
    with pytest.raises(HearingNotOpen):
        make_comment(make_hearing(now=at(datetime.date(2026, 9, 1))), now=at(datetime.date(2026, 9, 2)))


def test_an_unconfirmed_comment_does_not_count_and_is_deleted_with_its_files():
    hearing = make_hearing()
    comment = make_comment(hearing, confirmed=False, files=[pdf()])
    file = comment.attachments.get().file
    assert not hearing.comments.confirmed().exists()

    assert drop_unconfirmed(before=AFTER, dry_run=True) == 1
    assert drop_unconfirmed(before=AFTER) == 1

    assert not hearing.comments.exists()
    assert not file.storage.exists(file.name)


def test_comments_are_numbered_as_they_are_confirmed():
    hearing = make_hearing()
    waiting = make_comment(hearing, confirmed=False)
    first, second = make_comment(hearing), make_comment(hearing)

    waiting.refresh_from_db()
    assert (first.number, second.number, waiting.number) == (1, 2, None)


def test_a_hearing_is_closed_when_its_time_is_up_and_every_comment_is_answered():
    hearing = make_hearing()
    comment = make_comment(hearing)

    with pytest.raises(HearingStillOpen):
        close_hearing(hearing=hearing, by=None, at=DURING)
    with pytest.raises(CommentsUnanswered):
        close_hearing(hearing=hearing, by=None, at=AFTER)
    make_answer(comment)
    close_hearing(hearing=hearing, by=None, at=AFTER)

    with pytest.raises(HearingAnswered):
        make_comment(hearing, now=AFTER)
    with pytest.raises(HearingAnswered):
        make_answer(comment, edition=1)


def test_a_comment_confirmed_after_the_answers_is_told_and_not_counted():
    hearing = make_hearing()
    comment = make_comment(hearing, confirmed=False)
    close_hearing(hearing=hearing, by=None, at=AFTER)

    with pytest.raises(HearingAnswered):
        confirm_comment(comment=comment, at=AFTER)

    assert not hearing.comments.confirmed().exists()


def test_the_answer_shows_the_text_before_and_after():
    draft = begin()
    hearing = make_hearing(draft)
    make_answer(make_comment(hearing, heard_draft=hearing.heard.get(), field="requirement"))
    write(draft.criterion, requirement="Minst 70 vask.")
    close_hearing(hearing=hearing, by=None, at=AFTER)

    (change,) = changed_by(hearing.heard.get())

    assert [(piece.kind, piece.text) for piece in change.pieces if piece.kind != "same"] == [
        ("gone", "80"),
        ("new", "70"),
    ]


def test_what_is_on_hearing_stays_as_it_was_sent_out():
    draft = begin()
    hearing = make_hearing(draft)

    write(draft.criterion, requirement="Noe helt annet.")

    assert hearing.heard.get().original["requirement"] == "Minst 80 vask."


def test_one_answer_serves_the_others_in_the_group_that_have_none():
    hearing = make_hearing()
    first, second, other = (make_comment(hearing) for _ in range(3))
    make_answer(first, outcome="", answer="", group="Vask")
    make_answer(second, outcome="", answer="", group="Vask")
    first.refresh_from_db()

    assert make_answer(first, outcome="partly", group="Vask", for_the_group=True) == 2

    second.refresh_from_db()
    other.refresh_from_db()
    assert (second.outcome, other.outcome) == ("partly", "")


def test_an_answer_saved_by_another_in_the_meantime_is_not_written_over():
    comment = make_comment(make_hearing())
    make_answer(comment, answer="Den første.")

    with pytest.raises(AnswerChanged):
        make_answer(comment, answer="Den andre.")

    comment.refresh_from_db()
    assert comment.answer == "Den første."


def test_names_are_shown_only_where_people_asked_for_it():
    hearing = make_hearing()

    silent = make_comment(hearing, name="Kari Navn", organisation="Tekstil AS")
    open_ = make_comment(hearing, name="Kari Navn", organisation="Tekstil AS", shows_name=True)

    assert commenter(silent) == "En leverandør"
    assert commenter(open_) == "Kari Navn, Tekstil AS"


def test_commenters_hear_of_the_answers_and_of_the_version_once_each():
    draft = begin()
    hearing = make_hearing(draft)
    for _ in range(2):
        make_answer(make_comment(hearing, email="firma@demo.example"))
    OutgoingMail.objects.all().delete()

    close_hearing(hearing=hearing, by=None, at=AFTER)
    approve(draft)

    assert list(OutgoingMail.objects.values_list("to", flat=True)) == ["firma@demo.example"] * 2
    subjects = OutgoingMail.objects.order_by("pk").values_list("subject", flat=True)
    assert "besvart" in subjects[0]
    assert "publisert" in subjects[1]


def test_a_body_is_invited_once():
    hearing = make_hearing(invited=[("Bransjen", "post@bransjen.example")])

    new = invite(
        hearing=hearing,
        invited=[("Bransjen", "POST@bransjen.example"), ("Andre", "andre@demo.example")],
        by=None,
        at=DURING,
    )

    assert new == 1
    assert OutgoingMail.objects.filter(to="post@bransjen.example").count() == 1


def test_commenters_are_forgotten_when_their_time_is_up_and_their_words_stay():
    draft = begin()
    hearing = heard(draft)

    assert forget_commenters(before=AFTER) == 0
    assert forget_commenters(before=AFTER + datetime.timedelta(days=1)) == 1

    comment = hearing.comments.get()
    assert (comment.email, comment.name, comment.text) == ("", "", "Kravet er for strengt.")


def test_a_proposal_that_is_taken_up_begins_a_draft_and_its_sender_is_told(national):
    sender = make_member(national)
    proposal = make_proposal(sender)

    draft = take_up_proposal(
        proposal=proposal,
        reason="Godt sett.",
        identifier="TEX-031",
        owner_role="Fagansvarlig",
        by=None,
        at=AFTER,
    )

    assert draft.criterion.identifier == "TEX-031"
    assert draft.criterion.original_text.title == "Krav om lengre levetid"
    assert OutgoingMail.objects.filter(to=sender.email).count() == 1
    with pytest.raises(ProposalAnswered):
        decline_proposal(proposal=proposal, reason="Nei.", by=None, at=AFTER)


def test_a_taken_identifier_leaves_the_proposal_open():
    make_criterion("TEX-004")
    proposal = make_proposal()

    with pytest.raises(IdentifierTaken):
        take_up_proposal(
            proposal=proposal, reason="Ja.", identifier="TEX-004", owner_role="x", by=None, at=AFTER
        )

    assert Proposal.objects.get().is_open
    assert Criterion.objects.count() == 1


def test_a_declined_proposal_says_why_and_begins_nothing():
    criterion = make_criterion()

    decline_proposal(
        proposal=make_proposal(criterion=criterion), reason="Dekkes av loven.", by=None, at=AFTER
    )

    assert Proposal.objects.get().answer_reason == "Dekkes av loven."
    assert not criterion.drafts.exists()


def test_what_was_said_before_there_was_an_account_is_the_persons_too(national):
    person, hearing = make_member(national), make_hearing(begin())
    make_comment(hearing, email=person.email.upper(), shows_name=True, text="Mitt.")
    make_comment(hearing, text="En annens.")

    assert [comment.text for comment in comments_by(person)] == ["Mitt."]
    forget_one(user=person)

    left = Comment.objects.get(text="Mitt.")
    assert (left.name, left.email, left.shows_name) == ("", "", False)
    assert Comment.objects.get(text="En annens.").email
