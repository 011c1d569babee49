"""What a steering group's page shows, to everybody and to its members."""

import datetime
from dataclasses import dataclass, field

from django.db.models import Prefetch

from hub.models import Node
from network.enums import CommitmentState
from network.models import Commitment, Meeting, Report, ReportAnswer, ReportForm, Seat, SteeringGroup


@dataclass
class SteeringPage:
    group: SteeringGroup
    year: int
    seats: list[Seat] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    promised_ahead: list[Commitment] = field(default_factory=list)
    next_meeting: Meeting | None = None
    minutes: list[Meeting] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)

    @property
    def done(self) -> int:
        return sum(commitment.state == CommitmentState.DONE for commitment in self.commitments)


@dataclass
class MemberPage:
    """What members alone see, on top of the public page."""

    next_papers: list = field(default_factory=list)
    unpublished: list[Meeting] = field(default_factory=list)
    reports: list[tuple[ReportForm, Report | None]] = field(default_factory=list)


def steering_group_of(node: Node) -> SteeringGroup | None:
    return (
        SteeringGroup.objects.filter(node=node)
        .select_related("leader_organisation", "secretariat", "node")
        .first()
    )


def steering_page(group: SteeringGroup, *, now: datetime.datetime) -> SteeringPage:
    meetings = Meeting.objects.filter(node=group.node_id).select_related("minutes_document")
    commitments = list(group.commitments.all())
    year = latest_year(commitments, now.year)
    return SteeringPage(
        group=group,
        year=year,
        seats=list(group.seats.all()),
        commitments=[commitment for commitment in commitments if commitment.year == year],
        promised_ahead=[commitment for commitment in commitments if commitment.year > year],
        next_meeting=meetings.coming(now).prefetch_related("papers__document").first(),
        minutes=list(meetings.held(now).with_published_minutes()),
        reports=list(Report.objects.handed_in().filter(node=group.node_id).select_related("form")),
    )


def latest_year(commitments: list[Commitment], this_year: int) -> int:
    """This year, or the last one that promises were made for."""
    years = {commitment.year for commitment in commitments if commitment.year <= this_year}
    return max(years, default=this_year)


def member_page(page: SteeringPage, *, now: datetime.datetime) -> MemberPage:
    node = page.group.node_id
    reports = {report.form_id: report for report in Report.objects.filter(node=node)}
    forms = ReportForm.objects.opened(now.date())
    held = Meeting.objects.filter(node=node, minutes_published_date=None).held(now)
    return MemberPage(
        next_papers=list(page.next_meeting.papers.all()) if page.next_meeting else [],
        unpublished=list(held.select_related("minutes_document").prefetch_related("papers__document")),
        reports=[(form, reports.get(form.pk)) for form in forms],
    )


def public_report(node: Node, year: int) -> Report | None:
    """A report that has been handed in, with the answers that everybody may read."""
    answers = ReportAnswer.objects.filter(question__is_public=True).select_related("question")
    answers = answers.order_by("question__sort_order")
    return (
        Report.objects.handed_in()
        .filter(node=node, form__year=year)
        .select_related("form", "node")
        .prefetch_related(Prefetch("answers", queryset=answers, to_attr="public_answers"))
        .first()
    )
