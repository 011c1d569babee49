"""An address into a question. Old links and odd values are never an error: what is unknown is left out."""

from collections.abc import Iterable
from datetime import date

from django.http import QueryDict

from search.analysis.reading import LONGEST_TEXT
from search.analysis.words import clean
from search.enums import Sort
from search.questions import LAST_PAGE, PAGE_SIZE, Question, Viewer

MOST_CHOSEN = 30
LONGEST_CODE = 80


def question_from(
    params: QueryDict,
    *,
    facets: Iterable[str],
    kinds: tuple[str, ...] = (),
    sort: Sort = Sort.RELEVANCE,
    node_id: int | None = None,
    language: str = "nb",
    viewer: Viewer,
    page_size: int = PAGE_SIZE,
) -> Question:
    chosen = {name: codes_in(params, name) for name in facets}
    return Question(
        text=clean(params.get("q", ""), longest=LONGEST_TEXT),
        kinds=kinds,
        facets={name: codes for name, codes in chosen.items() if codes},
        language=language,
        node_id=node_id,
        earliest=day_in(params.get("from", "")),
        latest=day_in(params.get("to", "")),
        sort=sort_in(params.get("sort", ""), sort),
        page=page_in(params.get("page", "")),
        viewer=viewer,
        page_size=page_size,
    )


def codes_in(params: QueryDict, name: str) -> tuple[str, ...]:
    codes = (clean(code, longest=LONGEST_CODE) for code in params.getlist(name)[:MOST_CHOSEN])
    return tuple(dict.fromkeys(code for code in codes if code))


def day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def sort_in(text: str, otherwise: Sort) -> Sort:
    return Sort(text) if text in set(Sort) else otherwise


def page_in(text: str) -> int:
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 6 else 1
