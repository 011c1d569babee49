"""Closed sets of the criteria library."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Use(TextChoices):
    """Where in a purchase a criterion is used."""

    QUALIFICATION = "qualification", _("Qualification requirement")
    SPECIFICATION = "specification", _("Technical specification")
    AWARD = "award", _("Award criterion")
    CLAUSE = "clause", _("Contract clause")


class Level(TextChoices):
    BASIC = "basic", _("Basic")
    ADVANCED = "advanced", _("Advanced")
    LEADING_EDGE = "leading-edge", _("Leading edge")


LEVEL_MEANINGS = {
    Level.BASIC: _("Little work for the buyer, most suppliers can deliver, proof lies ready."),
    Level.ADVANCED: _("Some work for the buyer, several suppliers can deliver, proof must be gathered."),
    Level.LEADING_EDGE: _(
        "Takes dialogue with the market, few can deliver today, proof is made for the purchase."
    ),
}


class Effort(IntegerChoices):
    LOW = 1, _("Low")
    MEDIUM = 2, _("Medium")
    HIGH = 3, _("High")


class Market(TextChoices):
    EARLY = "early", _("Few can deliver")
    GROWING = "growing", _("Several can deliver")
    MATURE = "mature", _("Most can deliver")


class Status(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# What a reader may open by its address.
READABLE = {Status.PUBLISHED, Status.WITHDRAWN}


class TextState(TextChoices):
    """How far a translation is to be trusted. The original is always checked."""

    MISSING = "missing", _("Missing")
    MACHINE = "machine", _("Machine draft")
    CHECKED = "checked", _("Checked")
    OUTDATED = "outdated", _("Outdated: the original has changed")


# What a version takes along when it is published.
SHOWN_TEXTS = {TextState.MACHINE, TextState.CHECKED}


class ReviewOutcome(TextChoices):
    NEW = "new", _("new")
    REVISED = "revised", _("revised")
    KEPT = "kept", _("checked and kept")
    WITHDRAWN = "withdrawn", _("withdrawn")


class RelationKind(TextChoices):
    GOES_WITH = "goes_with", _("Goes well with")
    INCLUDES = "includes", _("Includes")
    REPLACES = "replaces", _("Replaces")


class NoteKind(TextChoices):
    GUIDANCE = "guidance", _("Guidance")
    STRICTER = "stricter", _("Stricter value")
    CONTACT = "contact", _("Contact")
    NOT_RECOMMENDED = "not_recommended", _("Not recommended here")


class ProposalKind(TextChoices):
    NEW = "new", _("A new criterion")
    CHANGE = "change", _("A change to one there is")


class ProposalAnswer(TextChoices):
    OPEN = "open", _("Waits for an answer")
    ACCEPTED = "accepted", _("Taken up")
    DECLINED = "declined", _("Not taken up")


class Stage(TextChoices):
    """How far the work on a criterion's next version has come. Read from what was done, never set."""

    WRITING = "writing", _("Being written")
    HEARING_PLANNED = "hearing_planned", _("Hearing planned")
    ON_HEARING = "on_hearing", _("On hearing")
    ANSWERING = "answering", _("Comments are being answered")
    HEARD = "heard", _("Heard, to be approved")
    APPROVED = "approved", _("Approved, to be published")
    PUBLISHED = "published", _("Published")
    DROPPED = "dropped", _("Put aside")


class CommenterRole(TextChoices):
    BUYER = "buyer", _("Buyer")
    SUPPLIER = "supplier", _("Supplier")
    ORGANISATION = "organisation", _("Interest organisation")
    AUTHORITY = "authority", _("Authority")


class CommentOutcome(TextChoices):
    TAKEN = "taken", _("Taken")
    PARTLY = "partly", _("Partly taken")
    NOT_TAKEN = "not_taken", _("Not taken")


class NoteLinkKind(TextChoices):
    GOAL = "goal", _("Local goal")
    AGREEMENT = "agreement", _("Framework agreement")


class Used(TextChoices):
    YES = "yes", _("Yes, I have used it")
    PLANNED = "planned", _("I am going to")
    NO = "no", _("No, I chose not to")


class Worked(TextChoices):
    YES = "yes", _("Yes, it worked")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No, it did not work")


class FeedbackState(TextChoices):
    OPEN = "open", _("Waits for an answer")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed without an answer")


class ImportState(TextChoices):
    WAITING = "waiting", _("Waiting")
    CHECKING = "checking", _("Checking")
    WRONG = "wrong", _("Something is wrong")
    RIGHT = "right", _("Ready to be written")
    WRITING = "writing", _("Writing")
    WRITTEN = "written", _("Written")
