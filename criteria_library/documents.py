"""What of the library can be found."""

from collections.abc import Iterable, Mapping

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from criteria_library import markup
from criteria_library.enums import Level, Status, Use
from criteria_library.models import Criterion, LocalNote, VersionText
from hub.enums import Language
from hub.models import Goal, Node, ProductGroup, Theme
from search.documents import LANGUAGE, PRODUCT_GROUP
from search.registry import Document, DocumentType, Facet

BODY = tuple(name for name in VersionText.TEXTS if name not in ("title", "requirement"))


def names_of(model):
    def labels(codes: Iterable[str]) -> Mapping[str, str]:
        return {row.code: row.name for row in model.objects.filter(code__in=list(codes))}

    return labels


def choices_of(enum):
    def labels(codes: Iterable[str]) -> Mapping[str, str]:
        wanted = set(codes)
        return {choice.value: str(choice.label) for choice in enum if choice.value in wanted}

    return labels


def goal_names(numbers: Iterable[str]) -> Mapping[str, str]:
    return named(numbers, {str(goal.number): str(goal) for goal in Goal.objects.all()})


def node_names(keys: Iterable[str]) -> Mapping[str, str]:
    return named(keys, {str(node.pk): node.name for node in Node.objects.order_by("name")})


def named(wanted: Iterable[str], names: Mapping[str, str]) -> Mapping[str, str]:
    """An address can ask for anything, so what it says goes into no query."""
    asked = set(wanted)
    return {code: name for code, name in names.items() if code in asked}


class CriterionDocuments(DocumentType):
    kind = "criterion"
    model = Criterion
    label = _("Criterion")
    label_plural = _("Criteria")
    finder = "criteria_library:list"
    weight = 1.2
    facets = (
        PRODUCT_GROUP,
        Facet("use", _("Use"), labels=choices_of(Use), ordered=True),
        Facet("level", _("Level"), labels=choices_of(Level), ordered=True),
        Facet("theme", _("Theme"), labels=names_of(Theme)),
        Facet("goal", _("Sustainable development goal"), labels=goal_names, ordered=True),
        Facet("local_note", _("With a local note from"), labels=node_names, ordered=True),
        LANGUAGE,
        # Nobody begins with what may no longer be used; whoever cites it must still find it.
        Facet(
            "status", _("Status"), labels=choices_of(Status), ordered=True, left_out=(Status.WITHDRAWN.value,)
        ),
    )
    tags = ("use", "level", "theme")
    plain_lookups = ("search_text",)
    follows = {LocalNote: lambda note: [note.criterion_id]}

    def queryset(self):
        # Once for each batch of rows, not for each criterion.
        self.codes_by_path = dict(ProductGroup.objects.values_list("path", "code"))
        return (
            Criterion.objects.readable()
            .select_related("current_version")
            .prefetch_related(
                "current_version__texts", "product_groups__cpv_codes", "themes", "goals", "local_notes"
            )
        )

    def document(self, criterion):
        texts = {text.language: text for text in criterion.current_version.texts.all()}
        groups = list(criterion.product_groups.all())
        return Document(
            key=str(criterion.pk),
            identifier=criterion.identifier,
            title={code: text.title for code, text in texts.items()},
            summary={code: markup.plain(text.requirement) for code, text in texts.items()},
            body={code: body_of(text) for code, text in texts.items()},
            codes=tuple(code.code for group in groups for code in group.cpv_codes.all()),
            route=("criteria_library:detail", {"identifier": criterion.identifier}),
            everywhere=True,
            facets={
                "product_group": [code for group in groups for code in self.with_ancestors(group)],
                "use": [use.value for use in criterion.current_version.uses],
                "level": [criterion.current_version.level] if criterion.current_version.level else [],
                "theme": [theme.code for theme in criterion.themes.all()],
                "goal": [str(goal.number) for goal in criterion.goals.all()],
                "local_note": [
                    str(note.node_id) for note in criterion.local_notes.all() if note.is_published
                ],
                "language": list(texts),
                "status": [criterion.status],
            },
            day=criterion.current_version.valid_from,
            note={code: freshness(criterion, code) for code in Language.values},
        )

    def with_ancestors(self, group) -> list[str]:
        step = ProductGroup.steplen
        return [self.codes_by_path[group.path[:end]] for end in range(step, len(group.path) + 1, step)]


def body_of(text) -> str:
    return " ".join(markup.plain(getattr(text, name)) for name in BODY)


def freshness(criterion, language: str) -> str:
    with override(language):
        when = format_date(criterion.last_reviewed_date, "F Y")
        return gettext("Last reviewed %(when)s") % {"when": when}
