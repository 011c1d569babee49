"""What reaches up a floor where import-linter can't see it: relations by string, templates and their tags."""

import re

import pytest
from django.apps import apps

from tests.architecture.rooms import FLOOR, ROOMS, ROOT, modules_of, reaches_only_down, templates_of, told

REFERENCE = re.compile(r"""{%\s*(?:include|extends)\s+["'](\w+)/""")
LOADED = re.compile(r"""{%\s*load\s+(?:[\w\s]+\sfrom\s+)?([\w\s]+?)\s*%}""")
CATCH_ALL = {"core", "common", "utils", "util", "helpers", "misc", "base_utils", "shared"}


@pytest.mark.parametrize("room", ROOMS)
def test_model_relations_only_reach_down(room):
    upward = [
        f"{field} -> {field.related_model._meta.label}"
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.get_fields()
        if field.is_relation
        and field.concrete
        and field.related_model
        and field.related_model._meta.app_label in FLOOR
        and not reaches_only_down(room, field.related_model._meta.app_label)
    ]

    assert upward == []


@pytest.mark.parametrize("room", ROOMS)
def test_templates_only_reach_down(room):
    upward = [
        f"{told(path)} -> {target}"
        for path in templates_of(room)
        for target in REFERENCE.findall(path.read_text())
        if target in FLOOR and not reaches_only_down(room, target)
    ]

    assert upward == []


def rooms_by_tag_library() -> dict[str, str]:
    return {path.stem: room for room in ROOMS for path in (ROOT / room / "templatetags").glob("[!_]*.py")}


@pytest.mark.parametrize("room", ROOMS)
def test_templates_load_tags_only_from_below(room):
    owner = rooms_by_tag_library()
    upward = [
        f"{told(path)} loads {name} of {owner[name]}"
        for path in templates_of(room)
        for names in LOADED.findall(path.read_text())
        for name in names.split()
        if name in owner and not reaches_only_down(room, owner[name])
    ]

    assert upward == []


def test_no_module_is_a_drawer_for_everything():
    found = [
        told(path)
        for room in ROOMS
        for path in modules_of(room)
        if CATCH_ALL & {path.stem, *path.relative_to(ROOT).parts[:-1]}
    ]

    assert found == []
