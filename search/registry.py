"""What can be found: rooms declare it here, and search learns no content.

A room writes a `documents.py` and registers it when Django is ready:

    # criteria_library/documents.py
    class CriterionDocuments(DocumentType):
        kind = "criterion"
        model = Criterion
        label = _("Criterion")
        label_plural = _("Criteria")
        weight = 1.2
        facets = (Facet("product_group", _("Product group"), labels=product_group_labels), LEVEL)
        plain_lookups = ("identifier", "title_nb", "requirement_nb")

        def queryset(self):
            return Criterion.objects.published().prefetch_related("product_groups")

        def document(self, criterion):
            return Document(
                key=str(criterion.pk),
                identifier=criterion.identifier,
                title={"nb": criterion.title_nb, "nn": criterion.title_nn},
                summary={"nb": criterion.requirement_nb},
                body={"nb": criterion.rationale_nb},
                route=("criteria_library:detail", {"identifier": criterion.identifier}),
                everywhere=True,
                facets={"product_group": ["textiles"], "level": ["basic"]},
            )

    # criteria_library/apps.py
    def ready(self):
        from search.registry import documents
        from .documents import CriterionDocuments
        documents.register(CriterionDocuments())

Saving or deleting a row of `model` (or of a model in `follows`) then writes the
outbox by itself, in the same transaction. After `QuerySet.update()` and the bulk
methods, which send no signal, call `search.services.note_changes(kind=..., keys=...)`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from search.enums import Access

ByLanguage: TypeAlias = Mapping[str, str]
Labels: TypeAlias = Callable[[Iterable[str]], Mapping[str, str]]
Name: TypeAlias = str | Promise


@dataclass(frozen=True, kw_only=True)
class Document:
    """One thing that can be found, as its room describes it.

    Texts are by language code (nb, nn, sv, en), plain text without markup.
    """

    key: str
    title: ByLanguage
    # Shown under the title, and searched above the body.
    summary: ByLanguage = field(default_factory=dict)
    body: ByLanguage = field(default_factory=dict)
    # Words inside attached files: they count, lower.
    attached: ByLanguage = field(default_factory=dict)
    # What people cite: matched whole and by its beginning.
    identifier: str = ""
    # Codes that are matched by prefix, such as CPV codes.
    codes: tuple[str, ...] = ()
    # A named URL with its arguments, or a plain path for what has none.
    route: tuple[str, Mapping[str, Any]] | None = None
    path: str = ""
    # The owner. Needed for Access.NODE, and for the link to the owner's host.
    node_id: int | None = None
    # Shown inside every node's own site, so the link stays on the reader's host.
    everywhere: bool = False
    access: Access = Access.PUBLIC
    # For readers in these languages alone, since the others have a translation of their own.
    for_languages: tuple[str, ...] = ()
    # Codes by the name of the facet; a value in a tree brings its ancestors along.
    facets: Mapping[str, Iterable[str]] = field(default_factory=dict)
    # The day it is about (a session's first day) or was published.
    day: date | None = None
    # A line on freshness and use, by language, shown under the hit.
    note: ByLanguage = field(default_factory=dict)


class Branch(str):
    """A label in a tree: `labels` answers them in the tree's order, each with its depth from 1."""

    depth: int

    def __new__(cls, name: str, depth: int) -> "Branch":
        branch = super().__new__(cls, name)
        branch.depth = depth
        return branch


@dataclass(frozen=True)
class Facet:
    """A filter with counts.

    `labels` gets the codes that occur and answers their names in the active
    language; codes that it leaves out are not shown. A facet without it shows codes.
    """

    name: str
    label: Name
    labels: Labels | None = None
    # In the order that `labels` answers them, instead of by falling count.
    ordered: bool = False
    # What nobody looks for who hasn't chosen it: counted, and left out of the hits until then.
    left_out: tuple[str, ...] = ()


class DocumentType:
    """What one room lets people find of one kind."""

    kind: str
    model: type[Model]
    label: Name
    label_plural: Name
    weight: float = 1.0
    # The named address of the room's own finder, where it has one.
    finder: str = "search:finder"
    facets: tuple[Facet, ...] = ()
    # Names of facets whose values are shown as tags on a hit.
    tags: tuple[str, ...] = ()
    # Model lookups that the plain database search matches with icontains.
    plain_lookups: tuple[str, ...] = ()
    # Other models whose changes change this document: model -> keys of this kind.
    follows: Mapping[type[Model], Callable[[Any], Iterable[Any]]] = {}

    # Models whose rows attach a document of the hub's, with the field that names it: its words are read.
    attachments: Mapping[type[Model], str] = {}

    def queryset(self) -> QuerySet:
        """Every row that someone may find, with what `document` reads prefetched."""
        return self.model._default_manager.all()

    def document(self, row: Any) -> Document:
        raise NotImplementedError


class Registry:
    def __init__(self) -> None:
        self._types: dict[str, DocumentType] = {}
        self._listeners: list[Callable[[DocumentType], None]] = []

    def register(self, document_type: DocumentType) -> None:
        if document_type.kind in self._types:
            raise ValueError(f"Two rooms declare the kind {document_type.kind!r}.")
        self._types[document_type.kind] = document_type
        for listener in self._listeners:
            listener(document_type)

    def on_register(self, listener: Callable[[DocumentType], None]) -> None:
        """Call for every type, those that are registered already too."""
        self._listeners.append(listener)
        for document_type in self:
            listener(document_type)

    def __getitem__(self, kind: str) -> DocumentType:
        return self._types[kind]

    def __contains__(self, kind: str) -> bool:
        return kind in self._types

    def __iter__(self) -> Iterator[DocumentType]:
        return iter(self._types.values())

    def kinds(self) -> list[str]:
        return list(self._types)

    def facets(self, kinds: Iterable[str] = ()) -> dict[str, Facet]:
        """Facets of these kinds, or of all, in the order that rooms declared them."""
        return {facet.name: facet for document_type in self.of(kinds) for facet in document_type.facets}

    def shared_facets(self, kinds: Iterable[str] = ()) -> dict[str, Facet]:
        """Those that more than one of the kinds has; of one kind alone, all."""
        types = self.of(kinds)
        having = Counter(facet.name for document_type in types for facet in document_type.facets)
        least = min(len(types), 2)
        return {name: facet for name, facet in self.facets(kinds).items() if having[name] >= least}

    def of(self, kinds: Iterable[str] = ()) -> list[DocumentType]:
        wanted = set(kinds)
        return [document_type for document_type in self if not wanted or document_type.kind in wanted]


documents = Registry()
