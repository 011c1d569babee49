"""Rows of the network room."""

import datetime

import factory
from django.utils import timezone

from hub.enums import OrganisationKind
from network.enums import QuestionKind, QuestionSection, SeatBody
from network.models import Commitment, Meeting, ReportForm, ReportQuestion, Seat, SteeringGroup
from network.queries.answers import Given
from network.services.reports import Change, save_answers, start_report, submit_report
from tests.factories.hub import OrganisationFactory


class SteeringGroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SteeringGroup

    mandate = "Gruppen velger knutepunkt og svarer for arbeidet."
    leader_organisation = factory.LazyAttribute(
        lambda group: OrganisationFactory(
            name=f"Statsforvalteren i {group.node.county}",
            kind=OrganisationKind.COUNTY_GOVERNOR,
            county=group.node.county,
        )
    )


class SeatFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Seat

    body = SeatBody.MUNICIPALITIES
    role = "Kommunedirektør"
    organisation_name = "KS"


class CommitmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Commitment

    year = factory.LazyFunction(lambda: timezone.localdate().year)
    text = factory.Sequence(lambda n: f"Løfte {n}")


class MeetingFactory(factory.django.DjangoModelFactory):
    """`days` from today; `minutes` and `published` for those that have been held."""

    class Meta:
        model = Meeting

    class Params:
        days = 14
        minutes = ""
        published = False

    place = "Bodø"
    starts_at = factory.LazyAttribute(lambda meeting: timezone.now() + datetime.timedelta(days=meeting.days))
    minutes_summary = factory.SelfAttribute("minutes")
    minutes_published_date = factory.LazyAttribute(
        lambda meeting: timezone.localdate() if meeting.published else None
    )


def make_report_form(year=2025, *, opens=-30, due=60, counted=""):
    """A form with a required number, a number that may be left out, and a text that isn't public."""
    today = timezone.localdate()
    form = ReportForm.objects.create(
        year=year,
        opens_date=today + datetime.timedelta(days=opens),
        deadline_date=today + datetime.timedelta(days=due),
    )
    for place, (code, name, fields) in enumerate(
        [
            ("courses", "Hvor mange kurs?", {"is_required": True, "counted": counted}),
            ("participants", "Hvor mange deltok?", {}),
            ("hindrances", "Hva sto i veien?", {"kind": QuestionKind.TEXT, "is_public": False}),
        ]
    ):
        defaults = {"kind": QuestionKind.COUNT, "section": QuestionSection.NODE}
        ReportQuestion.objects.create(
            form=form, code=code, name_nb=name, sort_order=place, **{**defaults, **fields}
        )
    return form


def answers_to(form, **by_code):
    """The changes from a report that has none of them, as the services take them."""
    return [
        Change(question, Given(), Given(by_code[question.code]))
        for question in form.questions.all()
        if question.code in by_code
    ]


def save(report, *, at=None, **answers):
    """Answers as one save, on what stands there now."""
    facts = {"report": report, "changes": answers_to(report.form, **answers)}
    return save_answers(**facts, by=None, at=at or timezone.now())


def submit(node, form, *, at=None, **answers):
    """A report with these answers, handed in."""
    report = start_report(node=node, form=form)
    save(report, at=at, **answers)
    report.refresh_from_db()
    return submit_report(report=report, version=report.version, by=None, at=at or timezone.now())
