from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.blocks import BodyField
from hub.enums import Language


class PageTemplate(models.Model):
    """A standard page as the national level writes it, for new nodes and for editors to begin from."""

    class Use(models.TextChoices):
        ABOUT = "about", _("Text about the node")
        CONTACT = "contact", _("Contact page")
        NEWS = "news", _("List of news")
        ARTICLE = "article", _("Article")

    use = models.CharField(_("used for"), max_length=10, choices=Use, default=Use.ARTICLE)
    code = models.SlugField(_("code"), max_length=40)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.BOKMAL)
    title = models.CharField(_("title"), max_length=160)
    lead = models.CharField(_("lead"), max_length=400, blank=True)
    body = BodyField(blank=True, verbose_name=_("content"))
    in_new_nodes = models.BooleanField(
        _("every new node gets it"), default=False, help_text=_("As a draft, for the node to make its own.")
    )

    class Meta:
        ordering = ["use", "code", "language"]
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
        constraints = [
            models.UniqueConstraint(fields=["code", "language"], name="one_standard_page_for_a_language")
        ]

    def __str__(self):
        return f"{self.title} ({self.get_language_display()})"
