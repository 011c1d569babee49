"""Closing a node from the command line."""

import io

import pytest
from django.core.management import CommandError, call_command

from hub.enums import NodeStatus, Role
from hub.models import AuditEntry
from tests.factories.courses import SessionFactory
from tests.factories.network import make_report_form


def run(*arguments) -> str:
    out = io.StringIO()
    call_command("close_node", *arguments, stdout=out)
    return out.getvalue()


def test_a_dry_run_tells_what_ends_and_changes_nothing(nordland, member):
    member(nordland, Role.EDITOR)
    SessionFactory(node=nordland)
    nordland.reports.create(form=make_report_form())
    told = run("nordland", "--dry-run")
    nordland.refresh_from_db()
    assert nordland.status != NodeStatus.CLOSED
    for line in ("no longer write: 1", "sign up for: 1", "stay drafts: 1", "nothing is saved"):
        assert line in told


def test_it_closes_the_node_and_twice_changes_nothing(nordland, client_on):
    assert nordland.url() in run("nordland")
    assert "nothing changed" in run("nordland")
    nordland.refresh_from_db()
    assert nordland.status == NodeStatus.CLOSED
    assert AuditEntry.objects.filter(action="node.closed", node=nordland).count() == 1
    assert client_on(nordland).get("/").status_code == 200


@pytest.mark.parametrize("slug", ["hordaland", "hub", "", "x" * 5000])
def test_without_such_a_node_it_names_those_that_are_open(nordland, slug):
    with pytest.raises(CommandError, match="nordland"):
        run(slug)


def test_the_national_node_is_never_closed(national, nordland):
    with pytest.raises(CommandError):
        run(national.slug)
