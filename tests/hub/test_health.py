"""What a load balancer asks, by address and without a known host."""

import json
import logging.config

import pytest
import structlog
from django.test import Client

from hub import slots
from hub.settings.environment import Environment
from hub.settings.logs import configure_logs


class PartDown(Exception):
    pass


@pytest.fixture
def only_part(monkeypatch):
    def register(check):
        monkeypatch.setattr(slots, "readiness", slots.Named(search=check))

    return register


def test_the_process_answers_on_any_host():
    answer = Client(SERVER_NAME="127.0.0.1").get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_each_part_is_named_when_all_is_ready(only_part):
    only_part(lambda: None)

    answer = Client(SERVER_NAME="10.0.0.7").get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "parts": dict.fromkeys(["database", "migrations", "cache", "search"], "ok"),
    }


@pytest.mark.django_db
def test_a_part_that_is_down_is_told_without_its_secrets(only_part):
    def down():
        raise PartDown("password=hemmelig")

    only_part(down)

    answer = Client().get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["parts"]["search"] == "PartDown"
    assert "hemmelig" not in answer.content.decode()


def test_logs_are_one_json_object_a_line_with_the_requests_id_and_the_node(client_on, nordland, capsys):
    before = structlog.get_config()
    try:
        logging.config.dictConfig(configure_logs(Environment(mode="test", log_format="json")))
        logging.getLogger().setLevel("INFO")
        client_on(nordland).get("/finnes-ikke/")
        lines = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
    finally:
        structlog.configure(**before)
        logging.config.dictConfig(configure_logs(Environment(mode="test")))

    finished = [line for line in lines if line["event"] == "request_finished"]
    assert [(line["node"], line["code"]) for line in finished] == [("nordland", 404)]
    assert len({line["request_id"] for line in lines}) == 1
