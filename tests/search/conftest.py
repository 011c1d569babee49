"""Stand-ins for the rooms above: search knows no content, so its tests bring their own."""

import secrets

import pytest

from hub.models import ProductGroup, TaxonomyProposal
from search.analysis.lexicon import Lexicon
from search.documents import PRODUCT_GROUP
from search.engines.cluster import ClusterEngine
from search.engines.embedded import EmbeddedEngine
from search.enums import Access
from search.registry import Document, DocumentType, Facet, documents
from tests.services.plugin import address_of


class GroupDocuments(DocumentType):
    """Public things, shown on every node's site."""

    kind = "group"
    model = ProductGroup
    label, label_plural = "Product group", "Product groups"
    facets = (PRODUCT_GROUP, Facet("grade", "Grade"))
    tags = ("grade",)
    plain_lookups = ("name_nb", "description_nb", "code")

    def queryset(self):
        return ProductGroup.objects.filter(withdrawn_date=None)

    def document(self, group):
        if group.description_sv == "poison":
            raise ValueError("this row can't be described")
        return Document(
            key=str(group.pk),
            identifier=group.code,
            title={"nb": group.name_nb, "nn": group.name_nn},
            summary={"nb": group.description_nb, "nn": group.description_nn},
            route=("search:finder", {}),
            everywhere=True,
            facets={"product_group": [group.code], "grade": ["basic" if group.depth == 1 else "advanced"]},
        )


class ProposalDocuments(DocumentType):
    """Private things of a node."""

    kind = "proposal"
    model = TaxonomyProposal
    label, label_plural = "Proposal", "Proposals"
    plain_lookups = ("proposal",)

    def document(self, proposal):
        return Document(
            key=str(proposal.pk),
            title={"nb": proposal.proposal},
            path="/forslag/",
            node_id=proposal.node_id,
            access=Access.NODE,
        )


@pytest.fixture(autouse=True)
def _own_index(own_index):
    """No test finds what another has indexed."""


@pytest.fixture
def rooms(monkeypatch):
    for document_type in (GroupDocuments(), ProposalDocuments()):
        monkeypatch.setitem(documents._types, document_type.kind, document_type)


@pytest.fixture
def lexicon():
    return Lexicon()


@pytest.fixture(
    params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.services("elasticsearch"))]
)
def engine(request, tmp_path):
    if request.param == "embedded":
        yield EmbeddedEngine(tmp_path / "search")
        return
    engine = ClusterEngine([address_of("elasticsearch")])
    yield engine
    engine.client.close()


@pytest.fixture
def index(engine):
    """A name of one's own: other tests may be using the same server."""
    name = f"hub-test-{secrets.token_hex(6)}"
    yield name
    engine.drop(name)
