"""Editing pages of criteria and of the nodes' notes on them."""

from django import forms
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from criteria_library.enums import Use
from criteria_library.forms.editing import CriterionForm, LocalNoteForm
from criteria_library.models import Criterion, CriterionText, LocalNote
from criteria_library.views.acts import Keep, Withdraw
from hub.viewsets import HubSnippetViewSet

BOXES = forms.CheckboxSelectMultiple
BY_USE = [f"{use.value}_wording" for use in Use]

TEXTS = [
    FieldRowPanel([FieldPanel("language"), FieldPanel("state")]),
    *[FieldPanel(name) for name in CriterionText.TEXTS if name not in BY_USE],
    MultiFieldPanel(
        [FieldPanel(name) for name in BY_USE],
        heading=_("Wording that differs by use"),
        classname="collapsed",
    ),
]
WHAT_IT_SAYS = [
    FieldRowPanel([FieldPanel("identifier"), FieldPanel("original_language")]),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel(f"as_{use.value}") for use in Use]), FieldPanel("level")],
        heading=_("Use and level"),
    ),
    InlinePanel("texts", heading=_("Texts"), label=_("text"), panels=TEXTS, min_num=1),
    FieldPanel("change_note"),
]
WHERE_IT_BELONGS = [
    FieldPanel("product_groups"),
    FieldPanel("themes", widget=BOXES),
    FieldPanel("goals", widget=BOXES),
    InlinePanel(
        "relations",
        heading=_("Relations"),
        label=_("relation"),
        panels=[FieldRowPanel([FieldPanel("kind"), FieldPanel("other")])],
    ),
    MultiFieldPanel(
        [FieldPanel(name) for name in Criterion.CODES], heading=_("Codes for the notice (eForms)")
    ),
]
HOW_IT_IS_KEPT = [
    FieldPanel("owner_role"),
    FieldRowPanel(
        [FieldPanel("last_reviewed_date", read_only=True), FieldPanel("next_review_date", read_only=True)]
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("effort_buyer"), FieldPanel("effort_supplier"), FieldPanel("market")])],
        heading=_("Effort and market"),
    ),
    InlinePanel(
        "known_problems",
        heading=_("Known problems"),
        label=_("known problem"),
        panels=[FieldPanel("text"), FieldRowPanel([FieldPanel("noted_date"), FieldPanel("solved_date")])],
    ),
]


class CriterionViewSet(HubSnippetViewSet):
    model = Criterion
    icon = "list-ul"
    list_display = ["__str__", "status", "owner_role", "last_reviewed_date", "next_review_date"]
    list_filter = ["status", "owner_role"]
    search_fields = ["identifier", "texts__title"]
    ordering = ["identifier"]
    edit_handler = TabbedInterface(
        [
            ObjectList(WHAT_IT_SAYS, heading=_("What it says")),
            ObjectList(WHERE_IT_BELONGS, heading=_("Where it belongs")),
            ObjectList(HOW_IT_IS_KEPT, heading=_("How it is kept")),
        ],
        base_form_class=CriterionForm,
    )

    def get_queryset(self, request):
        return Criterion.objects.prefetch_related("texts")

    unpublish_view_class = Withdraw

    @property
    def keep_view(self):
        return self.construct_view(Keep)

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("keep/<int:pk>/", self.keep_view, name="keep")]


class LocalNoteViewSet(HubSnippetViewSet):
    model = LocalNote
    icon = "comment"
    list_display = [
        "criterion",
        "kind",
        "node",
        "confirmed_date",
        BooleanColumn("is_outdated", label=_("To be confirmed again")),
        "is_published",
    ]
    list_filter = ["kind", "is_published"]
    edit_handler = ObjectList(
        [
            FieldPanel("node"),
            FieldPanel("criterion"),
            FieldPanel("kind"),
            FieldPanel("text"),
            FieldPanel("is_published"),
        ],
        base_form_class=LocalNoteForm,
    )

    def get_queryset(self, request):
        return LocalNote.objects.select_related("criterion", "node").prefetch_related("criterion__texts")


class CriteriaGroup(SnippetViewSetGroup):
    menu_label = _("Criteria")
    menu_icon = "list-ul"
    menu_order = 200
    items = (CriterionViewSet, LocalNoteViewSet)
