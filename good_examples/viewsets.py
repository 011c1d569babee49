from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from good_examples.models import Example
from hub.viewsets import HubSnippetViewSet


class ExampleViewSet(HubSnippetViewSet):
    model = Example
    icon = "pick"
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["title", "node", "product_group", "year", "live"]
    search_fields = ["title", "summary", "organisation_name"]
    panels = [
        FieldPanel("node"),
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("language"),
        MultiFieldPanel(
            [
                FieldPanel("organisation_name"),
                FieldPanel("organisation"),
                FieldRowPanel([FieldPanel("country"), FieldPanel("county")]),
                FieldRowPanel([FieldPanel("year"), FieldPanel("procedure")]),
                FieldPanel("product_group"),
            ],
            heading=_("Who bought what"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("number_label")]),
                FieldRowPanel([FieldPanel("co2_tonnes"), FieldPanel("co2_period"), FieldPanel("co2_basis")]),
                FieldRowPanel(
                    [FieldPanel("saved_amount"), FieldPanel("saved_period"), FieldPanel("saved_basis")]
                ),
                FieldRowPanel(
                    [FieldPanel("contract_value"), FieldPanel("support_amount"), FieldPanel("currency")]
                ),
            ],
            heading=_("What it gave"),
        ),
        FieldPanel("what"),
        FieldPanel("criteria", widget=forms.CheckboxSelectMultiple),
        FieldPanel("why"),
        FieldPanel("how"),
        FieldPanel("lessons"),
        FieldRowPanel([FieldPanel("contact_role"), FieldPanel("contact_email")]),
        InlinePanel(
            "documents", heading=_("Documents"), panels=[FieldPanel("document"), FieldPanel("label")]
        ),
        FieldPanel("source"),
    ]
