from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from hub.models import Node, ProblemReport
from hub.viewsets import HubSnippetViewSet


class NodeViewSet(HubSnippetViewSet):
    """Those who run a node change its name, contact and look. The rest of it is the network's."""

    model = Node
    icon = "site"
    menu_label = _("The node")
    menu_order = 500
    add_to_admin_menu = True
    list_display = ["name", "status", "contact_role", "contact_email"]
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("tagline")], heading=_("Name")),
        MultiFieldPanel(
            [FieldPanel("contact_role"), FieldPanel("contact_email"), FieldPanel("contact_phone")],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [FieldPanel("theme", widget=forms.RadioSelect), FieldPanel("picture")], heading=_("Look")
        ),
    ]


class ProblemReportViewSet(HubSnippetViewSet):
    """What readers could not use. Nobody changes their words; one sets when it was put right."""

    model = ProblemReport
    icon = "warning"
    menu_label = _("Reported problems")
    menu_order = 510
    add_to_admin_menu = True
    list_display = ["__str__", "page", "node", "reported_at", "handled_at"]
    panels = [
        FieldPanel("problem", read_only=True),
        FieldPanel("page", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("handled_at"),
    ]

    def get_queryset(self, request):
        return ProblemReport.objects.select_related("node")
