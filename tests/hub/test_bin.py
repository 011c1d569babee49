"""What is deleted can be brought back for thirty days, by those of the node and nobody else."""

import datetime

import pytest
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from hub.enums import Role
from hub.models import DeletedThing, Notice, PageTemplate, Picture
from hub.services.bin import CannotBeDeleted, bring_back, delete_page, delete_thing, empty_bin
from hub.services.pages import create_article

NOW = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)


@pytest.fixture
def guidance(nordland):
    return create_article(nordland, title="Veiledning")


@pytest.fixture
def below(nordland, guidance):
    return create_article(nordland, title="Renhold", parent=guidance)


def delete(page):
    return delete_page(Page.objects.get(pk=page.pk), by=None, now=NOW)


def test_a_deleted_page_and_those_below_it_are_gone_from_the_site(client_on, nordland, guidance, below):
    delete(guidance)
    client = client_on(nordland)

    assert client.get("/veiledning/").status_code == 404
    assert client.get("/veiledning/renhold/").status_code == 404
    assert "veiledning" not in client.get("/sitemap.xml").text


def test_a_page_brought_back_is_where_it_was_with_all_below_it(client_on, nordland, guidance, below):
    bring_back(delete(guidance), by=None)
    client = client_on(nordland)

    assert client.get("/veiledning/").status_code == 200
    assert client.get("/veiledning/renhold/").status_code == 200
    assert not DeletedThing.objects.exists()


def test_drafts_come_back_as_drafts(nordland, guidance, below):
    below.unpublish()

    bring_back(delete(guidance), by=None)

    assert Page.objects.get(pk=guidance.pk).live
    assert not Page.objects.get(pk=below.pk).live


def test_a_page_whose_place_was_taken_comes_back_beside_it(client_on, nordland, guidance):
    thing = delete(guidance)
    create_article(nordland, title="Veiledning")

    bring_back(thing, by=None)

    assert client_on(nordland).get("/veiledning-2/").status_code == 200


def test_a_page_whose_parent_is_gone_comes_back_below_the_front_page(client_on, nordland, guidance, below):
    thing = delete(below)
    delete(guidance)

    bring_back(thing, by=None)

    assert client_on(nordland).get("/renhold/").status_code == 200


def test_two_pages_of_one_name_can_both_be_deleted_and_brought_back(client_on, nordland, guidance):
    first = delete(guidance)
    second = delete(create_article(nordland, title="Veiledning"))

    bring_back(second, by=None)
    bring_back(first, by=None)

    assert client_on(nordland).get("/veiledning/").status_code == 200
    assert client_on(nordland).get("/veiledning-2/").status_code == 200


def test_a_front_page_cannot_be_deleted(nordland):
    with pytest.raises(CannotBeDeleted):
        delete(nordland.site.root_page)


def test_other_rows_come_back_as_they_were(national):
    pk = Notice.objects.create(text_nb="Nede tirsdag", starts_at=NOW).pk

    thing = delete_thing(Notice.objects.get(), by=None, now=NOW)
    assert not Notice.objects.exists()
    bring_back(thing, by=None)

    assert Notice.objects.get(pk=pk).text_nb == "Nede tirsdag"


def test_after_thirty_days_it_is_gone_for_good(nordland, guidance, below):
    delete(guidance)

    assert empty_bin(now=NOW + datetime.timedelta(days=29)) == []
    assert len(empty_bin(now=NOW + datetime.timedelta(days=31), dry_run=True)) == 1
    assert Page.objects.filter(pk=below.pk).exists()
    empty_bin(now=NOW + datetime.timedelta(days=31))

    assert not Page.objects.filter(pk__in=[guidance.pk, below.pk]).exists()


def test_an_editor_deletes_in_the_explorer_and_brings_back(client_on, national, nordland, guidance, member):
    client = client_on(national, member(nordland, Role.EDITOR))

    client.post(f"/admin/pages/{guidance.pk}/delete/")
    thing = DeletedThing.objects.get()
    assert "Veiledning" in client.get("/admin/slettet/").text
    client.post(f"/admin/slettet/{thing.pk}/hent-tilbake/")

    assert client_on(nordland).get("/veiledning/").status_code == 200


def test_deleting_several_at_once_goes_by_the_bin_too(client_on, national, nordland, guidance, below, member):
    client = client_on(national, member(nordland, Role.EDITOR))
    query = f"id={guidance.pk}&id={below.pk}"

    client.post(f"/admin/bulk/wagtailcore/page/delete/?{query}")

    assert [thing.label for thing in DeletedThing.objects.all()] == ["Veiledning"]


def test_another_nodes_editor_neither_sees_it_nor_brings_it_back(
    client_on, national, nordland, vestland, guidance, member
):
    thing = delete(guidance)
    client = client_on(national, member(vestland, Role.EDITOR))

    assert "Veiledning" not in client.get("/admin/slettet/").text
    assert client.post(f"/admin/slettet/{thing.pk}/hent-tilbake/").status_code == 404


def test_a_snippet_deleted_in_the_admin_can_be_brought_back(client_on, national, member):
    template = PageTemplate.objects.create(code="hjelp", language="nb", title="Slik hjelper vi")
    client = client_on(national, member(national, Role.NETWORK_ADMINISTRATOR))

    client.post(f"/admin/snippets/hub/pagetemplate/delete/{template.pk}/")
    thing = DeletedThing.objects.get()
    client.post(f"/admin/slettet/{thing.pk}/hent-tilbake/")

    assert PageTemplate.objects.get(pk=template.pk).title == "Slik hjelper vi"


@pytest.fixture
def picture(nordland):
    return Picture.objects.create(
        title="Kontor",
        credit="Demonstrasjon",
        file=get_test_image_file(),
        collection=nordland.image_collection,
    )


@pytest.mark.parametrize("several", [False, True])
def test_a_deleted_picture_comes_back_with_its_file(
    client_on, national, nordland, picture, member, several, django_capture_on_commit_callbacks
):
    client = client_on(national, member(nordland, Role.NODE_MANAGER))
    with picture.file.open("rb") as file:
        before = file.read()
    address = (
        f"/admin/bulk/hub/picture/delete/?id={picture.pk}"
        if several
        else f"/admin/images/{picture.pk}/delete/"
    )

    with django_capture_on_commit_callbacks(execute=True):
        client.post(address)
    assert not Picture.objects.exists()
    client.post(f"/admin/slettet/{DeletedThing.objects.get().pk}/hent-tilbake/")

    with Picture.objects.get(pk=picture.pk).file.open("rb") as file:
        assert file.read() == before
