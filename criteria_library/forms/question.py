"""What a reader's address asks for. An unknown value is left out and said, never an error."""

from dataclasses import dataclass

from django.http import QueryDict

from criteria_library.enums import Level, Use
from criteria_library.queries.library import Choices
from hub.models import ProductGroup, Theme

LONGEST_QUESTION = 200


@dataclass(frozen=True)
class ListQuestion:
    choices: Choices
    unknown: tuple[str, ...] = ()


def read_question(data: QueryDict, *, group: ProductGroup | None = None) -> ListQuestion:
    """Names in the address are Norwegian words, as the rest of it is."""
    unknown: list[str] = []
    uses = known(data.getlist("bruk"), {use.value: use for use in Use}, unknown)
    levels = known(data.getlist("niva"), {level.value: level for level in Level}, unknown)
    codes = [code for code in data.getlist("tema") if code]
    themes = known(
        codes, {theme.code: theme for theme in Theme.objects.filter(code__in=codes)} if codes else {}, unknown
    )
    words = data.get("q", "").replace("\x00", "").strip()[:LONGEST_QUESTION]
    if group is None and (code := data.get("gruppe", "").replace("\x00", "")):
        group = ProductGroup.objects.filter(code=code).first()
        unknown += [] if group else [code]
    return ListQuestion(
        choices=Choices(words=words, group=group, uses=uses, levels=levels, themes=themes),
        unknown=tuple(unknown),
    )


def known(values, options: dict, unknown: list[str]) -> tuple:
    unknown += [value for value in values if value and value not in options]
    return tuple(dict.fromkeys(options[value] for value in values if value in options))
