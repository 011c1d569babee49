import pytest

from criteria_library.documents import CriterionDocuments
from criteria_library.services.drafts import drop_draft
from criteria_library.sitemaps import CriteriaSitemap
from tests.factories.criteria_library import make_criterion, make_draft
from tests.factories.hearings import AFTER, begin, make_hearing
from tests.factories.hub import CpvCodeFactory, ThemeFactory, make_product_group

pytestmark = pytest.mark.django_db


def documents():
    kind = CriterionDocuments()
    return [kind.document(row) for row in kind.queryset()]


def test_a_published_criterion_is_found_by_text_group_and_code():
    textiles = make_product_group("textiles", "Tekstiler")
    workwear = make_product_group("workwear", "Arbeidstøy", parent=textiles)
    code = CpvCodeFactory()
    workwear.cpv_codes.add(code)
    make_criterion("TEX-004", groups=[workwear], themes=[ThemeFactory(code="circular")])

    (document,) = documents()

    assert document.identifier == "TEX-004"
    assert document.facets["product_group"] == ["textiles", "workwear"]
    assert document.facets["use"] == ["specification"]
    assert document.facets["theme"] == ["circular"]
    assert document.codes == (code.code,)
    assert document.everywhere
    assert document.note["nb"] == "Sist vurdert september 2026"


def test_a_wording_for_one_use_is_found_and_no_mark_of_bold_words():
    make_criterion("TEX-004", as_award=True, texts={"award_wording": "Flere **vasker** gir poeng."})

    (document,) = documents()

    assert "Flere vasker gir poeng." in document.body["nb"]


def test_drafts_are_no_documents():
    make_draft()

    assert documents() == []


@pytest.mark.parametrize("rows", [1, 3])
def test_documents_take_the_same_queries_however_many(rows, django_assert_num_queries):
    for _ in range(rows):
        make_criterion(themes=[ThemeFactory()])

    with django_assert_num_queries(8):
        documents()


def test_only_the_hubs_sitemap_has_the_criteria(nordland, national):
    criterion = make_criterion()
    make_draft()

    assert list(CriteriaSitemap(national).items()) == [criterion]
    assert list(CriteriaSitemap(nordland).items()) == []


def test_only_the_hubs_sitemap_has_hearings_and_what_is_worked_on(nordland, national, client_on):
    draft = begin(make_criterion("TEX-004"))
    hearing = make_hearing(draft)
    finished = begin(make_criterion("TEX-009"))
    drop_draft(draft=finished, reason="Dekket av loven.", by=None, at=AFTER)

    on_the_hub, on_a_node = (client_on(node).get("/sitemap.xml").text for node in (national, nordland))

    for address in ("/kriterier/horinger/", hearing.get_absolute_url(), draft.get_absolute_url()):
        assert f"{address}</loc>" in on_the_hub
        assert address not in on_a_node
    assert finished.get_absolute_url() not in on_the_hub
