"""What the Dockerfile and compose.yaml run, without Docker: build, release, web, worker, backup, restore."""

import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.services.plugin import read_addresses

PROJECT = Path(__file__).resolve().parents[2]
BIN = PROJECT / "bin"
SERVERS = ["postgresql", "redis", "elasticsearch", "mail"]
FIRST = [
    "--contact-role=Nettverksansvarlig",
    "--contact-email=post@hub.example",
    "--administrator=ansvarlig@hub.example",
]
pytestmark = pytest.mark.services(*SERVERS)


def make_database() -> str:
    addresses = read_addresses()
    server, _, _ = addresses["HUB_TEST_POSTGRESQL_URL"].rpartition("/")
    name = f"deployment_{uuid.uuid4().hex[:8]}"
    psql(f"{server}/postgres", f"CREATE DATABASE {name}")
    return f"{server}/{name}"


def psql(url: str, statement: str) -> str:
    program = Path(read_addresses()["HUB_TEST_POSTGRESQL_BIN"]) / "psql"
    return subprocess.run(
        [program, "-qtA", "-c", statement, url], check=True, capture_output=True, text=True
    ).stdout.strip()


def throwaway_keys() -> dict[str, str]:
    told = subprocess.run([BIN / "throwaway-keys"], check=True, capture_output=True, text=True).stdout
    return dict(line.split("=", 1) for line in told.splitlines())


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


@dataclass
class Deployment:
    folder: Path
    database_url: str
    # The example has none: each hub has its own.
    keys: dict[str, str]

    @property
    def environment(self) -> dict[str, str]:
        """Nothing but what an operator sets, so that the tests' own settings don't shine through."""
        addresses = read_addresses()
        return {
            "PATH": os.environ["PATH"],
            "HUB_ENV_FILE": str(PROJECT / "production.env.example"),
            **self.keys,
            "HUB_VAR_DIR": str(self.folder / "var"),
            "HUB_STATIC_DIR": str(self.folder / "static"),
            "HUB_DATABASE_URL": self.database_url,
            "HUB_CACHE_URL": addresses["HUB_TEST_REDIS_URL"].rpartition("/")[0] + "/15",
            "HUB_SEARCH_URL": addresses["HUB_TEST_ELASTICSEARCH_URL"],
            "HUB_MAIL_URL": addresses["HUB_TEST_MAIL_URL"],
            "POSTGRESQL_BIN": addresses["HUB_TEST_POSTGRESQL_BIN"],
        }

    def manage(self, *arguments: str) -> None:
        command = [PROJECT / ".venv" / "bin" / "python", PROJECT / "manage.py", *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr

    def run(self, script: str, *arguments, **variables) -> subprocess.CompletedProcess:
        return subprocess.run(
            [BIN / script, *map(str, arguments)],
            env={**self.environment, **variables},
            capture_output=True,
            text=True,
            timeout=300,
        )


@pytest.fixture(scope="module")
def deployment(tmp_path_factory):
    made = Deployment(tmp_path_factory.mktemp("deployment"), make_database(), throwaway_keys())
    for script in ("build", "release"):
        done = made.run(script)
        assert done.returncode == 0, done.stdout + done.stderr
    made.manage("create_national_node", *FIRST)
    return made


@pytest.fixture(scope="module")
def web(deployment):
    """The running web server's address, and its log."""
    port, log = free_port(), deployment.folder / "web.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [BIN / "web"],
            env={**deployment.environment, "WEB_BIND": f"127.0.0.1:{port}", "WEB_WORKERS": "4"},
            stdout=output,
            stderr=output,
        )
    until(lambda: get(f"http://127.0.0.1:{port}/healthz")[0] == 200, log)
    yield f"http://127.0.0.1:{port}", log
    process.send_signal(signal.SIGTERM)
    assert process.wait(40) == 0


