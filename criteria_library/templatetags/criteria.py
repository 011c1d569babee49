"""A criterion's texts as HTML. Everything an editor wrote is escaped; only our own marks become tags."""

from django import template
from django.utils.html import format_html, format_html_join, urlize
from django.utils.safestring import SafeString, mark_safe

from criteria_library import markup
from criteria_library.markup import BLANK, Block, Kind
from criteria_library.queries.texts import shown_text as choose_text

register = template.Library()


@register.filter
def marked_up(text: str) -> SafeString:
    return format_html_join("", "{}", ((block_html(block),) for block in markup.read_blocks(text or "")))


def block_html(block: Block) -> SafeString:
    if block.kind is Kind.TABLE:
        return table_html(block.parts)
    if block.kind is Kind.PARAGRAPH:
        return format_html(
            "<p>{}</p>", format_html_join(mark_safe("<br>"), "{}", ((inline(p),) for p in block.parts))
        )
    items = format_html_join("", "<li>{}</li>", ((inline(part),) for part in block.parts))
    return format_html("<ul>{}</ul>" if block.kind is Kind.LIST else "<ol>{}</ol>", items)


def table_html(rows: list[list[str]]) -> SafeString:
    """The first row is the heading, the first cell of each further row names it."""
    head = format_html_join("", '<th scope="col">{}</th>', ((inline(cell),) for cell in rows[0]))
    body = format_html_join("", "<tr>{}</tr>", ((row_html(row),) for row in rows[1:]))
    return format_html(
        '<div class="table-scroll"><table class="ds-table" data-size="sm"><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>",
        head,
        body,
    )


def row_html(row: list[str]) -> SafeString:
    cells = format_html_join("", "<td>{}</td>", ((inline(cell),) for cell in row[1:]))
    return format_html('<th scope="row">{}</th>{}', inline(row[0]), cells)


def inline(text: str) -> SafeString:
    """Escaped, with addresses as links and what the buyer fills in marked out."""
    # Every second part is a blank's name. They are parted first, so that no blank lands inside a link's tag.
    parts = BLANK.split(text)
    return format_html_join("", "{}", ((fragment(part, is_blank=n % 2),) for n, part in enumerate(parts)))


def fragment(part: str, *, is_blank) -> SafeString:
    if is_blank:
        return format_html('<span class="blank">[{}]</span>', part)
    return mark_safe(urlize(part, nofollow=True, autoescape=True))  # noqa: S308 (it escapes)


@register.filter
def summary(text: str, length: int = 190) -> str:
    return markup.beginning(text, length)


@register.simple_tag(takes_context=True)
def shown_text(context, version):
    """The version's text in the page's language, or what stands in for it."""
    return choose_text(version, language=context["LANGUAGE_CODE"])
