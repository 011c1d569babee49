"""Accounts that nobody confirms or uses: they are deleted, the used ones once their owner has been told."""

import datetime

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from hub.addresses import at_hub, plain_reverse
from hub.models import User
from hub.services.accounts import HasDuties, delete_account
from hub.services.mail import send_mail_later

KEPT = datetime.timedelta(days=1095)
TOLD_BEFORE = datetime.timedelta(days=30)


def delete_unconfirmed(*, before: datetime.datetime, dry_run: bool) -> int:
    """Accounts whose address nobody has shown to be theirs."""
    unconfirmed = User.objects.filter(date_joined__lt=before, last_login=None, memberships=None)
    return delete_accounts(unconfirmed.exclude(emailaddress__verified=True), at=before, dry_run=dry_run)


def unused_since(moment: datetime.datetime) -> QuerySet[User]:
    """Without a role, and last signed in, or made, before that moment."""
    users = User.objects.annotate(used_at=Coalesce("last_login", "date_joined"))
    return users.filter(memberships=None, used_at__lt=moment)


def warn_unused(*, before: datetime.datetime, dry_run: bool) -> int:
    """Tells each owner once, thirty days ahead. Who has signed in since an earlier warning is told anew."""
    now = before + KEPT
    untold = unused_since(before + TOLD_BEFORE).filter(
        Q(deletion_told_at=None) | Q(deletion_told_at__lt=F("used_at"))
    )
    if dry_run:
        return untold.count()
    told = list(untold)
    for user in told:
        tell(user, now=now)
        User.objects.filter(pk=user.pk).update(deletion_told_at=now)
    return len(told)


def tell(user: User, *, now: datetime.datetime) -> None:
    language = user.language
    send_mail_later(
        to=user.email,
        template="hub/mail/unused_account",
        language=language,
        context={
            "user": user,
            "used_at": user.last_login or user.date_joined,
            "deleted_at": now + TOLD_BEFORE,
            "sign_in_url": at_hub(plain_reverse("account_login"), language=language),
        },
    )


def delete_unused(*, before: datetime.datetime, dry_run: bool) -> int:
    """Those that were told thirty days ago, and that nobody has signed in to since."""
    told_by = before + KEPT - TOLD_BEFORE
    told = unused_since(before).filter(deletion_told_at__gt=F("used_at"), deletion_told_at__lte=told_by)
    return delete_accounts(told, at=before, dry_run=dry_run)


def delete_accounts(users, *, at: datetime.datetime, dry_run: bool) -> int:
    """Those with open duties stay until they are handed over."""
    if dry_run:
        return users.count()
    count = 0
    for user in users:
        try:
            delete_account(user=user, by=None, at=at)
        except HasDuties:
            continue
        count += 1
    return count