def until(holds, log: Path, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if holds():
                return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail(f"not so after {seconds} s:\n{log.read_text()[-3000:]}")


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def get(url: str, **headers) -> tuple[int, bytes]:
    request = urllib.request.Request(url, headers={"X-Forwarded-Proto": "https", **headers})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_the_running_hub_says_that_each_part_is_ready(web):
    address, _log = web

    status, body = get(f"{address}/readyz")

    told = json.loads(body)
    assert (status, told["ready"]) == (200, True)
    assert {"database", "migrations", "cache", "search"} <= told["parts"].keys()


def test_the_national_site_answers_on_its_host_and_no_other_host_does(web):
    address, _log = web

    assert get(address, Host="hub.example")[0] == 200
    assert get(address, Host="elsewhere.example")[0] == 404
    assert get(address, Host="nowhere.hub.example")[0] == 404


def test_a_request_without_tls_is_sent_to_https(web):
    address, _log = web
    request = urllib.request.Request(address, headers={"Host": "hub.example", "X-Forwarded-Proto": "http"})

    with pytest.raises(urllib.error.HTTPError) as moved:
        urllib.request.build_opener(StayHere).open(request, timeout=30)

    assert (moved.value.code, moved.value.headers["Location"]) == (301, "https://hub.example/")
    moved.value.close()


def test_each_line_of_the_log_is_json_with_the_request_id_and_the_node(web):
    address, log = web
    get(f"{address}/a-page-that-is-not-there", Host="hub.example", **{"X-Request-ID": "one-of-ours"})

    lines = [json.loads(line) for line in log.read_text().splitlines()]

    own = [line for line in lines if line.get("request_id") == "one-of-ours"]
    assert {line["event"] for line in own} >= {"request_started", "request_finished"}
    assert "hub" in {line.get("node") for line in own}


def guess(address: str, email: str, ip: str) -> str:
    """One attempt from a browser of its own, as it comes through the proxy; answers the page."""
    headers = {"Host": "hub.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": ip}
    page = address + "/konto/logg-inn/"
    with urllib.request.urlopen(urllib.request.Request(page, headers=headers)) as answer:
        cookie = answer.headers["Set-Cookie"].partition(";")[0]
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.read().decode())[1]
    form = {"login": email, "password": "feil passord", "csrfmiddlewaretoken": token}
    posted = urllib.request.Request(
        page,
        urllib.parse.urlencode(form).encode(),
        {**headers, "Cookie": cookie, "Origin": "https://hub.example"},
    )
    try:
        with urllib.request.urlopen(posted) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.read().decode()


def test_an_address_is_tried_five_times_however_many_processes_answer(web):
    address, _log = web
    with ThreadPoolExecutor(8) as guessers:
        pages = list(
            guessers.map(lambda n: guess(address, "ansvarlig@hub.example", f"192.0.2.{n}"), range(1, 17))
        )

    assert sum("hører ikke sammen" in page for page in pages) == 5
    assert sum("For mange forsøk" in page for page in pages) == 11


def test_one_who_guesses_at_many_addresses_is_stopped_and_the_next_person_is_not(web):
    address, _log = web
    guesses = [guess(address, f"person{n}@hub.example", "198.51.100.1") for n in range(12)]
    another = guess(address, "en.annen@hub.example", "198.51.100.2")

    assert sum("hører ikke sammen" in page for page in guesses) == 10
    assert "hører ikke sammen" in another


def test_static_files_have_names_with_their_digest(deployment):
    manifest = json.loads((deployment.folder / "static" / "staticfiles.json").read_text())

    hashed = manifest["paths"]["hub/build/hub.css"]
    assert hashed != "hub/build/hub.css"
    assert (deployment.folder / "static" / f"{hashed}.gz").exists()


def test_the_worker_starts_and_ends_when_told(deployment):
    log = deployment.folder / "worker.log"
    with log.open("w") as output:
        worker = subprocess.Popen([BIN / "worker"], env=deployment.environment, stdout=output, stderr=output)
    until(lambda: "ready" in log.read_text().lower() or "start" in log.read_text().lower(), log)

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(30) == 0


def test_the_nightly_work_ends_well(deployment):
    done = deployment.run("nightly")

    assert done.returncode == 0, done.stderr


def test_a_second_release_changes_nothing(deployment):
    before = psql(deployment.database_url, "SELECT count(*) FROM hub_cpvcode")

    assert deployment.run("release").returncode == 0

    assert psql(deployment.database_url, "SELECT count(*) FROM hub_cpvcode") == before


def test_a_backup_restores_into_an_empty_database(deployment, tmp_path):
    picture = deployment.folder / "var" / "media" / "pictures" / "one.txt"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text("a picture")
    archive = tmp_path / "hub.tar"
    copy = Deployment(tmp_path / "copy", make_database(), deployment.keys)

    backed_up = deployment.run("backup", archive)
    restored = copy.run("restore", archive)

    assert backed_up.returncode == 0, backed_up.stderr
    assert restored.returncode == 0, restored.stderr
    count = "SELECT count(*) FROM hub_cpvcode"
    assert psql(copy.database_url, count) == psql(deployment.database_url, count) != "0"
    assert (tmp_path / "copy/var/media/pictures/one.txt").read_text() == "a picture"


def test_a_restore_does_not_overwrite_a_database_unasked(deployment, tmp_path):
    archive = tmp_path / "hub.tar"
    deployment.run("backup", archive)

    refused = deployment.run("restore", archive)
    replaced = deployment.run("restore", archive, "--replace")

    assert refused.returncode == 1
    assert "not empty" in refused.stderr
    assert replaced.returncode == 0, replaced.stderr
    assert psql(deployment.database_url, "SELECT count(*) FROM hub_cpvcode") != "0"


def test_a_backup_that_fails_says_so_and_leaves_no_file(deployment, tmp_path):
    nowhere = deployment.environment["HUB_DATABASE_URL"] + "_that_is_not_there"

    failed = deployment.run("backup", tmp_path / "hub.tar", HUB_DATABASE_URL=nowhere)

    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert not (tmp_path / "hub.tar").exists()
