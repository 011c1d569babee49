"""How long the floor keeps what. The rooms above say theirs in the same way, in `hub.slots.retention`."""

import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hub.enums import LegalBasis
from hub.models import AuditEntry, Invitation, OutgoingMail, ProblemReport
from hub.services import unused_accounts
from hub.services.bin import KEPT, empty_bin
from hub.services.retention import let_go
from hub.slots import Retention


def delete_invitations(*, before: datetime.datetime, dry_run: bool) -> int:
    ended = Q(accepted_at__lt=before) | Q(revoked_at__lt=before) | Q(accepted_at=None, expires_at__lt=before)
    return let_go(Invitation.objects.filter(ended), dry_run=dry_run)


def delete_mail(*, before: datetime.datetime, dry_run: bool) -> int:
    settled = OutgoingMail.objects.filter(next_attempt_at=None, created_at__lt=before)
    return let_go(settled, dry_run=dry_run)


def delete_problem_reports(*, before: datetime.datetime, dry_run: bool) -> int:
    return let_go(ProblemReport.objects.filter(reported_at__lt=before), dry_run=dry_run)


def delete_log(*, before: datetime.datetime, dry_run: bool) -> int:
    return let_go(AuditEntry.objects.filter(at__lt=before), dry_run=dry_run)


def delete_from_bin(*, before: datetime.datetime, dry_run: bool) -> int:
    return len(empty_bin(now=before + KEPT, dry_run=dry_run))


RETENTION = {
    "hub.accounts": Retention(
        label=_("Accounts"),
        purpose=_(
            "Name, e-mail address, language and place of work, so that you can sign in and be reached."
        ),
        basis=LegalBasis.ASKED_FOR,
        ends=_("Until you delete the account on My page."),
        order=10,
    ),
    "hub.unconfirmed_accounts": Retention(
        label=_("Accounts that are never confirmed"),
        purpose=_("Wait for somebody to open the link that we sent. Then they are deleted."),
        basis=LegalBasis.ASKED_FOR,
        ends=_("after the account was made"),
        days=30,
        carry_out=unused_accounts.delete_unconfirmed,
        order=11,
    ),
    "hub.unused_accounts": Retention(
        label=_("Accounts that nobody uses"),
        purpose=_("An account without a role is deleted when nobody has signed in for three years."),
        basis=LegalBasis.ASKED_FOR,
        ends=_("after the last sign-in"),
        days=unused_accounts.KEPT.days,
        carry_out=unused_accounts.delete_unused,
        told_days_before=unused_accounts.TOLD_BEFORE.days,
        tell=unused_accounts.warn_unused,
        order=12,
    ),
    "hub.roles": Retention(
        label=_("Roles"),
        purpose=_(
            "Who may do what in which node. The node's manager and the network's administrators see it."
        ),
        basis=LegalBasis.PUBLIC_TASK,
        ends=_("Until the role is taken away, or the account is deleted."),
        order=15,
    ),
    "hub.invitations": Retention(
        label=_("Invitations"),
        purpose=_(
            "The address, so that somebody can be asked to take a role. Only the node's manager sees it."
        ),
        basis=LegalBasis.PUBLIC_TASK,
        ends=_("after it was accepted, withdrawn or expired"),
        days=90,
        carry_out=delete_invitations,
        order=16,
    ),
    "hub.log": Retention(
        label=_("The log of changes"),
        purpose=_(
            "Shows who changed roles, content and reports, so that faults and misuse can be found. "
            "People stand in it by a number, which leads to nobody once the account is deleted."
        ),
        basis=LegalBasis.PUBLIC_TASK,
        ends=_("after the change"),
        days=1825,
        carry_out=delete_log,
        order=20,
    ),
    "hub.mail": Retention(
        label=_("E-mails that we send"),
        purpose=_(
            "Address and subject, so that we can see what could not be delivered. "
            "The text is deleted as soon as the e-mail has left."
        ),
        basis=LegalBasis.PUBLIC_TASK,
        ends=_("after the e-mail was written"),
        days=30,
        carry_out=delete_mail,
        order=60,
    ),
    "hub.problem_reports": Retention(
        label=_("Reports of pages that are difficult to use"),
        purpose=_("What you wrote, and your address if you wanted an answer, so that we can put it right."),
        basis=LegalBasis.PUBLIC_TASK,
        ends=_("after the report"),
        days=365,
        carry_out=delete_problem_reports,
        order=65,
    ),
    "hub.bin": Retention(
        label=_("Deleted pages and other content"),
        purpose=_("Lies in the bin, so that a mistake can be undone. Then it is deleted for good."),
        basis=LegalBasis.PUBLIC_TASK,
        ends=_("after it was deleted"),
        days=KEPT.days,
        carry_out=delete_from_bin,
        order=70,
    ),
}
