"""A reader can tell what was difficult, and somebody gets to know."""

import datetime

import pytest

from hub.models import OutgoingMail, ProblemReport
from hub.services.nodes import close_node

FORM = "/tilgjengelighet/meld-fra/"
WORDS = {
    "problem": "Tabellen leses ikke opp",
    "page": "/kurs/",
    "email": "innkjoper@demo.example",
    "website": "",
}


def test_a_report_is_kept_and_mailed_to_the_nodes_contact(client_on, nordland):
    response = client_on(nordland).post(FORM, WORDS)

    report = ProblemReport.objects.get()
    mail = OutgoingMail.objects.get()
    assert response["Location"] == "/tilgjengelighet/meld-fra/takk/"
    assert (report.node, report.problem, report.language) == (nordland, "Tabellen leses ikke opp", "nb")
    assert (mail.to, mail.reply_to) == ("nordland@demo.example", "innkjoper@demo.example")


def test_a_form_with_faults_keeps_what_was_typed_and_says_what_to_do(client_on, nordland):
    response = client_on(nordland).post(FORM, {**WORDS, "email": "innkjoper"})

    assert response.status_code == 422
    assert "Tabellen leses ikke opp" in response.text
    assert 'aria-invalid="true"' in response.text
    assert not ProblemReport.objects.exists()


def test_what_a_robot_fills_in_is_thrown_away(client_on, nordland):
    client_on(nordland).post(FORM, {**WORDS, "website": "https://spam.example/"})

    assert not ProblemReport.objects.exists()


def test_a_closed_node_takes_no_reports(client_on, nordland):
    close_node(nordland, by=None, on=datetime.date(2026, 11, 20))

    assert client_on(nordland).post(FORM, WORDS).status_code == 403
    assert not ProblemReport.objects.exists()


@pytest.mark.parametrize("path", ["/tilgjengelighet/", "/personvern/", "/om-oss/"])
def test_a_closed_node_says_so_on_its_pages(client_on, nordland, path):
    close_node(nordland, by=None, on=datetime.date(2026, 11, 20))

    assert 'data-color="warning"' in client_on(nordland).get(path).text
