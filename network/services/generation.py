"""Nodes and articles by the number, for benchmarks and load: plausible, and the same for the same seed."""

import datetime
from collections.abc import Iterator, Sequence
from random import Random

from django.utils import timezone

from hub.enums import NodeStatus, OrganisationKind
from hub.models import ArticlePage, County, FrontPage, Node, Organisation
from hub.services.nodes import NodeSpec, create_node

# Numbers of counties have two characters; today's are digits, so letters are free.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SUBJECTS = [
    "Arbeidstøy", "Kontormøbler", "Bærbare pc-er", "Skolemat", "Varelevering", "Renhold", "Hansker",
    "Byggeplasser", "Drosje og skoleskyss", "Belysning", "Papir", "Legemidler", "Nettbrett", "Trevirke",
]  # fmt: skip
ANGLES = [
    "slik velger du krav", "hva markedet kan levere", "erfaringer fra tre kommuner", "oppfølging som virker",
    "spørsmål og svar", "fra behov til kontrakt", "hva det koster over levetiden", "dialog før kunngjøring",
]  # fmt: skip
SENTENCES = [
    "Begynn med å spørre hva kjøpet skal løse, og hvem som skal bruke det.",
    "Det meste av belastningen oppstår når varen blir laget, ikke når den blir brukt.",
    "Tre krav som blir fulgt opp, gir mer enn tretti som ingen leser.",
    "Spør to leverandører før du skriver kravet, og skriv ned hva de svarte.",
    "Dokumentasjonen bør være noe leverandøren har fra før, som en prøverapport eller et miljømerke.",
    "Vekt det som skiller tilbudene, og still krav til det alle kan levere.",
    "Ta stikkprøver etter et halvt år, og be om tall i årsrapporten.",
    "Små kommuner kan bruke kravene i fellesavtalen slik de står.",
    "Lengre leveringstid kan gi færre turer og lavere utslipp.",
    "Reparasjon må være lettere å bestille enn nytt, ellers skjer det ikke.",
]


def generate_nodes(count: int, *, today: datetime.date | None = None) -> Iterator[Node]:
    """Each in a county of its own that is made up for it, one by one."""
    today = today or timezone.localdate()
    first = Node.objects.filter(slug__startswith="prove-").count()
    for number in range(first + 1, first + count + 1):
        yield create_node(node_spec(number), by=None, on=today)[0]


def node_spec(number: int) -> NodeSpec:
    row, column = divmod(number - 1, len(LETTERS))
    county, _created = County.objects.get_or_create(
        number=LETTERS[row] + LETTERS[column],
        defaults={
            "name": f"Prøvefylke {number}",
            "slug": f"prove-{number}",
            "valid_from": datetime.date(2024, 1, 1),
        },
    )
    host, _created = Organisation.objects.get_or_create(
        kind=OrganisationKind.COUNTY_COUNCIL, name=f"Prøvefylke {number} fylkeskommune", county=county
    )
    return NodeSpec(
        slug=f"prove-{number}",
        name=f"Knutepunkt Prøvefylke {number}",
        county=county,
        host_organisation=host,
        status=NodeStatus.ACTIVE,
        title=f"Bærekraftige innkjøp i Prøvefylke {number}",
        contact_email=f"prove-{number}@demo.example",
    )


def generate_pages(count: int, *, seed: int, nodes: Sequence[Node]) -> Iterator[ArticlePage]:
    """Articles under the nodes' front pages, without revisions, one by one."""
    random = Random(seed)  # noqa: S311  (content, not secrets)
    roots = list(FrontPage.objects.filter(pk__in=[node.site.root_page_id for node in nodes]))
    first = ArticlePage.objects.filter(slug__startswith="artikkel-").count()
    for number in range(first + 1, first + count + 1):
        yield random.choice(roots).add_child(instance=new_article(random, number))


def new_article(random: Random, number: int) -> ArticlePage:
    subject, angle = random.choice(SUBJECTS), random.choice(ANGLES)
    paragraphs = (f"<p>{' '.join(random.sample(SENTENCES, 4))}</p>" for _ in range(random.randint(2, 6)))
    return ArticlePage(
        title=f"{subject}: {angle}",
        slug=f"artikkel-{number}",
        lead=random.choice(SENTENCES),
        body=[("text", "".join(paragraphs))],
        responsible_role="Rådgiver ved knutepunktet",
        last_reviewed_date=timezone.localdate() - datetime.timedelta(days=random.randint(0, 700)),
    )
