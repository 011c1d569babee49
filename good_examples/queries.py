"""Which examples a reader sees."""

from django.db.models import Prefetch

from criteria_library.models import Criterion
from criteria_library.queries.texts import with_texts
from good_examples.models import Example
from hub.models import Node

IN_FRONT = 3


def published_examples():
    return Example.objects.published()


def examples_found(keys) -> dict[str, Example]:
    """What search found and a reader may open, by its key."""
    return {str(example.pk): example for example in published_examples().with_row().filter(pk__in=keys)}


def example_of(node: Node, pk: int) -> Example | None:
    """A published example of this node. Another node's is asked for on that node's own host."""
    examples = (
        published_examples().filter(node=node, pk=pk).select_related("node__site", "product_group", "county")
    )
    criteria = Prefetch("criteria", queryset=with_texts(Criterion.objects.readable()))
    return examples.prefetch_related(criteria, "documents__document").first()


def front_examples(request, node: Node) -> dict:
    examples = published_examples().newest().with_row()
    own = list(examples[:IN_FRONT] if node.is_national else examples.filter(node=node)[:IN_FRONT])
    if own:
        return {"examples": own, "from_network": node.is_national}
    return {"examples": list(examples[:IN_FRONT]), "from_network": True}


def use_of_criterion(request, criterion) -> dict | None:
    """Where a requirement has been used: for the criterion's own page."""
    found = list(published_examples().filter(criteria=criterion).newest().with_row()[:6])
    return {"examples": found} if found else None


def shows_document(document) -> bool:
    return published_examples().filter(documents__document=document).exists()
