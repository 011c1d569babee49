"""Report forms, steering groups, their meetings and reports."""

import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from courses.services.loading import working_day
from hub.enums import OrganisationKind
from hub.models import HubDocument, Node, Organisation
from network.enums import ReportStatus
from network.models import (
    Commitment,
    Meeting,
    MeetingPaper,
    ReportForm,
    ReportQuestion,
    Seat,
    SteeringGroup,
)
from network.queries.answers import Given
from network.services.demonstration.files import day, moment, read
from network.services.reports import Change, accept_report, save_answers, start_report, submit_report

WHY_COUNTED_BY_HAND = {
    "nb": "Talt for hånd, fordi kalenderen ble tatt i bruk senere.",
    "nn": "Talt for hand, fordi kalenderen vart teken i bruk seinare.",
}
# A year's report is written from its autumn until the next summer.
MONTHS_BEHIND = datetime.timedelta(days=120)


def year_reported(today: datetime.date, years_back: int) -> int:
    return (today - MONTHS_BEHIND).year - years_back


@transaction.atomic
def load_report_forms(today: datetime.date) -> int:
    records = read("report_forms.toml")
    created = 0
    for record in records["forms"]:
        form, is_new = ReportForm.objects.get_or_create(
            year=year_reported(today, record["years_back"]),
            defaults={"opens_date": day(today, record["opens"]), "deadline_date": day(today, record["due"])},
        )
        if is_new:
            ReportQuestion.objects.bulk_create(
                question_of(form, place, question) for place, question in enumerate(records["questions"])
            )
            created += 1
    return created


def question_of(form: ReportForm, place: int, record: dict) -> ReportQuestion:
    return ReportQuestion(
        form=form,
        sort_order=place,
        code=record["code"],
        section=record["section"],
        kind=record["kind"],
        counted=record.get("counted", ""),
        is_required=record.get("required", False),
        is_public=record.get("public", True),
        **{f"name_{language}": text for language, text in record["name"].items()},
        **{f"help_{language}": text for language, text in record.get("help", {}).items()},
    )


def load_steering_groups(today: datetime.date) -> int:
    records = read("steering_groups.toml")
    known = set(SteeringGroup.objects.values_list("node__slug", flat=True))
    fresh = [record for record in records["groups"] if record["node"] not in known]
    for record in fresh:
        load_group(record, records["mandate"], today)
    return len(fresh)


@transaction.atomic
def load_group(record: dict, mandates: dict[str, str], today: datetime.date) -> None:
    node = Node.objects.select_related("county").get(slug=record["node"])
    group = SteeringGroup.objects.create(
        node=node,
        mandate=mandates[node.main_language].strip(),
        leader_organisation=Organisation.objects.get(
            kind=OrganisationKind.COUNTY_GOVERNOR, serves_counties=node.county
        ),
        secretariat=node.host_organisation,
        established_date=day(today, record["established"]),
        contact_email=f"styringsgruppe.{node.slug}@demo.example",
    )
    for place, (body, role, organisation) in enumerate(record["seats"]):
        Seat.objects.create(
            steering_group=group,
            sort_order=place,
            body=body,
            role=role,
            organisation_name=organisation,
            leads=place == 0,
        )
    for place, (state, text, comment) in enumerate(record["commitments"]):
        Commitment.objects.create(
            steering_group=group, sort_order=place, year=today.year, state=state, text=text, comment=comment
        )
    for meeting in record["meetings"]:
        load_meeting(node, meeting, record["place"], today)
    for report in record.get("reports", []):
        load_report(node, report, today)


def load_meeting(node: Node, record: dict, place: str, today: datetime.date) -> None:
    held = (working_day(today + datetime.timedelta(days=record["day"]), past=record["day"] < 0) - today).days
    published = record.get("published")
    meeting = Meeting.objects.create(
        node=node,
        starts_at=moment(today, held, record["clock"]),
        place=place,
        agenda="\n".join(record.get("agenda", [])),
        minutes_summary="\n".join(record.get("minutes", [])),
        minutes_published_date=day(today, held + published) if published else None,
    )
    for order, title in enumerate(record.get("papers", [])):
        MeetingPaper.objects.create(
            meeting=meeting, sort_order=order, title=title, document=paper(node, title)
        )


def paper(node: Node, title: str) -> HubDocument:
    """A file to open, so that the members' page can be tried."""
    text = f"{title}\n\n{node}\n\nDemonstrasjon. Dette er ikke et virkelig sakspapir.\n"
    document = HubDocument(title=title, collection=node.document_collection)
    document.file.save(f"{node.slug}-sakspapir.txt", ContentFile(text.encode()))
    return document


def load_report(node: Node, record: dict, today: datetime.date) -> None:
    form = ReportForm.objects.get(year=year_reported(today, record["years_back"]))
    report = start_report(node=node, form=form)
    handed_in = moment(today, -record.get("days_ago", 365 * record["years_back"] - 50))
    is_draft = record["state"] == ReportStatus.DRAFT
    at = moment(today, -1) if is_draft else handed_in
    save_answers(report=report, changes=changes(record, form, node), by=None, at=at)
    if is_draft:
        return
    report.refresh_from_db()
    submit_report(report=report, version=report.version, by=None, at=handed_in)
    if record["state"] == ReportStatus.ACCEPTED:
        accept_report(report=report, by=None, at=handed_in + datetime.timedelta(days=25))


def changes(record: dict, form: ReportForm, node: Node) -> list[Change]:
    """The answers of the record. Its years began before the calendar did, so the counts differ."""
    by_code = {question.code: question for question in form.questions.all()}
    return [
        Change(
            by_code[code],
            Given(),
            Given(value, WHY_COUNTED_BY_HAND[node.main_language] if by_code[code].counted else ""),
        )
        for code, value in record["answers"].items()
    ]
