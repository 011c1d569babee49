"""E-mail to those who follow a criterion or a product group: one a night, with all that has changed."""

import datetime
from itertools import groupby

from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import Q

from criteria_library.models import Criterion, CriterionVersion, Follow, FollowedChange
from hub.addresses import plain_reverse
from hub.models import Node, ProductGroup
from hub.services.audit import record
from hub.services.mail import send_mail_later

CONFIRM, STOP = "criteria_library.follow", "criteria_library.unfollow"
# As long as an unconfirmed wish is kept.
SECONDS_TO_CONFIRM = 7 * 24 * 3600
# One who asks again and again has one mail to the address in this time.
AGAIN_AFTER = datetime.timedelta(minutes=10)


def confirm_token(follow: Follow) -> str:
    return signing.dumps(follow.pk, salt=CONFIRM)


def stop_token(follow: Follow) -> str:
    """The same in each mail, since it holds as long as the mail that carries it is kept."""
    return stop_signer().sign_object(follow.pk)


def stop_signer() -> signing.Signer:
    return signing.Signer(salt=STOP)


def follow_to_confirm(token: str) -> Follow | None:
    try:
        return follow_with(signing.loads(token, salt=CONFIRM, max_age=SECONDS_TO_CONFIRM))
    except signing.BadSignature:
        return None


def follow_to_stop(token: str) -> Follow | None:
    try:
        return follow_with(stop_signer().unsign_object(token))
    except signing.BadSignature:
        return None


def follow_with(pk: int) -> Follow | None:
    rows = Follow.objects.select_related("criterion", "product_group", "asked_on__site")
    return rows.filter(pk=pk).first()


@transaction.atomic
def start_following(
    *,
    email: str,
    node: Node,
    language: str,
    at: datetime.datetime,
    criterion: Criterion | None = None,
    group: ProductGroup | None = None,
    by=None,
) -> Follow:
    """Whoever is signed in has a known address and follows at once; others get a mail to confirm."""
    email = email.strip().lower()
    of_same = Follow.objects.filter(email=email, criterion=criterion, product_group=group)
    follow = of_same.first() or new_follow(
        of_same,
        email=email,
        asked_on=node,
        language=language,
        asked_at=at,
        criterion=criterion,
        product_group=group,
    )
    if follow.confirmed_at is None and by is not None and by.email.lower() == email:
        confirm_following(follow=follow, at=at)
    elif follow.confirmed_at is None and (follow.asked_at == at or at - follow.asked_at >= AGAIN_AFTER):
        Follow.objects.filter(pk=follow.pk).update(asked_at=at)
        ask_to_confirm(follow)
    return follow


def new_follow(of_same, **fields) -> Follow:
    """Two clicks at once make one row."""
    try:
        with transaction.atomic():
            return Follow.objects.create(**fields)
    except IntegrityError:
        return of_same.get()


def ask_to_confirm(follow: Follow) -> None:
    path = plain_reverse("criteria_library:confirm_follow", args=[confirm_token(follow)])
    send_mail_later(
        to=follow.email,
        template="criteria_library/mail/confirm_follow",
        context={"follow": follow, "url": follow.asked_on.url(path)},
        language=follow.language,
        node=follow.asked_on,
    )


@transaction.atomic
def confirm_following(*, follow: Follow, at: datetime.datetime) -> None:
    begun = Follow.objects.filter(pk=follow.pk, confirmed_at=None).update(confirmed_at=at)
    if begun:
        follow.confirmed_at = at
        record(action="follow.confirmed", node=follow.asked_on, detail={"of": str(follow)[:150]})


@transaction.atomic
def stop_following(*, follow: Follow) -> None:
    record(action="follow.stopped", node=follow.asked_on, detail={"of": str(follow)[:150]})
    follow.delete()


def note_change(*, criterion: Criterion, version: CriterionVersion | None) -> None:
    """Of a new version, or of a withdrawal where there is none. Those who follow both ways hear it once."""
    paths = criterion.product_groups.values_list("path", flat=True)
    # A group and all above it: who follows textiles follows workwear too.
    within = Q(pk__in=[])
    for path in paths:
        step = ProductGroup.steplen
        within |= Q(path__in=[path[:end] for end in range(step, len(path) + 1, step)])
    groups = ProductGroup.objects.filter(within)
    follows = Follow.objects.exclude(confirmed_at=None).filter(
        Q(criterion=criterion) | Q(product_group__in=groups)
    )
    FollowedChange.objects.bulk_create(
        FollowedChange(follow=follow, criterion=criterion, version=version) for follow in follows
    )


def tell_followers(*, at: datetime.datetime) -> int:
    """One mail for each address, in the language and from the site of its latest wish."""
    rows = FollowedChange.objects.select_related(
        "follow__asked_on__site", "follow__criterion", "follow__product_group", "criterion", "version"
    )
    told = 0
    rows = rows.prefetch_related("criterion__texts").order_by("follow__email", "criterion__identifier", "pk")
    for email, changes in groupby(rows, key=lambda change: change.follow.email):
        tell(email, list(changes))
        told += 1
    return told


@transaction.atomic
def tell(email: str, changes: list[FollowedChange]) -> None:
    """The rows go with the mail, so that nobody is told twice."""
    taken, _kinds = FollowedChange.objects.filter(pk__in=[change.pk for change in changes]).delete()
    if not taken:
        return
    newest = max((change.follow for change in changes), key=lambda follow: follow.asked_at)
    node = newest.asked_on
    follows = list({change.follow_id: change.follow for change in changes}.values())
    send_mail_later(
        to=email,
        template="criteria_library/mail/changes",
        context={
            "changes": [told_of(change, node) for change in once_each(changes)],
            "follows": [(follow, stop_address(follow)) for follow in follows],
        },
        language=newest.language,
        node=node,
        unsubscribe_url=stop_address(newest, everything=len(follows) > 1),
    )


def once_each(changes: list[FollowedChange]) -> list[FollowedChange]:
    """The latest of each criterion, since the difference is there to be read."""
    return list({change.criterion_id: change for change in changes}.values())


def told_of(change: FollowedChange, node: Node) -> dict:
    identifier = change.criterion.identifier
    if change.version and change.version.number > 1:
        path = plain_reverse("criteria_library:changes", args=[identifier, change.version.number])
    else:
        path = plain_reverse("criteria_library:detail", args=[identifier])
    return {"change": change, "url": node.url(path)}


def stop_address(follow: Follow, *, everything: bool = False) -> str:
    path = plain_reverse("criteria_library:stop_following", args=[stop_token(follow)])
    return follow.asked_on.url(path + ("?alt" if everything else ""))


def stop_everything(*, follow: Follow) -> int:
    """All that the address follows: what the mail program's button means when a mail tells of several."""
    count = 0
    for each in Follow.objects.filter(email=follow.email).select_related("asked_on"):
        stop_following(follow=each)
        count += 1
    return count
