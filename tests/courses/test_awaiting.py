"""The editing pages open with the node's next sessions."""

from hub.enums import Role
from tests.factories.courses import SessionFactory


def test_an_organiser_sees_the_nodes_next_sessions_first(client_on, national, nordland, vestland, member):
    SessionFactory(node=nordland, title="Krav som følges opp")
    SessionFactory(node=vestland, title="Marknadsdialog")

    text = client_on(national, member(nordland, Role.COURSE_ORGANISER)).get("/admin/").text

    assert "Krav som følges opp" in text
    assert "Marknadsdialog" not in text
