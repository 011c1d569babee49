"""The lists that every room uses. National administrators keep them; nodes look, and propose changes."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from hub.forms.taxonomy import ProductGroupForm, ProposalForm, may_answer
from hub.models import Audience, Goal, Notice, PageTemplate, ProductGroup, TaxonomyProposal, Theme
from hub.viewsets import HubSnippetViewSet

NAMES = MultiFieldPanel(
    [FieldPanel("name_nb"), FieldPanel("name_nn"), FieldPanel("name_sv"), FieldPanel("name_en")],
    heading=_("Name"),
)
DESCRIPTIONS = MultiFieldPanel(
    [FieldPanel(f"description_{code}") for code in ("nb", "nn", "sv", "en")], heading=_("Description")
)


class SharedViewSet(HubSnippetViewSet):
    """Those who may not change the list read each row on a page of its own."""

    inspect_view_enabled = True


class ProductGroupViewSet(SharedViewSet):
    model = ProductGroup
    icon = "folder-open-inverse"
    ordering = ["path"]
    list_display = ["indented_name", "code", "withdrawn_date"]
    search_fields = ["name_nb", "name_nn", "name_sv", "name_en", "code"]
    inspect_view_fields = ["name_nb", "name_nn", "name_sv", "name_en", "code", "cpv_codes", "withdrawn_date"]
    edit_handler = ObjectList(
        [
            NAMES,
            FieldPanel("above"),
            FieldPanel("code"),
            DESCRIPTIONS,
            FieldPanel("cpv_codes", widget=forms.SelectMultiple(attrs={"size": 12})),
            FieldPanel("withdrawn_date"),
        ],
        base_form_class=ProductGroupForm,
    )


class ThemeViewSet(SharedViewSet):
    model = Theme
    icon = "tag"
    list_display = ["name", "code"]
    panels = [NAMES, FieldPanel("code")]


class GoalViewSet(SharedViewSet):
    model = Goal
    icon = "globe"
    list_display = ["number", "name"]
    panels = [NAMES]


class AudienceViewSet(SharedViewSet):
    model = Audience
    icon = "group"
    list_display = ["name", "code", "position"]
    panels = [NAMES, FieldPanel("code"), FieldPanel("position")]


class PageTemplateViewSet(SharedViewSet):
    model = PageTemplate
    icon = "doc-empty"
    list_display = ["title", "use", "language", "in_new_nodes"]
    panels = [
        MultiFieldPanel(
            [FieldPanel("use"), FieldPanel("code"), FieldPanel("language"), FieldPanel("in_new_nodes")],
            heading=_("Use"),
        ),
        FieldPanel("title"),
        FieldPanel("lead"),
        FieldPanel("body"),
    ]


class NoticeViewSet(HubSnippetViewSet):
    model = Notice
    icon = "warning"
    list_display = ["text", "kind", "starts_at", "ends_at"]
    panels = [
        FieldPanel("kind"),
        MultiFieldPanel([FieldPanel(f"text_{code}") for code in ("nb", "nn", "sv", "en")], heading=_("Text")),
        FieldPanel("link"),
        FieldPanel("starts_at"),
        FieldPanel("ends_at"),
    ]


class AnswerPanel(FieldPanel):
    """Only the national level answers; nodes read the answer in the list."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self):
            return super().is_shown() and may_answer(self.request.user)


class TaxonomyProposalViewSet(HubSnippetViewSet):
    model = TaxonomyProposal
    icon = "comment"
    list_display = ["__str__", "node", "answer", "answer_reason", "proposed_at"]
    list_filter = ["answer", "subject"]
    inspect_view_enabled = True
    inspect_view_fields = ["node", "subject", "proposal", "reason", "answer", "answer_reason", "answered_at"]
    edit_handler = ObjectList(
        [
            FieldPanel("node", widget=forms.Select),
            FieldPanel("subject"),
            FieldPanel("proposal"),
            FieldPanel("reason"),
            AnswerPanel("answer"),
            AnswerPanel("answer_reason"),
        ],
        base_form_class=ProposalForm,
    )

    def get_queryset(self, request):
        return TaxonomyProposal.objects.select_related("node")


class SharedListsGroup(SnippetViewSetGroup):
    menu_label = _("Shared lists")
    menu_icon = "list-ul"
    menu_order = 400
    items = (
        ProductGroupViewSet,
        ThemeViewSet,
        GoalViewSet,
        AudienceViewSet,
        PageTemplateViewSet,
        TaxonomyProposalViewSet,
        NoticeViewSet,
    )
