"""Editing pages of criteria and of the nodes' notes on them."""

from django import forms
from django.urls import path, reverse
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
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSetGroup

from criteria_library.enums import Use
from criteria_library.forms.editing import CriterionForm, LocalNoteForm
from criteria_library.models import Criterion, CriterionText, Feedback, LocalNote, SpreadsheetImport
from criteria_library.views.acts import Keep, Withdraw
from criteria_library.views.editing import CarefulEdit
from criteria_library.views.feedback_desk import AnswerFeedback
from criteria_library.views.note_confirmation import ConfirmNote
from criteria_library.views.spreadsheets import ExportCriteria, FollowImport, SendWorkbook
from criteria_library.views.translations import Translate
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


class CriteriaIndex(IndexView):
    """With the ways out to a workbook and in again."""

    @property
    def header_more_buttons(self):
        ways = [
            (_("Take out a workbook"), Criterion, "workbook", "download"),
            (_("Bring in a workbook"), SpreadsheetImport, "add", "upload"),
        ]
        own = [
            Button(label, url=reverse(model.snippet_viewset.get_url_name(name)), icon_name=icon, priority=90)
            for label, model, name, icon in ways
        ]
        return [*super().header_more_buttons, *own]


class CriterionViewSet(HubSnippetViewSet):
    model = Criterion
    index_view_class = CriteriaIndex
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

    edit_view_class = CarefulEdit
    unpublish_view_class = Withdraw

    @property
    def keep_view(self):
        return self.construct_view(Keep)

    def get_urlpatterns(self):
        own = [
            path("keep/<int:pk>/", self.keep_view, name="keep"),
            path("texts/<int:pk>/", self.construct_view(Translate), name="texts"),
            path("workbook/", self.construct_view(ExportCriteria), name="workbook"),
        ]
        return [*super().get_urlpatterns(), *own]


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
            FieldPanel("stricter_value"),
            FieldPanel("text"),
            FieldRowPanel([FieldPanel("contact_role"), FieldPanel("contact_email")]),
            InlinePanel(
                "links",
                heading=_("Local goals and framework agreements"),
                label=_("link"),
                panels=[FieldRowPanel([FieldPanel("kind"), FieldPanel("title")]), FieldPanel("url")],
            ),
            FieldPanel("is_published"),
        ],
        base_form_class=LocalNoteForm,
    )

    def get_queryset(self, request):
        return LocalNote.objects.select_related("criterion", "node").prefetch_related("criterion__texts")

    def get_urlpatterns(self):
        confirm = path("confirm/<int:pk>/", self.construct_view(ConfirmNote), name="confirm")
        return [*super().get_urlpatterns(), confirm]


class FeedbackViewSet(HubSnippetViewSet):
    """Readers send it in; its owner answers."""

    model = Feedback
    icon = "comment"
    list_display = ["criterion", "used", "worked", "sent_at", "state"]
    list_filter = ["state", "used", "worked"]
    ordering = ["-sent_at"]
    edit_view_class = AnswerFeedback
    panels = [FieldPanel("answer")]

    def get_queryset(self, request):
        return Feedback.objects.select_related("criterion").prefetch_related("criterion__texts")


class SpreadsheetImportViewSet(HubSnippetViewSet):
    model = SpreadsheetImport
    icon = "upload"
    list_display = ["name", "asked_at", "state"]
    add_view_class = SendWorkbook
    edit_view_class = FollowImport
    panels = [FieldPanel("name")]

    def get_queryset(self, request):
        return SpreadsheetImport.objects.defer("content", "faults")


class CriteriaGroup(SnippetViewSetGroup):
    menu_label = _("Criteria")
    menu_icon = "list-ul"
    menu_order = 200
    items = (CriterionViewSet, LocalNoteViewSet, FeedbackViewSet, SpreadsheetImportViewSet)
