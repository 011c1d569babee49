from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.enums import Permission
from hub.models import ArticlePage, FrontPage, PageTemplate
from hub.permissions import nodes_with_permission
from hub.queries.pages import pages_of


class FromTemplateForm(forms.Form):
    """Which standard page, and where the new draft is to stand: only where the person writes pages."""

    template = forms.ModelChoiceField(
        PageTemplate.objects.filter(use=PageTemplate.Use.ARTICLE), label=_("Standard page")
    )
    parent = forms.ModelChoiceField(Page.objects.none(), label=_("Below"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        pages = pages_of(nodes_with_permission(user, Permission.EDIT_PAGES))
        self.fields["parent"].queryset = pages.type(FrontPage, ArticlePage).order_by("path")
        self.fields["parent"].label_from_instance = lambda page: f"{'– ' * (page.depth - 2)}{page.title}"
