"""The rooms' things. `tests.tenancy.things` says how to add one."""

import datetime

from django.core import signing
from django.utils import timezone

from courses.models import TogetherRequest
from courses.permissions import receipt_token, sign_off_token
from criteria_library.models import SpreadsheetImport
from criteria_library.services.comments import SALT
from criteria_library.services.feedback import give_feedback
from criteria_library.services.following import start_following
from hub.enums import Role
from network.enums import ReportStatus
from network.models import Meeting, MeetingPaper, Report, ReportForm, SteeringGroup
from search.services.thesaurus import save_group
from tests.factories.courses import CourseFactory, SessionFactory, SignUpFactory
from tests.factories.criteria_library import make_criterion, make_note
from tests.factories.good_examples import ExampleFactory
from tests.factories.hearings import begin, make_comment, make_hearing, make_proposal, pdf
from tests.factories.hub import TODAY
from tests.factories.network import CommitmentFactory, SeatFactory
from tests.tenancy.people import Who
from tests.tenancy.things import SECRET, thing


@thing("courses.course")
def course(world):
    """A course without a session that is open to all, so that its name is the node's own."""
    return CourseFactory(node=world.own, title=SECRET)


@thing("courses.session")
def session(world):
    return SessionFactory(node=world.own, title="Kurs for alle")


@thing("together")
def together(world):
    """The other node asks this one to hold a session of its own together."""
    session = SessionFactory(node=world.other, title="Felles dag")
    return TogetherRequest.objects.create(session=session, node=world.own, asked_at=timezone.now())


@thing("sign_up")
def sign_up(world):
    return SignUpFactory(session=world.things["courses.session"], name=SECRET)


@thing("receipt")
def receipt(world):
    return receipt_token(world.things["sign_up"])


@thing("sign_off")
def sign_off(world):
    return sign_off_token(world.things["sign_up"])


@thing("network.steeringgroup")
def steering_group(world):
    return SteeringGroup.objects.create(
        node=world.own, mandate=SECRET, leader_organisation=world.own.host_organisation
    )


@thing("commitment")
def commitment(world):
    return CommitmentFactory(steering_group=world.things["network.steeringgroup"], text=SECRET)


@thing("seat")
def seat(world):
    return SeatFactory(steering_group=world.things["network.steeringgroup"], role=SECRET)


@thing("network.meeting")
def meeting(world):
    """Its papers are for the members of the steering group."""
    starts_at = timezone.now() + datetime.timedelta(days=14)
    made = Meeting.objects.create(node=world.own, place=SECRET, starts_at=starts_at)
    MeetingPaper.objects.create(meeting=made, title=SECRET, document=world.things["document"])
    return made


@thing("network.reportform")
def report_form(world):
    form = ReportForm.objects.create(
        year=TODAY.year, opens_date=datetime.date(2026, 1, 1), deadline_date=datetime.date(2099, 1, 1)
    )
    form.questions.create(code="courses", section="node", kind="count", name_nb="Hvor mange kurs?")
    return form


@thing("report")
def report(world):
    return Report.objects.create(
        node=world.own,
        form=world.things["network.reportform"],
        status=ReportStatus.SUBMITTED,
        submitted_at=timezone.now(),
    )


@thing("criteria_library.criterion")
def criterion(world):
    return make_criterion("TST-9001")


@thing("criteria_library.localnote")
def local_note(world):
    return make_note(world.own, world.things["criteria_library.criterion"], text=SECRET, is_published=False)


@thing("criteria_library.feedback")
def feedback(world):
    return give_feedback(
        criterion=world.things["criteria_library.criterion"],
        node=world.own,
        used="planned",
        text=SECRET,
        language="nb",
        at=timezone.now(),
    )


@thing("criteria_library.spreadsheetimport")
def spreadsheet_import(world):
    return SpreadsheetImport.objects.create(
        name=SECRET, asked_at=timezone.now(), state="right", outcome={"criteria": 1}
    )


@thing("follow")
def follow(world):
    criterion = world.things["criteria_library.criterion"]
    return start_following(
        email="innkjoper@kommune.example",
        node=world.own,
        language="nb",
        at=timezone.now(),
        criterion=criterion,
    )


@thing("search.synonymgroup")
def synonym_group(world):
    return save_group(words={"nb": ["gluggefyll", "vindusfyll"]}, by=world.people[Who.ADMINISTRATOR])


@thing("draft_of_criterion")
def draft_of_criterion(world):
    return begin()


@thing("proposal_on_criterion")
def proposal_on_criterion(world):
    """Sent for the node, by somebody else there."""
    return make_proposal(world.members[world.own, Role.EDITOR], node=world.own, title=SECRET)


@thing("hearing")
def hearing(world):
    return make_hearing(
        world.things["draft_of_criterion"], deadline=datetime.date(2099, 1, 1), documents=[pdf("brev.pdf")]
    )


@thing("comment")
def comment(world):
    return make_comment(world.things["hearing"], files=[pdf()], now=timezone.now())


@thing("comment_token")
def comment_token(world):
    return signing.dumps(world.things["comment"].pk, salt=SALT)


@thing("good_examples.example")
def example(world):
    return ExampleFactory(node=world.own, title=SECRET, live=False)


@thing("published_example")
def published_example(world):
    return ExampleFactory(node=world.own)
