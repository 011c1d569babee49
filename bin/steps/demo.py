"""`make demo`: everything from a clone to a hub that answers."""

import errno
import os
import socket

from bin.steps import database, environment, frontend, messages
from bin.steps.console import Failure
from bin.steps.server import serve

ADDRESSES = [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]


def run() -> None:
    port = chosen_port()
    hosts = free_addresses(port)
    os.environ["HUB_PORT"] = str(port)
    environment.install("runtime")
    frontend.build()
    messages.compile_all()
    database.collect_static()
    database.migrate()
    database.load_demonstration()
    serve(port, hosts)


def chosen_port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Failure(f"PORT={text} is not a port: choose a number from 1024 to 65535.")
    return int(text)


def free_addresses(port: int) -> list[str]:
    """The loopback addresses to listen on: browsers try both for a name that ends in localhost."""
    hosts = []
    for family, host in ADDRESSES:
        try:
            with socket.socket(family, socket.SOCK_STREAM) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, port))
        except PermissionError:
            raise Failure(f"Port {port} is not yours to use: choose one above 1023.") from None
        except OSError as error:
            if family == socket.AF_INET or error.errno == errno.EADDRINUSE:
                raise Failure(
                    f"Port {port} is in use: stop what uses it, or choose another: make demo PORT={port + 1}"
                ) from None
            continue  # this machine has no IPv6
        hosts.append(host if family == socket.AF_INET else f"[{host}]")
    return hosts
