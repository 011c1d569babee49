"""What the courses room keeps on people, and for how long."""

import datetime

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.enums import SignUpStatus
from courses.managers import SignUpQuerySet
from courses.models import SignUp
from courses.services.sign_ups import sign_off
from hub.enums import LegalBasis
from hub.slots import PersonalData, Retention

NOBODY = "@hub.invalid"  # a name that no mail server will ever have (RFC 2606)


def with_person() -> QuerySet[SignUp]:
    return SignUp.objects.exclude(email__endswith=NOBODY)


def make_old_anonymous(*, before: datetime.datetime, dry_run: bool) -> int:
    old = with_person().filter(session__ends_at__lt=before)
    return old.count() if dry_run else make_anonymous(old)


def make_anonymous(sign_ups: QuerySet[SignUp]) -> int:
    """Seats that were taken stay as a number, without the person; the rest is deleted."""
    count = sign_ups.count()
    sign_ups.exclude(status=SignUpStatus.CONFIRMED).delete()
    nobody = Concat(Value("anonym-"), Cast("pk", CharField()), Value(NOBODY))
    sign_ups.update(name="", organisation="", email=nobody)
    return count


def sign_ups_of(user) -> SignUpQuerySet:
    return SignUp.objects.filter(email=user.email).select_related("session__course", "session__node")


def export(user):
    for place in sign_ups_of(user):
        yield {
            "course": place.session.course.title,
            "starts_at": place.session.starts_at,
            "node": place.session.node.name,
            "name": place.name,
            "email": place.email,
            "organisation": place.organisation,
            "status": place.get_status_display(),
            "signed_up_at": place.signed_up_at,
        }


def forget(user) -> None:
    """Gives back the seats at coming sessions, to those who wait for them."""
    now = timezone.now()
    coming = Q(session__starts_at__gt=now)
    for place in sign_ups_of(user).filter(coming).standing():
        sign_off(sign_up=place, at=now)
    sign_ups_of(user).filter(coming).delete()
    make_anonymous(SignUp.objects.filter(email=user.email))


RETENTION = Retention(
    label=_("Sign-ups for courses"),
    purpose=_(
        "Name, e-mail address and place of work, to keep a seat for you and send messages about the course. "
        "Only those who organise courses in the node see them, and you sign off with the link in the e-mail. "
        "Afterwards only the number of participants is left."
    ),
    basis=LegalBasis.ASKED_FOR,
    ends=_("after the course"),
    days=365,
    carry_out=make_old_anonymous,
    order=30,
)

PERSONAL_DATA = PersonalData(
    label=_("Sign-ups for courses"),
    fields={
        "course": _("Course"),
        "starts_at": _("Starts"),
        "node": _("Node"),
        "name": _("Name"),
        "email": _("E-mail"),
        "organisation": _("Organisation"),
        "status": _("Status"),
        "signed_up_at": _("Signed up"),
    },
    export=export,
    forget=forget,
    kept=_("That a seat was taken, without your name, since the number of participants is reported."),
    order=30,
)
