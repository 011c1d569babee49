"""The log: who did what to whom, for those who may read it; nobody changes it."""

import csv
import io
import re

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from hub.enums import Role
from hub.models import AuditEntry
from hub.queries.log import action_words
from hub.services import audit
from hub.services.accounts import delete_account
from hub.services.memberships import grant_membership
from tests.architecture.rooms import ROOMS, ROOT
from tests.factories.hub import UserFactory, make_member

LOG, FILE = "/logg/", "/logg/fil/"


@pytest.fixture
def manager(nordland):
    return make_member(nordland, Role.NODE_MANAGER, name="Daglig leder")


@pytest.fixture
def browser(client_on, nordland, manager):
    return client_on(nordland, manager)


def rows_of(answer):
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))


def test_a_manager_reads_the_nodes_lines_with_names(browser, nordland, vestland, manager):
    grant_membership(user=UserFactory(name="Ny redaktør"), node=nordland, role=Role.EDITOR, by=manager)
    make_member(vestland, Role.EDITOR, name="Redaktør i vest")

    page = browser.get(LOG).content.decode()

    assert "Ga en rolle: Redaktør" in page
    assert "Ny redaktør" in page
    assert "Daglig leder" in page
    assert "Redaktør i vest" not in page


@pytest.mark.parametrize("role", [Role.NETWORK_ADMINISTRATOR, Role.AUDITOR])
def test_the_national_level_reads_all(client_on, national, nordland, vestland, role):
    for node in (nordland, vestland):
        make_member(node, Role.EDITOR, name=f"Redaktør i {node.slug}")
    browser = client_on(national, make_member(national, role))

    page = browser.get(LOG).content.decode()
    assert "Redaktør i nordland" in page
    assert "Redaktør i vestland" in page
    narrowed = browser.get(LOG, {"node": nordland.pk}).content.decode()
    assert "Redaktør i vestland" not in narrowed


@pytest.mark.parametrize("role", [Role.CRITERIA_EDITOR, Role.HEARING_SECRETARY])
def test_other_national_roles_do_not_read_it(client_on, national, role):
    assert client_on(national, make_member(national, role)).get(LOG).status_code == 403


def test_a_node_can_not_ask_for_another_nodes_lines(browser, vestland):
    make_member(vestland, Role.EDITOR, name="Redaktør i vest")

    assert "Redaktør i vest" not in browser.get(LOG, {"node": vestland.pk}).content.decode()
    assert "Redaktør i vest" not in str(rows_of(browser.get(FILE, {"node": vestland.pk})))


@pytest.mark.parametrize("query", [{"since": "i går"}, {"action": "x"}, {"until": "\x00"}, {"page": "-1"}])
def test_a_filter_that_can_not_be_understood_narrows_nothing(browser, query):
    answer = browser.get(LOG, query)

    assert answer.status_code == 200
    assert "Ga en rolle" in answer.content.decode()


def test_it_is_narrowed_by_deed_and_day(browser, nordland, manager):
    audit.record(action="page.deleted", by=manager, node=nordland)

    assert "Ga en rolle:" not in browser.get(LOG, {"action": "page.deleted"}).content.decode()
    assert "Ga en rolle:" not in browser.get(LOG, {"until": "2001-01-01"}).content.decode()
    assert "Ga en rolle:" in browser.get(LOG, {"since": "2001-01-01"}).content.decode()


def test_who_is_deleted_is_a_number_that_leads_to_nobody(browser, nordland, manager):
    gone = make_member(nordland, Role.EDITOR, name="Redaktør som slutter", email="slutter@demo.example")
    delete_account(user=gone, by=gone, at=gone.date_joined)

    page = browser.get(LOG).content.decode()
    assert "Redaktør som slutter" not in page
    assert f"Slettet konto {str(gone.public_id)[:8]}" in page
    assert "slutter@demo.example" not in str(list(AuditEntry.objects.values()))


def test_the_file_has_all_lines_and_taking_it_is_a_line(browser, nordland, manager):
    for number in range(60):
        audit.record(action="page.deleted", by=manager, node=nordland, detail={"number": number})
    answer = browser.get(FILE, {"action": "page.deleted"})
    rows = rows_of(answer)

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert len(rows) == 61
    assert rows[1][1:3] == ["Daglig leder", "Slettet en side"]
    assert AuditEntry.objects.filter(action="log.exported", actor_public_id=manager.public_id).exists()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_name_can_not_be_a_formula_in_the_file(client_on, nordland, start):
    name = f"{start}HYPERLINK(1)"
    browser = client_on(nordland, make_member(nordland, Role.NODE_MANAGER, name=name))

    cells = [cell for row in rows_of(browser.get(FILE)) for cell in row]
    assert f"'{name}" in cells
    assert name not in cells


def test_the_database_refuses_to_change_a_line(nordland, manager):
    with pytest.raises(DatabaseError, match="the log never changes"), transaction.atomic():
        AuditEntry.objects.update(action="ingenting.skjedde")


def test_no_page_of_the_product_edits_the_log():
    assert AuditEntry not in get_snippet_models()
    writers = [
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if re.search(
            r"AuditEntry\.objects\S*\.(create|bulk_create|update|delete)|(?<!class )AuditEntry\(",
            path.read_text(),
        )
        and "migrations" not in path.parts
    ]
    assert writers == ["hub/services/audit.py"]


def test_every_act_that_is_logged_has_words():
    code = [
        path.read_text()
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if "services" in path.parts or "views" in path.parts
    ]
    logged = {
        action for text in code for action in re.findall(r'\baction=? ?=?\s*"([a-z_]+\.[a-z_]+)"', text)
    }

    assert len(logged) > 40
    assert logged - set(action_words()) == set()


def test_the_list_costs_the_same_with_one_and_with_many(
    browser, nordland, manager, django_assert_num_queries
):
    def listing():
        with django_assert_num_queries(9):
            browser.get(reverse("hub:log"))

    listing()
    for _number in range(3):
        make_member(nordland, Role.EDITOR)
    listing()
