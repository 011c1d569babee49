"""Why something can't be done, and what to do instead, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from criteria_library.queries.differences import label_of
from criteria_library.services import drafts, hearings
from hub.templatetags.hub import day


def why_not(reason: drafts.ApprovalRefused) -> str:
    if isinstance(reason, drafts.WroteItThemselves):
        return _("You have written in this draft yourself, so another approver must approve it.")
    if isinstance(reason, drafts.HearingUnderWay):
        return _("It is on a hearing. Wait until every comment is answered and the hearing is closed.")
    if isinstance(reason, drafts.HearingMissing):
        return _("It has not been on a hearing. Say why it can be published without one.")
    if isinstance(reason, drafts.NothingChanged):
        return _("The text is the same as in the current version, so there is nothing to publish.")
    if isinstance(reason, drafts.ChangedSinceSeen):
        return _("The text has been changed since you opened this page. Read it below, then approve it.")
    if isinstance(reason, drafts.DraftClosed):
        return _("Somebody has published it or put it aside in the meantime. Nothing was changed.")
    return _("The text was changed after it was approved. Approve it again.")


def what_is_missing(reason) -> str:
    names = {
        "original_text": _("text in the original language"),
        "uses": _("use"),
        "product_groups": _("product group"),
    }
    missing = ", ".join(names.get(name) or label_of(name) for name in reason.missing)
    return _("It can't be published yet. Fill in first: %(missing)s.") % {"missing": missing}


def why_no_hearing(reason: hearings.HearingRefused) -> str:
    if isinstance(reason, hearings.HearingsOverlap):
        told = {
            "identifier": reason.draft.criterion.identifier,
            "title": reason.hearing.title,
            "day": day(reason.hearing.closes_at),
        }
        return (
            _(
                "%(identifier)s is in the hearing “%(title)s” already, with deadline %(day)s. "
                "Close that hearing first, or leave the draft out."
            )
            % told
        )
    if isinstance(reason, hearings.DeadlineTooEarly):
        return _("Choose a later deadline: after the day it opens, and not a day that has been.")
    if isinstance(reason, hearings.HearingChanged):
        return _(
            "Somebody else has changed the words while you were writing. What you typed is kept. "
            "Save again to put it in place of theirs."
        )
    if isinstance(reason, hearings.NothingToHear):
        return _("A draft needs a requirement in its original language before it is sent out.")
    if isinstance(reason, hearings.HearingStillOpen):
        return _("The deadline has not passed. Wait until it has, so that everybody is heard.")
    if isinstance(reason, hearings.CommentsUnanswered):
        return ngettext(
            "%(count)d comment has no answer. Answer it before the hearing is closed.",
            "%(count)d comments have no answer. Answer them before the hearing is closed.",
            reason.count,
        ) % {"count": reason.count}
    return _("The hearing is closed and its answers are published, so nothing is changed any more.")
