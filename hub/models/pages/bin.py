from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class BinPage(Page):
    """Holds a node's deleted pages. It stands outside every site, so nothing in it has an address."""

    parent_page_types: list[str] = []
    subpage_types: list[str] = []
    is_creatable = False

    class Meta:
        verbose_name = _("bin")
        verbose_name_plural = _("bins")
