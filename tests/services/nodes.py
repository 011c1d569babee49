"""Nodes of Elasticsearch that a test or a benchmark starts for itself, and may kill."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
START = PROJECT / "tests" / "services" / "elasticsearch" / "start"
JARS = PROJECT / "var" / "services" / "elasticsearch"


def can_start() -> bool:
    """tests/services/up once brought the jars, and a Java that fits."""
    return (JARS / "built").exists()


class Node:
    def __init__(self, port: int, *settings: str, heap: str = "256m") -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                raise RuntimeError(
                    f"port {port} is in use, and what answers there would be taken for this node"
                )
        path = f"{PROJECT / '.venv' / 'bin'}:{os.environ['PATH']}"
        self.starting = subprocess.Popen(
            [START, JARS, str(port), *settings],
            env={**os.environ, "PATH": path, "ELASTICSEARCH_HEAP": heap},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait(self) -> None:
        _, said = self.starting.communicate(timeout=200)
        if self.starting.returncode:
            raise RuntimeError(said[-2000:])

    @property
    def process_id(self) -> int:
        return int((JARS / f"home-{self.port}" / "server.pid").read_text())

    def kill(self, with_signal: int = signal.SIGKILL) -> None:
        """Ends when the node is gone: what nobody waits for stays as a zombie without memory of its own."""
        process = Path(f"/proc/{self.process_id}")
        try:
            os.kill(self.process_id, with_signal)
            while (process / "statm").read_text() != "0 0 0 0 0 0 0\n":
                time.sleep(0.05)
        except (ProcessLookupError, FileNotFoundError):
            pass

    def stop(self) -> None:
        self.kill(signal.SIGTERM)


def start_cluster(ports: list[int], *, name: str, data: Path) -> list[Node]:
    """One cluster, ready when this returns, whose data nobody finds again."""
    seeds = ",".join(f"127.0.0.1:{port + 100}" for port in ports)
    masters = ",".join(f"node-{port}" for port in ports)
    nodes = [
        Node(
            port,
            f"cluster.name={name}",
            f"discovery.seed_hosts={seeds}",
            f"cluster.initial_master_nodes={masters}",
            f"path.data={data / str(port)}",
        )
        for port in ports
    ]
    try:
        for node in nodes:
            node.wait()
    except RuntimeError:
        for node in nodes:
            node.stop()
        raise
    return nodes
