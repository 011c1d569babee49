from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.action_menu import ActionMenuItem, PublishMenuItem, UnpublishMenuItem
from wagtail.snippets.models import register_snippet

from criteria_library.enums import Status
from criteria_library.models import Criterion, Feedback, LocalNote, SpreadsheetImport
from criteria_library.permissions import CriterionPolicy, FeedbackPolicy, ImportPolicy, LocalNotePolicy
from criteria_library.queries.drafts import open_draft_of
from criteria_library.services.drafts import note_writing
from criteria_library.services.notes import log_note
from criteria_library.views.bulk import PlanReview, ReassignOwner
from criteria_library.views.hearings.access import is_at_the_desk
from criteria_library.viewsets import CriteriaGroup

register_permission_policy(Criterion, CriterionPolicy())
register_permission_policy(LocalNote, LocalNotePolicy())
register_permission_policy(Feedback, FeedbackPolicy())
register_permission_policy(SpreadsheetImport, ImportPolicy())

register_snippet(CriteriaGroup)

hooks.register("register_bulk_action", ReassignOwner)
hooks.register("register_bulk_action", PlanReview)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def log_local_notes(request, instance):
    if isinstance(instance, LocalNote):
        log_note(note=instance, by=request.user)


class DeskItem(MenuItem):
    def is_shown(self, request):
        return is_at_the_desk(request.user)


@hooks.register("register_admin_menu_item")
def lead_to_the_desk():
    return DeskItem(_("The criteria desk"), reverse("criteria_library:desk"), icon_name="mail", order=190)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def begin_a_draft(request, instance):
    if isinstance(instance, Criterion):
        note_writing(criterion=instance, by=request.user, at=timezone.now())


@hooks.register("construct_snippet_action_menu")
def leave_publishing_to_approval(menu_items, request, context):
    if context["model"] is Criterion:
        closed = (PublishMenuItem, UnpublishMenuItem)
        menu_items[:] = [item for item in menu_items if not isinstance(item, closed)]


class ToApprovalItem(ActionMenuItem):
    """The workflow of a criterion: its draft's page at the desk, where it is heard and approved."""

    name = "action-approval"
    icon_name = "clipboard-list"

    @property
    def label(self):
        return _("Hearing and approval")

    def is_shown(self, context):
        return context["view"] == "edit" and open_draft_of(context["instance"]) is not None

    def get_url(self, parent_context):
        draft = open_draft_of(parent_context["instance"])
        return reverse("criteria_library:desk_draft", args=[draft.pk]) if draft else None


@hooks.register("register_snippet_action_menu_item")
def lead_to_approval(model):
    return ToApprovalItem(order=70) if model is Criterion else None


@hooks.register("register_snippet_listing_buttons")
def offer_review(snippet, user, next_url=None):
    """The three outcomes of a review: a new version, kept, or withdrawn."""
    policy = policy_registry.get_by_type(Criterion)
    if not isinstance(snippet, Criterion) or snippet.status != Status.PUBLISHED:
        return
    if policy.user_has_permission(user, "approve"):
        for name, label, icon in (
            ("keep", _("Checked and kept"), "check"),
            ("unpublish", _("Withdraw"), "download"),
        ):
            address = reverse(Criterion.snippet_viewset.get_url_name(name), args=[snippet.pk])
            yield Button(label, url=address, icon_name=icon, priority=40)


@hooks.register("register_snippet_listing_buttons")
def offer_translations(snippet, user, next_url=None):
    if isinstance(snippet, Criterion) and snippet.status != Status.WITHDRAWN:
        address = reverse(Criterion.snippet_viewset.get_url_name("texts"), args=[snippet.pk])
        yield Button(_("Translations"), url=address, icon_name="globe", priority=35)


@hooks.register("register_snippet_listing_buttons")
def offer_to_confirm(snippet, user, next_url=None):
    if isinstance(snippet, LocalNote) and snippet.is_outdated:
        address = reverse(LocalNote.snippet_viewset.get_url_name("confirm"), args=[snippet.pk])
        yield Button(_("See what changed, and confirm"), url=address, icon_name="check", priority=15)
