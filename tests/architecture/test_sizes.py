"""Sizes are looked at, not forced: this prints what has grown, and stops only what nobody can read."""

import ast

from tests.architecture.rooms import ROOMS, modules_of, templates_of, told

MODULE, FUNCTION, TEMPLATE = 250, 25, 80
NOBODY_READS = {"module": 400, "function": 60, "template": 160}


def lengths():
    for room in ROOMS:
        for path in modules_of(room):
            text = path.read_text()
            yield "module", told(path), text.count("\n"), MODULE
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    length = node.end_lineno - node.lineno + 1
                    yield "function", f"{told(path)}:{node.lineno} {node.name}", length, FUNCTION
        for path in templates_of(room):
            yield "template", told(path), path.read_text().count("\n"), TEMPLATE


def test_nothing_has_grown_past_reading():
    grown = sorted((row for row in lengths() if row[2] > row[3]), key=lambda row: -row[2])
    print("\n".join(f"{length:5} {kind:9} {name}" for kind, name, length, _aim in grown))  # noqa: T201

    assert [row[:3] for row in grown if row[2] > NOBODY_READS[row[0]]] == []
