"""What a reader's address asks for. An unknown value is left out and said, never an error."""

from dataclasses import dataclass

from django.http import QueryDict

from criteria_library.enums import Level, Use
from criteria_library.queries.library import Choices
from hub.models import ProductGroup, Theme

LONGEST_QUESTION = 200
MOST_VALUES = 50


@dataclass(frozen=True)
class ListQuestion:
    choices: Choices
    unknown: tuple[str, ...] = ()


def read_question(data: QueryDict, *, group: ProductGroup | None = None) -> ListQuestion:
    """Names in the address are Norwegian words, as the rest of it is."""
    unknown: list[str] = []
    uses = known(values(data, "bruk"), {use.value: use for use in Use}, unknown)
    levels = known(values(data, "niva"), {level.value: level for level in Level}, unknown)
    codes = values(data, "tema")
    named = {theme.code: theme for theme in Theme.objects.filter(code__in=codes)} if codes else {}
    themes = known(codes, named, unknown)
    if group is None and (asked := values(data, "gruppe")):
        group = ProductGroup.objects.filter(code=asked[0]).first()
        unknown += [] if group else asked[:1]
    words = next(iter(values(data, "q")), "")[:LONGEST_QUESTION]
    choices = Choices(words=words, group=group, uses=uses, levels=levels, themes=themes)
    return ListQuestion(choices=choices, unknown=tuple(unknown))


def values(data: QueryDict, name: str) -> list[str]:
    """What was sent under a name, each once. PostgreSQL has no room for a zero byte."""
    cleaned = (value.replace("\x00", "").strip() for value in data.getlist(name))
    return [value for value in dict.fromkeys(cleaned) if value][:MOST_VALUES]


def known(values: list[str], options: dict, unknown: list[str]) -> tuple:
    unknown += [value for value in values if value not in options]
    return tuple(options[value] for value in values if value in options)
