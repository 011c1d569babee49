"""Published examples can be found from every node."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from good_examples.enums import Basis
from good_examples.models import Example, ExampleDocument
from hub.models import County, ProductGroup
from hub.queries.counties import heirs_by_county
from search.documents import LANGUAGE, PRODUCT_GROUP
from search.models import FileText
from search.queries.files import words_of
from search.registry import Document, DocumentType, Facet

ABROAD = "abroad"
NOT_REPORTED = "not-reported"
EFFECTS = {
    Basis.MEASURED.value: _("Measured"),
    Basis.CALCULATED.value: _("Calculated"),
    Basis.EXPECTED.value: _("Expected"),
    NOT_REPORTED: _("Not reported"),
}


def place_names(codes: Iterable[str]) -> Mapping[str, str]:
    """Today's counties by name, and all that lies abroad."""
    wanted = set(codes)
    counties = County.objects.filter(number__in=wanted).order_by("name")
    names = {county.number: county.name for county in counties}
    return names | {ABROAD: gettext("Abroad")} if ABROAD in wanted else names


def effect_names(codes: Iterable[str]) -> Mapping[str, str]:
    wanted = set(codes)
    return {code: str(name) for code, name in EFFECTS.items() if code in wanted}


def years(codes: Iterable[str]) -> Mapping[str, str]:
    return {code: code for code in sorted(codes, reverse=True)}


class ExampleDocuments(DocumentType):
    kind = "example"
    model = Example
    label = _("Good example")
    label_plural = _("Good examples")
    finder = "good_examples:list"
    facets = (
        PRODUCT_GROUP,
        Facet("county", _("County"), labels=place_names, ordered=True),
        Facet("year", _("Year"), labels=years, ordered=True),
        Facet("effect", _("Effect"), labels=effect_names, ordered=True),
        LANGUAGE,
    )
    plain_lookups = ("title", "summary", "what", "documents__document__file_text__text")
    follows = {
        ExampleDocument: lambda row: [row.example_id],
        FileText: lambda kept: examples_with(kept.document_id),
    }
    attachments = {ExampleDocument: "document"}

    def queryset(self):
        # Once for each batch of rows, not for each example.
        self.codes_by_path = dict(ProductGroup.objects.values_list("path", "code"))
        self.numbers_now = numbers_of_heirs()
        examples = Example.objects.published().select_related("product_group")
        return examples.prefetch_related("criteria", "documents__document__file_text")

    def document(self, example):
        language = example.language
        texts = [example.what, example.why, example.how, example.lessons, example.organisation_name]
        criteria = [criterion.identifier for criterion in example.criteria.all()]
        return Document(
            key=str(example.pk),
            title={language: example.title},
            summary={language: example.summary},
            body={language: "\n".join([*texts, *criteria])},
            attached=attached_to(example),
            route=("good_examples:detail", {"pk": example.pk, "slug": example.slug}),
            node_id=example.node_id,
            facets={
                "product_group": self.with_ancestors(example.product_group),
                "county": self.numbers_now.get(example.county_id, [ABROAD]),
                "year": [str(example.year)],
                "effect": effects_of(example),
                "language": [language],
            },
            day=example.first_published_at.date() if example.first_published_at else None,
        )

    def with_ancestors(self, group) -> list[str]:
        step = ProductGroup.steplen
        return [self.codes_by_path[group.path[:end]] for end in range(step, len(group.path) + 1, step)]


def attached_to(example: Example) -> dict[str, str]:
    texts = [words_of(row.document) for row in example.documents.all()]
    return {example.language: "\n".join(texts)} if any(texts) else {}


def examples_with(document_id: int) -> list[int]:
    rows = ExampleDocument.objects.filter(document=document_id)
    return list(rows.values_list("example_id", flat=True))


def effects_of(example: Example) -> list[str]:
    """How sure its effects are. What was not reported is not zero."""
    known = [example.co2_basis] if example.co2_tonnes is not None else []
    known += [example.saved_basis] if example.saved_amount is not None else []
    return list(dict.fromkeys(known)) or [NOT_REPORTED]


def numbers_of_heirs() -> dict[int, list[str]]:
    """A county's id to the numbers of today's counties that it is found from."""
    numbers = dict(County.objects.filter(valid_to=None).values_list("pk", "number"))
    return {
        pk: [numbers[heir] for heir in heirs if heir in numbers] for pk, heirs in heirs_by_county().items()
    }
