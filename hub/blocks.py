"""The small kit that editors build pages from. No block lets anybody style a page by hand."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
LINE_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]

is_address = RegexValidator(
    r"^(https?://|mailto:|tel:|/(?!/))\S+$",
    _("Write the whole address, like https://lovdata.no/, or a path on this site, like /kurs/."),
)


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    alternative_text = blocks.CharBlock(
        label=_("What the picture shows"),
        required=False,
        max_length=250,
        help_text=_("For those who can't see it, like “Two people unpack reused office chairs”."),
    )
    decorative = blocks.BooleanBlock(
        label=_("The picture is only decoration"),
        required=False,
        help_text=_("Tick this if nothing is lost without the picture."),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "hub/blocks/picture.html"

    def clean(self, value):
        value = super().clean(value)
        described, decorative = bool(value["alternative_text"].strip()), value["decorative"]
        if self.is_deferred_validation or described != decorative:
            return value
        message = (
            _("A decorative picture has no description. Remove the one or the other.")
            if decorative
            else _("Say what the picture shows, or tick that it is only decoration.")
        )
        raise StructBlockValidationError(block_errors={"alternative_text": ValidationError(message)})


class QuoteBlock(blocks.StructBlock):
    quote = blocks.TextBlock(label=_("Quote"), max_length=600)
    source = blocks.CharBlock(
        label=_("Who says it"), max_length=150, help_text=_("A role and a body, or a publication.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "hub/blocks/quote.html"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What to do"), max_length=120)
    text = blocks.RichTextBlock(label=_("How"), required=False, features=LINE_FEATURES)


class StepsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=2)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "hub/blocks/steps.html"


class FactBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=80)
    value = blocks.CharBlock(label=_("Value"), max_length=250)


class FactsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Facts")
        template = "hub/blocks/facts.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["facts"] = [(fact["name"], fact["value"]) for fact in value["facts"]]
        return context


class TargetValue(blocks.StructValue):
    @property
    def url(self) -> str:
        """Empty where the page has been taken off the air, so that no link leads nowhere."""
        page = self.get("page")
        if page:
            return page.specific_deferred.url if page.live else ""
        return self.get("address") or ""


class TargetBlock(blocks.StructBlock):
    """Something with a link: to a page of the network, or to an address."""

    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.CharBlock(
        label=_("Or an address"), required=False, max_length=500, validators=[is_address]
    )

    class Meta:
        value_class = TargetValue

    def get_searchable_content(self, value):
        # Nobody looks for the letters of an address.
        return super().get_searchable_content({**value, "address": ""})

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation and bool(value["page"]) == bool(value["address"]):
            raise StructBlockValidationError(
                block_errors={"address": ValidationError(_("Choose a page or write an address, not both."))}
            )
        return value


class LinkBlock(TargetBlock):
    text = blocks.CharBlock(
        label=_("Text of the link"), max_length=150, help_text=_("Says where it leads, never “click here”.")
    )
    description = blocks.CharBlock(label=_("A line about it"), required=False, max_length=250)


class LinksBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "link"
        label = _("Links")
        template = "hub/blocks/links.html"


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    description = blocks.CharBlock(label=_("A line about it"), required=False, max_length=250)


class DocumentsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    documents = blocks.ListBlock(DocumentBlock(), label=_("Documents"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "hub/blocks/documents.html"


class CallToActionBlock(TargetBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, max_length=400)
    button = blocks.CharBlock(
        label=_("Words on the button"), max_length=60, help_text=_("What happens, like “Sign up”.")
    )

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = "hub/blocks/call_to_action.html"


class CaptionedTableBlock(TableBlock):
    """A table is read aloud by its caption and headers, so it must have both."""

    class Meta:
        icon = "table"
        label = _("Table")
        template = "hub/blocks/table.html"

    def clean(self, value):
        value = super().clean(value)
        if self.is_deferred_validation or not value:
            return value
        if not (value.get("table_caption") or "").strip():
            raise ValidationError(_("Write a caption that says what the table shows."))
        if value.get("table_header_choice") == "neither":
            raise ValidationError(_("Choose the first row, the first column or both as headers."))
        return value


class FoldBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=150)
    text = blocks.RichTextBlock(label=_("Text"), features=LINE_FEATURES)


class AccordionBlock(blocks.StructBlock):
    heading = blocks.CharBlock(label=_("Heading"), max_length=120)
    folds = blocks.ListBlock(FoldBlock(), label=_("What can be unfolded"), min_num=1)

    class Meta:
        icon = "collapse-down"
        label = _("Accordion")
        template = "hub/blocks/accordion.html"


class BodyBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(
        label=_("Text"), icon="pilcrow", features=TEXT_FEATURES, template="hub/blocks/text.html"
    )
    picture = PictureBlock()
    quote = QuoteBlock()
    steps = StepsBlock()
    facts = FactsBlock()
    links = LinksBlock()
    documents = DocumentsBlock()
    call_to_action = CallToActionBlock()
    table = CaptionedTableBlock()
    accordion = AccordionBlock()


class BodyField(StreamField):
    """Holds the kit of blocks and keeps it out of migrations, since the column is the same."""

    def __init__(self, block_types=None, **kwargs):
        super().__init__(BodyBlock() if block_types is None else block_types, **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
