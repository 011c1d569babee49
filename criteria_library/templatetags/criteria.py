"""A criterion's texts as HTML. Everything an editor wrote is escaped; only our own marks become tags."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html, format_html_join, urlize
from django.utils.safestring import SafeString, mark_safe

from criteria_library import markup
from criteria_library.markup import Block, Kind, Run
from criteria_library.queries.differences import Piece
from criteria_library.queries.texts import shown_text as choose_text
from hub.addresses import without_prefix

register = template.Library()


@register.filter
def marked_up(text: str, filled: Sequence[str] = ()) -> SafeString:
    """`filled` are what a buyer has written into the blanks, in the order of the text."""
    writer = Writer(iter(filled))
    return joined([writer.block(block) for block in markup.read_blocks(text or "")])


class Writer:
    """Writes parts as HTML. Each blank takes the next of what was filled in."""

    def __init__(self, filled: Iterator[str]):
        self.filled = filled

    def block(self, block: Block) -> SafeString:
        if block.kind is Kind.TABLE:
            return self.table(block.parts)
        parts = [self.inline(part) for part in block.parts]
        if block.kind is Kind.PARAGRAPH:
            return format_html("<p>{}</p>", joined(parts, mark_safe("<br>")))
        items = joined([format_html("<li>{}</li>", part) for part in parts])
        return format_html("<ul>{}</ul>" if block.kind is Kind.LIST else "<ol>{}</ol>", items)

    def table(self, rows: list[list[str]]) -> SafeString:
        """The first row is the heading, the first cell of each further row names it."""
        head = joined([format_html('<th scope="col">{}</th>', self.inline(cell)) for cell in rows[0]])
        body = joined([format_html("<tr>{}</tr>", self.row(row)) for row in rows[1:]])
        return format_html(
            '<div class="table-scroll" tabindex="0"><table class="ds-table" data-size="sm">'
            "<thead><tr>{}</tr></thead>"
            "<tbody>{}</tbody></table></div>",
            head,
            body,
        )

    def row(self, row: list[str]) -> SafeString:
        name = format_html('<th scope="row">{}</th>', self.inline(row[0]))
        return joined([name, *(format_html("<td>{}</td>", self.inline(cell)) for cell in row[1:])])

    def inline(self, text: str) -> SafeString:
        """Escaped, with bold words, addresses as links and what the buyer fills in marked out."""
        # They are parted before addresses are read, so that none lands inside a link's tag.
        parts = []
        for is_strong, group in groupby(markup.runs(text), lambda run: run.is_strong):
            part = joined([self.run(run) for run in group])
            parts.append(format_html("<strong>{}</strong>", part) if is_strong else part)
        return joined(parts)

    def run(self, run: Run) -> SafeString:
        return self.blank(run.text) if run.is_blank else escaped(run.text)

    def blank(self, name: str) -> SafeString:
        return format_html('<span class="blank">{}</span>', next(self.filled, "") or f"[{name}]")


def escaped(part: str) -> SafeString:
    return mark_safe(urlize(part, nofollow=True, autoescape=True))  # noqa: S308 (it escapes)


def joined(parts: Sequence[SafeString], separator: str = "") -> SafeString:
    return format_html_join(separator, "{}", ((part,) for part in parts))


@register.filter
def as_changes(pieces: Sequence[Piece]) -> SafeString:
    """What went out and what came in."""
    tags = {"gone": "<del>{}</del>", "new": "<ins>{}</ins>", "same": "{}"}
    return joined([format_html(tags[piece.kind], words_of(piece)) for piece in pieces])


def words_of(piece: Piece) -> SafeString:
    words = linebreaksbr(piece.text, autoescape=True)
    return format_html("<strong>{}</strong>", words) if piece.is_strong else words


@register.filter
def summary(text: str, length: int = 190) -> str:
    return markup.beginning(text, length)


@register.simple_tag(takes_context=True)
def shown_text(context, version):
    """The version's text in the page's language, or what stands in for it."""
    return choose_text(version, language=context["LANGUAGE_CODE"])


@register.simple_tag
def node_address(node, path):
    """A path on another node's site, in that node's main language."""
    return node.url(without_prefix(path))
