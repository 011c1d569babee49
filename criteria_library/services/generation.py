"""As many criteria as asked, for benchmarks and load: plausible, the same for the same seed."""

import datetime
from random import Random

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from criteria_library import markup
from criteria_library.enums import Effort, Level, Market, ReviewOutcome, Status, Use
from criteria_library.models import Approval, Criterion, CriterionText, CriterionVersion, VersionText
from hub.models import ProductGroup, Theme
from search.services.outbox import note_changes

BATCH = 500
IN_A_SERIES = 9999
THINGS = [
    "Arbeidstøy", "Sengetøy", "Bærbare pc-er", "Skjermer", "Kontorstoler", "Varebiler", "Kopipapir",
    "Hansker", "Bandasjer", "Rengjøringsmidler", "Armaturer", "Betong", "Trevirke", "Frukt og grønt", "Kaffe",
]  # fmt: skip
DEMANDS = [
    ("skal kunne repareres", "Reservedeler skal kunne leveres i minst [antall] år etter siste salg."),
    (
        "uten helseskadelige stoffer",
        "Varene skal ikke inneholde stoffer på kandidatlisten over 0,1 vektprosent.",
    ),
    (
        "med dokumentert lang levetid",
        "Varene skal tåle minst [antall] gangers bruk uten at funksjonen svekkes.",
    ),
    (
        "med miljømerke",
        "Minst [prosent] prosent av varelinjene skal ha et type 1-miljømerke eller likeverdig.",
    ),
    (
        "levert utslippsfritt",
        "Leveringene skal skje med utslippsfrie kjøretøy senest [antall] måneder etter oppstart.",
    ),
    ("fra sporbar produksjon", "Leverandøren skal oppgi produsent og land for siste ledd i produksjonen."),
    (
        "med mindre emballasje",
        "Emballasjen skal kunne materialgjenvinnes og veie høyst [antall] gram per enhet.",
    ),
]
PROOFS = [
    "Prøverapport fra et akkreditert laboratorium.",
    "Lisens for miljømerket, eller likeverdig dokumentasjon punkt for punkt.",
    "Erklæring fra produsenten med navn på rolle og dato.",
]
REASONS = [
    "Det meste av avtrykket oppstår når varen lages. Jo lenger den varer, jo mindre må lages.",
    "Kravet er utbredt i bransjen og koster lite når det stilles tidlig.",
    "Risikoen er kjent, og oppfølging virker best når ansvaret står i avtalen.",
]
PLACES = [
    "i sykehjem",
    "i skoler",
    "i barnehager",
    "i kontorbygg",
    "i drift og anlegg",
    "i hjemmetjenesten",
    "i sykehus",
]


@transaction.atomic
def generate_criteria(count: int, *, seed: int, today: datetime.date | None = None) -> int:
    """Published ones in version 1, spread over the product groups. Answers how many were made."""
    random = Random(seed)  # noqa: S311  (content, not secrets)
    groups, themes = list(ProductGroup.objects.all()), list(Theme.objects.all())
    first = Criterion.objects.filter(identifier__startswith="GEN").count()
    for begin in range(0, count, BATCH):
        numbers = range(first + begin, first + min(begin + BATCH, count))
        criteria = Criterion.objects.bulk_create(new_criterion(random, number) for number in numbers)
        place(random, criteria, groups, themes)
        publish_all(random, criteria, on=today or timezone.localdate())
        note_changes(kind="criterion", keys=[criterion.pk for criterion in criteria])
    return count


def new_criterion(random: Random, number: int) -> Criterion:
    series, rest = divmod(number, IN_A_SERIES)
    use = random.choice(list(Use))
    return Criterion(
        identifier=f"GEN{chr(ord('A') + series)}-{rest + 1:04}",
        level=random.choice(Level.values),
        effort_buyer=random.choice(Effort.values),
        effort_supplier=random.choice(Effort.values),
        market=random.choice(Market.values),
        owner_role="Fagansvarlig",
        live=False,
        **{f"as_{use.value}": True},
    )


def place(random: Random, criteria, groups, themes) -> None:
    in_groups, with_themes = Criterion.product_groups.through, Criterion.themes.through
    in_groups.objects.bulk_create(
        in_groups(criterion=criterion, productgroup=group)
        for criterion in criteria
        for group in random.sample(groups, k=min(len(groups), random.randint(1, 2)))
    )
    with_themes.objects.bulk_create(
        with_themes(criterion=criterion, theme=theme)
        for criterion in criteria
        for theme in random.sample(themes, k=min(len(themes), random.randint(0, 2)))
    )


def publish_all(random: Random, criteria, *, on: datetime.date) -> None:
    texts = [new_texts(random) for _criterion in criteria]
    approvals = Approval.objects.bulk_create(new_approval(criterion, on) for criterion in criteria)
    versions = CriterionVersion.objects.bulk_create(
        new_version(random, approval, on) for approval in approvals
    )
    CriterionText.objects.bulk_create(
        CriterionText(criterion=criterion, **text) for criterion, text in zip(criteria, texts, strict=True)
    )
    VersionText.objects.bulk_create(
        VersionText(version=version, **text) for version, text in zip(versions, texts, strict=True)
    )
    for criterion, text in zip(criteria, texts, strict=True):
        criterion.search_text = "\n".join([criterion.identifier, *map(markup.plain, text.values())]).lower()
    Criterion.objects.bulk_update(criteria, ["search_text"])
    newest = CriterionVersion.objects.filter(criterion=OuterRef("pk"))
    Criterion.objects.filter(pk__in=[criterion.pk for criterion in criteria]).update(
        status=Status.PUBLISHED,
        live=True,
        current_version=Subquery(newest.values("pk")[:1]),
        valid_from=Subquery(newest.values("valid_from")[:1]),
        last_reviewed_date=Subquery(newest.values("valid_from")[:1]),
        review_outcome=ReviewOutcome.NEW,
    )


def new_approval(criterion: Criterion, on: datetime.date) -> Approval:
    return Approval(
        criterion=criterion,
        waiver_reason="Laget for måling.",
        role=criterion.owner_role,
        approved_at=timezone.now(),
        publish_date=on,
    )


def new_version(random: Random, approval: Approval, on: datetime.date) -> CriterionVersion:
    criterion = approval.criterion
    valid_from = on - datetime.timedelta(days=random.randint(1, 1400))
    return CriterionVersion(
        criterion=criterion,
        approval=approval,
        number=1,
        published_at=timezone.make_aware(datetime.datetime.combine(valid_from, datetime.time(12))),
        valid_from=valid_from,
        change_note="Første versjon.",
        level=criterion.level,
        **{f"as_{use.value}": True for use in criterion.uses},
    )


def new_texts(random: Random) -> dict[str, str]:
    thing, (demand, requirement) = random.choice(THINGS), random.choice(DEMANDS)
    return {
        "title": f"{thing} {demand} {random.choice(PLACES)}",
        "requirement": f"{requirement} Kravet gjelder {thing.lower()} i alle varelinjer.",
        "documentation": random.choice(PROOFS),
        "rationale": random.choice(REASONS),
        "follow_up": "Ta stikkprøver etter seks måneder.",
    }
