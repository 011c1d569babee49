"""What the library keeps on those who read it: their feedback, and whom to tell of changes."""

import datetime

from django.utils.translation import gettext_lazy as _

from criteria_library.models import Feedback, Follow
from hub.enums import LegalBasis
from hub.slots import PersonalData, Retention


def forget_old_addresses(*, before: datetime.datetime, dry_run: bool) -> int:
    """What was told stays with its version; who told it does not."""
    old = Feedback.objects.exclude(email="").filter(sent_at__lt=before)
    return old.count() if dry_run else old.update(email="")


def drop_unconfirmed(*, before: datetime.datetime, dry_run: bool) -> int:
    old = Follow.objects.filter(confirmed_at=None, asked_at__lt=before)
    return old.count() if dry_run else old.delete()[0]


def feedback_of(user):
    return Feedback.objects.filter(email__iexact=user.email).select_related("criterion")


def export_feedback(user):
    for row in feedback_of(user):
        yield {
            "criterion": row.criterion.identifier,
            "sent_at": row.sent_at,
            "used": row.get_used_display(),
            "worked": row.get_worked_display(),
            "text": row.text,
            "email": row.email,
            "answer": row.answer,
        }


def export_follows(user):
    rows = Follow.objects.filter(email__iexact=user.email)
    for row in rows.select_related("criterion", "product_group"):
        yield {"followed": str(row), "email": row.email, "asked_at": row.asked_at}


def forget_sender(user) -> None:
    feedback_of(user).update(email="")


def stop_following_all(user) -> None:
    Follow.objects.filter(email__iexact=user.email).delete()


FEEDBACK_RETENTION = Retention(
    label=_("Feedback on criteria"),
    purpose=_(
        "Your e-mail address, where you gave one, to send you the answer. "
        "Afterwards what you told stays with the criterion, without the address."
    ),
    basis=LegalBasis.ASKED_FOR,
    ends=_("after it was sent"),
    days=365,
    carry_out=forget_old_addresses,
    order=60,
)
FOLLOW_RETENTION = Retention(
    label=_("Following criteria"),
    purpose=_(
        "Your e-mail address, to tell you when a criterion or a product group changes. "
        "It stays until you stop with the link in any of the mails."
    ),
    basis=LegalBasis.ASKED_FOR,
    ends=_("until you stop; an address that was never confirmed for a week"),
    days=7,
    carry_out=drop_unconfirmed,
    order=61,
)
FEEDBACK_DATA = PersonalData(
    label=_("Feedback on criteria"),
    fields={
        "criterion": _("Criterion"),
        "sent_at": _("Sent"),
        "used": _("Did you use it?"),
        "worked": _("Did it work?"),
        "text": _("What you told"),
        "email": _("E-mail"),
        "answer": _("Answer"),
    },
    export=export_feedback,
    forget=forget_sender,
    kept=_("What you told of the criterion, without your address."),
    order=60,
)
FOLLOW_DATA = PersonalData(
    label=_("Following criteria"),
    fields={"followed": _("What you follow"), "email": _("E-mail"), "asked_at": _("Since")},
    export=export_follows,
    forget=stop_following_all,
    order=61,
)
