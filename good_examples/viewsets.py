from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.permissions import policy_registry
from wagtail.snippets.action_menu import PublishMenuItem, UnpublishMenuItem

from good_examples.forms import ExampleForm
from good_examples.models import Example
from hub.viewsets import HubSnippetViewSet


class ExampleViewSet(HubSnippetViewSet):
    model = Example
    icon = "pick"
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["title", "node", "product_group", "year", "live"]
    search_fields = ["title", "summary", "organisation_name"]
    edit_handler = ObjectList(
        [
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
                    FieldRowPanel(
                        [FieldPanel("co2_tonnes"), FieldPanel("co2_period"), FieldPanel("co2_basis")]
                    ),
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
        ],
        base_form_class=ExampleForm,
    )


class AsThePolicySays:
    """Wagtail's own items ask Django's permissions, which nobody has here; these ask the policy."""

    def is_shown(self, context):
        instance, user = context.get("instance"), context["request"].user
        if context.get("locked_for_user"):
            return False
        policy = policy_registry.get_by_type(Example)
        if instance is None or instance.pk is None:
            return policy.user_has_permission(user, "publish")
        return policy.user_has_permission_for_instance(user, "publish", instance)


class Publish(AsThePolicySays, PublishMenuItem):
    pass


class Unpublish(AsThePolicySays, UnpublishMenuItem):
    def is_shown(self, context):
        return context["view"] == "edit" and context["instance"].live and super().is_shown(context)
