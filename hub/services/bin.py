"""What is deleted can be brought back for thirty days.

Pages move, with all below them, to a place outside every site. Other rows are
written down as values, with the rows that go with them, and put back as they were.
"""

import datetime
import json

from django.apps import apps
from django.core import serializers
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Model
from django.db.models.deletion import Collector, ProtectedError
from wagtail.models import Page, WorkflowState

from hub.models import BinPage, DeletedThing, HubDocument, Node, Picture, Rendition
from hub.models.pages.base import ROOT_DEPTH
from hub.queries import national_node
from hub.queries.pages import node_of_page
from hub.services import audit
from hub.services.pages import free_slug, front_page

KEPT = datetime.timedelta(days=30)


class CannotBeDeleted(Exception):
    """The thing must stay: a front page, or what other things stand on. `because` names those."""

    def __init__(self, because: list[str] | None = None):
        super().__init__()
        self.because = because or []


@transaction.atomic
def delete_page(page: Page, *, by, now: datetime.datetime) -> DeletedThing:
    node = node_of_page(page)
    if node is None or page.depth <= ROOT_DEPTH:
        raise CannotBeDeleted
    published = page.get_descendants(inclusive=True).live()
    thing = DeletedThing.objects.create(
        node=node,
        kind=page.specific_class._meta.label_lower,
        object_id=str(page.pk),
        label=page.title,
        page_id=page.pk,
        parent=page.get_parent(),
        slug=page.slug,
        live_revisions=list(published.values_list("pk", "live_revision_id")),
        deleted_by=by,
        deleted_at=now,
    )
    for state in WorkflowState.objects.active().for_instance(page):
        state.cancel(user=by)
    for live in published.specific():
        live.unpublish(user=by)
    move_page(page, to=bin_of(node))
    audit.record(action="page.deleted", by=by, node=node, about=page)
    return thing


def bin_of(node: Node) -> BinPage:
    slug = f"slettet-{node.slug}"
    found = BinPage.objects.filter(slug=slug, depth=ROOT_DEPTH).first()
    if found:
        return found
    page = BinPage(title=f"{node.name}: slettet", slug=slug, live=False, locale=node.site.root_page.locale)
    return Page.get_first_root_node().add_child(instance=page)


def move_page(page: Page, *, to: Page, slug: str | None = None) -> None:
    """Moves it below `to`, with a short name that is free there."""
    Page.objects.filter(pk=page.pk).update(slug=free_slug(to, slug or page.slug))
    Page.objects.get(pk=page.pk).move(to, pos="last-child")


@transaction.atomic
def delete_thing(instance: Model, *, by, now: datetime.datetime, node: Node | None = None) -> DeletedThing:
    """Deletes the row and writes down all that goes with it. Raises CannotBeDeleted where others need it.

    `node` is for rows that don't say themselves whose they are, like pictures.
    """
    node = node or getattr(instance, "node", None) or national_node()
    thing = DeletedThing.objects.create(
        node=node,
        kind=instance._meta.label_lower,
        object_id=str(instance.pk),
        label=str(instance)[:255],
        rows=json.loads(serializers.serialize("json", rows_that_go_with(instance))),
        deleted_by=by,
        deleted_at=now,
    )
    keep_file(instance, thing)
    audit.record(action="thing.deleted", by=by, node=node, about=instance)
    instance.delete()
    return thing


def keep_file(instance, thing: DeletedThing) -> None:
    """A picture's or document's file is deleted with its row, so a copy is kept meanwhile."""
    if is_file(thing.kind):
        with instance.file.open("rb") as file:
            instance.file.storage.save(kept_name(thing), file)


def is_file(kind: str) -> bool:
    return kind in {Picture._meta.label_lower, HubDocument._meta.label_lower}


def kept_name(thing: DeletedThing) -> str:
    return f"slettet/{thing.pk}"


def rows_that_go_with(instance: Model) -> list[Model]:
    """The row and those that the database deletes with it, many-to-many rows too."""
    collector = Collector(using=instance._state.db or DEFAULT_DB_ALIAS, origin=instance)
    try:
        collector.collect([instance])
    except ProtectedError as error:
        raise CannotBeDeleted(sorted({str(row) for row in error.protected_objects})) from error
    rows = [row for rows in collector.data.values() for row in rows]
    rows += [row for queryset in collector.fast_deletes for row in queryset]
    return [row for row in rows if not isinstance(row, Rendition)]  # made anew from the picture


@transaction.atomic
def bring_back(thing: DeletedThing, *, by) -> Model:
    """Puts the page where it stood, or below the front page where that is gone; other rows as they were."""
    restored = bring_page_back(thing, by=by) if thing.page_id else bring_rows_back(thing)
    audit.record(action="thing.brought_back", by=by, node=thing.node, about=restored)
    thing.delete()
    return restored


def bring_page_back(thing: DeletedThing, *, by) -> Page:
    # Asked for anew: the parent may have moved to the bin since.
    parent = Page.objects.filter(pk=thing.parent_id).first()
    place = parent if parent and node_of_page(parent) else front_page(thing.node)
    move_page(Page.objects.get(pk=thing.page_id), to=place, slug=thing.slug)
    for page_id, revision_id in thing.live_revisions:
        publish_again(Page.objects.get(pk=page_id).specific, revision_id, by=by)
    return Page.objects.get(pk=thing.page_id).specific


def publish_again(page: Page, revision_id: int | None, *, by) -> None:
    revision = page.revisions.filter(pk=revision_id).first()
    if revision is None or revision.as_object().slug != page.slug:
        revision = page.save_revision(user=by)
    revision.publish(user=by, skip_permission_checks=True)


def bring_rows_back(thing: DeletedThing) -> Model:
    for row in serializers.deserialize("json", json.dumps(thing.rows)):
        row.save(save_m2m=False)  # their rows are among those written down
    model = apps.get_model(thing.kind)
    instance = model._default_manager.get(pk=thing.object_id)
    if is_file(thing.kind):
        storage = instance.file.storage
        with storage.open(kept_name(thing), "rb") as file:
            instance.file.name = storage.save(instance.file.name, file)
        storage.delete(kept_name(thing))
    instance.save()  # as an editor's save, for those who listen to it
    return instance


def empty_bin(*, now: datetime.datetime, dry_run: bool = False) -> list[DeletedThing]:
    """Deletes for good what was deleted more than thirty days ago, and answers what that was."""
    old = list(DeletedThing.objects.filter(deleted_at__lt=now - KEPT).select_related("page", "node"))
    if dry_run:
        return old
    for thing in old:
        with transaction.atomic():
            if thing.page:
                thing.page.specific.delete()
            elif is_file(thing.kind):
                Picture._meta.get_field("file").storage.delete(kept_name(thing))
            DeletedThing.objects.filter(pk=thing.pk).delete()
    return old
