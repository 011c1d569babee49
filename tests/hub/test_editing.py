"""What editors, node managers and the national level do in the admin."""

import pytest
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from hub.enums import Role
from hub.models import ArticlePage, Node, PageTemplate, ProductGroup, TaxonomyProposal
from hub.services.pages import create_article
from tests.factories.hub import make_product_group


@pytest.fixture
def editor(client_on, national, nordland, member):
    return client_on(national, member(nordland, Role.EDITOR))


@pytest.fixture
def manager(client_on, national, nordland, member):
    return client_on(national, member(nordland, Role.NODE_MANAGER))


@pytest.fixture
def administrator(client_on, national, member):
    return client_on(national, member(national, Role.NETWORK_ADMINISTRATOR))


def article_form(title):
    body = streamfield([("text", rich_text("<p>Nytt avsnitt</p>"))])
    fields = {"title": title, "slug": "utkast", "lead": "", "body": body}
    return nested_form_data(fields) | {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}


def test_a_page_is_previewed_in_the_nodes_own_look(editor, nordland):
    page = create_article(nordland, title="Veiledning")
    address = f"/admin/pages/{page.pk}/edit/preview/"

    assert editor.post(address, article_form("Endret")).json()["is_valid"]
    text = editor.get(address).text

    assert "Endret – Knutepunkt Nordland</title>" in text
    assert "Nytt avsnitt" in text
    assert 'href="/kurs/"' in text


def test_a_page_that_is_not_saved_yet_is_previewed_in_the_nodes_look_too(editor, nordland):
    address = f"/admin/pages/add/hub/articlepage/{nordland.site.root_page_id}/preview/"

    editor.post(address, article_form("Helt ny"))

    assert "Helt ny – Knutepunkt Nordland</title>" in editor.get(address).text


def test_only_those_who_may_edit_see_the_way_to_editing(client_on, nordland, vestland, member):
    create_article(nordland, title="Veiledning")

    def sees(user):
        return "/admin/pages/" in client_on(nordland, user).get("/veiledning/").text

    assert sees(member(nordland, Role.EDITOR))
    assert not sees(member(vestland, Role.EDITOR))
    assert not sees(None)


def test_the_admin_opens_with_what_awaits_the_person(editor, nordland, vestland):
    create_article(nordland, title="Vårt utkast", live=False)
    create_article(vestland, title="Deres utkast", live=False)

    text = editor.get("/admin/").text

    assert "Vårt utkast" in text
    assert "Deres utkast" not in text


def test_a_node_reads_the_shared_lists_and_cannot_change_them(editor):
    group = make_product_group(name="Tekstiler og vask")
    address = "/admin/snippets/hub/productgroup"

    assert "Tekstiler og vask" in editor.get(f"{address}/").text
    assert editor.get(f"{address}/inspect/{group.pk}/").status_code == 200
    for path in [f"{address}/edit/{group.pk}/", f"{address}/add/", f"{address}/delete/{group.pk}/"]:
        editor.post(path, {"name_nb": "Vårt"})

    assert ProductGroup.objects.get().name_nb == "Tekstiler og vask"


def test_the_national_level_adds_a_product_group_under_another(administrator):
    textiles = make_product_group()

    administrator.post(
        "/admin/snippets/hub/productgroup/add/",
        {"name_nb": "Arbeidstøy", "code": "arbeidstoy", "above": textiles.pk},
    )

    assert ProductGroup.objects.get(code="arbeidstoy").get_parent() == textiles


def test_a_product_group_that_others_refer_to_is_not_deleted(administrator):
    group = make_product_group()

    administrator.post(f"/admin/snippets/hub/productgroup/delete/{group.pk}/")

    assert ProductGroup.objects.filter(pk=group.pk).exists()


def test_a_node_proposes_and_the_national_level_answers_with_a_reason(editor, administrator, nordland):
    address = "/admin/snippets/hub/taxonomyproposal"
    words = {"node": nordland.pk, "subject": "theme", "proposal": "Nytt tema: støy", "reason": "Byggeplasser"}
    editor.post(f"{address}/add/", {**words, "answer": "taken", "answer_reason": "Selvsagt"})
    proposal = TaxonomyProposal.objects.get()
    assert proposal.answer == "open"
    assert proposal.proposed_by is not None

    unreasoned = administrator.post(f"{address}/edit/{proposal.pk}/", {**words, "answer": "not_taken"})
    administrator.post(f"{address}/edit/{proposal.pk}/", {**words, "answer": "taken", "answer_reason": "Ja"})

    proposal.refresh_from_db()
    assert unreasoned.status_code == 200
    assert proposal.answer == "taken"
    assert proposal.answered_at


def test_a_node_cannot_propose_for_another(editor, vestland):
    words = {"node": vestland.pk, "subject": "theme", "proposal": "Tema", "reason": "Derfor"}

    editor.post("/admin/snippets/hub/taxonomyproposal/add/", words)

    assert not TaxonomyProposal.objects.exists()


def test_a_node_manager_changes_the_look_and_contact_of_the_own_node_only(manager, nordland, vestland):
    form = {"name": "Knutepunkt Nord", "tagline": "", "contact_role": "Leder", "theme": "green",
            "contact_email": "ny@demo.example", "contact_phone": "", "picture": ""}  # fmt: skip

    manager.post(f"/admin/snippets/hub/node/edit/{nordland.pk}/", form)
    refused = manager.post(f"/admin/snippets/hub/node/edit/{vestland.pk}/", form)

    assert Node.objects.get(pk=nordland.pk).name == "Knutepunkt Nord"
    assert refused.status_code == 404
    assert Node.objects.get(pk=vestland.pk).name == "Knutepunkt Vestland"


def test_nodes_are_neither_added_nor_deleted_in_the_list(administrator, nordland):
    administrator.post(f"/admin/snippets/hub/node/delete/{nordland.pk}/")

    assert administrator.get("/admin/snippets/hub/node/add/").status_code in {302, 403, 404}
    assert Node.objects.filter(pk=nordland.pk).exists()


def test_an_editor_begins_a_page_from_a_standard_page(editor, nordland, vestland):
    template = PageTemplate.objects.create(code="hjelp", language="nb", title="Slik hjelper vi")
    address, root = "/admin/ny-fra-standardside/", nordland.site.root_page_id

    editor.post(address, {"template": template.pk, "parent": vestland.site.root_page_id})
    assert not ArticlePage.objects.exists()
    editor.post(address, {"template": template.pk, "parent": root})

    page = ArticlePage.objects.get()
    assert (page.title, page.live, page.get_parent().pk) == ("Slik hjelper vi", False, root)


def test_wagtails_own_words_are_the_editors_own(administrator):
    page = administrator.get("/admin/").text

    assert 'placeholder="Søk i alle sider …"' in page
    assert "Search all pages" not in page


def test_an_empty_list_says_so_in_the_editors_language_and_how_to_begin(administrator):
    page = administrator.get("/admin/snippets/hub/notice/").text

    assert "Her er det ingenting ennå." in page
    assert 'href="/admin/snippets/hub/notice/add/">Lag den første' in page
