"""Deleting in the admin puts things in the bin, and the page “Deleted” brings them back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.actions.delete import DeleteAction
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.models import Page

from hub.enums import Permission
from hub.isolation.reach import node_of_collection
from hub.models import HubDocument, Picture
from hub.permissions import has_permission_anywhere
from hub.queries.deleted import deleted_things_seen_by
from hub.services.bin import KEPT, CannotBeDeleted, bring_back, delete_page, delete_thing
from hub.views.editing.heading import heading

PER_PAGE = 50


@require_safe
def deleted(request):
    refuse_strangers(request.user)
    things = Paginator(deleted_things_seen_by(request.user), PER_PAGE).get_page(request.GET.get("p"))
    for thing in things:
        thing.gone_at = thing.deleted_at + KEPT
    context = {"things": things, "days": KEPT.days, **heading(_("Deleted"), "bin")}
    return render(request, "hub/editing/deleted.html", context)


@require_POST
def bring_back_thing(request, pk):
    refuse_strangers(request.user)
    thing = get_object_or_404(deleted_things_seen_by(request.user), pk=pk)
    restored = bring_back(thing, by=request.user)
    messages.success(request, _("“%s” is back.") % thing.label)
    if isinstance(restored, Page):
        return redirect("wagtailadmin_pages:edit", restored.pk)
    return redirect("deleted_things")


def refuse_strangers(user):
    if not has_permission_anywhere(user, Permission.USE_ADMIN):
        raise PermissionDenied


def put_page_in_bin(request, page):
    """For the hook before_delete_page. The large trees that Wagtail asks twice about are left to its page."""
    if request.method != "POST" or not type_to_delete_confirmation(request):
        return None
    parent = page.get_parent()
    if put(request, [page], delete_page):
        return redirect("wagtailadmin_explore", parent.pk)
    return redirect("wagtailadmin_explore", page.pk)


def put_rows_in_bin(request, instances):
    """For the hook before_delete_snippet, which is asked for one row and for several."""
    if request.method != "POST" or not instances:
        return None
    put(request, instances, delete_thing)
    return redirect(instances[0].snippet_viewset.get_url_name("list"))


def put_several_in_bin(request, action_type, objects, action):
    """For the hook before_bulk_action: pages, pictures and documents. Snippets have their own hook."""
    if action_type != "delete" or not issubclass(action.model, (Page, Picture, HubDocument)):
        return None
    if issubclass(action.model, Page):
        put(request, outermost(objects), delete_page)
    else:
        put(request, objects, delete_file)
    return redirect(action.next_url)


def delete_file(row, *, by, now):
    return delete_thing(row, by=by, now=now, node=node_of_collection(row.collection))


class PutFileInBin(DeleteAction):
    """What Wagtail's page for deleting one picture or document does."""

    def _delete(self):
        return delete_file(self.instance, by=self.user, now=timezone.now())


def outermost(pages: list[Page]) -> list[Page]:
    """Without those that go along with one above them."""
    return [page for page in pages if not any(page.is_descendant_of(other) for other in pages)]


def put(request, rows, delete) -> int:
    done = 0
    for row in rows:
        try:
            delete(row, by=request.user, now=timezone.now())
        except CannotBeDeleted as refusal:
            messages.error(request, why_not(row, refusal))
        else:
            done += 1
    if done:
        text = ngettext(
            "%(count)d thing is deleted. It can be brought back for %(days)d days, under “Deleted”.",
            "%(count)d things are deleted. They can be brought back for %(days)d days, under “Deleted”.",
            done,
        )
        messages.success(request, text % {"count": done, "days": KEPT.days})
    return done


def why_not(row, refusal: CannotBeDeleted) -> str:
    if refusal.because:
        users = ", ".join(refusal.because[:5])
        return _("“%(name)s” is in use and stays: %(users)s.") % {"name": row, "users": users}
    return _("“%s” is a front page and can't be deleted.") % row
