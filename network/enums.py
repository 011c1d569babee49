"""Closed sets of the network room, and the sets of statuses that rules speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SeatBody(TextChoices):
    """Whom a member of a steering group speaks for, in the order the action plan names them."""

    COUNTY_GOVERNOR = "county_governor", _("The county governor")
    COUNTY_COUNCIL = "county_council", _("The county council")
    MUNICIPALITIES = "municipalities", _("The municipalities (KS)")
    BUSINESS = "business", _("Business")
    NODE = "node", _("The node, as secretariat")


class CommitmentState(TextChoices):
    NOT_STARTED = "not_started", _("Not started")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    POSTPONED = "postponed", _("Postponed")


class ReportStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    ACCEPTED = "accepted", _("Accepted nationally")


HANDED_IN = {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED}


class QuestionKind(TextChoices):
    COUNT = "count", _("A number")
    MONEY = "money", _("Whole kroner")
    TEXT = "text", _("In words")


NUMBER_KINDS = {QuestionKind.COUNT, QuestionKind.MONEY}


class QuestionSection(TextChoices):
    """Whose tasks in the action plan a question is about."""

    NODE = "node", _("The node's tasks")
    STEERING_GROUP = "steering_group", _("The steering group's tasks")
    RESULTS = "results", _("Results and progress in the county")


class Counted(TextChoices):
    """What the hub knows of a node's year, so that nobody has to count it by hand."""

    SESSIONS = "sessions", _("Courses held")
    PARTICIPANTS = "participants", _("Participants of courses held")
    SESSIONS_FOR_LEADERS = "sessions_for_leaders", _("Courses held for politicians and leaders")
    EXAMPLES = "examples", _("Good examples published")
    NOTES = "notes", _("Criteria with a local note")
    MEETINGS = "meetings", _("Meetings of the steering group")
