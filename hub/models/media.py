from os.path import splitext
from secrets import token_hex

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage
from wagtail.models import Orderable

from hub.models.uploads import check_document


class Picture(AbstractImage):
    """A picture says who made it. Its description, or that it is decorative, is chosen where it is used."""

    credit = models.CharField(
        _("credit"), max_length=120, help_text=_("Who made the picture, and its licence.")
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    def get_upload_to(self, filename):
        """With a part that nobody can guess, so that a picture is not found before it is shown."""
        stem, extension = splitext(filename)
        return super().get_upload_to(f"{stem[:60]}-{token_hex(5)}{extension}")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class Rendition(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]


class HubDocument(AbstractDocument):
    admin_form_fields = WagtailDocument.admin_form_fields

    def clean(self):
        super().clean()
        if self.file and not self.file._committed:
            check_document(self.file, self.file_extension)

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")


class AttachedDocument(Orderable):
    """A document that a thing of a node's brings along, out of the node's own collection.

    `owner` names the field of the thing it is attached to.
    """

    owner: str

    document = models.ForeignKey(
        HubDocument, on_delete=models.CASCADE, related_name="+", verbose_name=_("document")
    )
    label = models.CharField(
        _("what it is"), max_length=100, help_text=_("Like “Specification” or “Price form”.")
    )

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self):
        return self.label

    def clean(self):
        # Of a new thing the editor's form has limited the choice.
        node = getattr(self, self.owner).node if getattr(self, f"{self.owner}_id") else None
        if node and self.document_id and not within(self.document.collection, node.document_collection):
            raise ValidationError({"document": _("Choose a document from the node's own collection.")})


def within(collection, ancestor) -> bool:
    return collection == ancestor or collection.is_descendant_of(ancestor)
