"""Templates keep the content security policy of the public pages: no style or script inside a page."""

import re

import pytest

from tests.architecture.rooms import ROOMS, templates_of, told

STYLE = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)", re.IGNORECASE)
HANDLER = re.compile(
    r"<[^>]+\son(?:click|change|submit|load|input|key\w+|mouse\w+|focus|blur)\s*=", re.IGNORECASE
)
JAVASCRIPT = re.compile(r"""(?:href|action|src)\s*=\s*["']javascript:""", re.IGNORECASE)
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}|{#.*?#}", re.DOTALL)

# A mail has no style sheet, and the admin isn't under the policy.
ELSEWHERE = ("/mail/", "/admin/", "/wagtailadmin/", "/editing/")


def public_templates(room):
    return [path for path in templates_of(room) if not any(part in str(path) for part in ELSEWHERE)]


@pytest.mark.parametrize(
    "fault", [STYLE, SCRIPT, HANDLER, JAVASCRIPT], ids=["style", "script", "on…", "javascript:"]
)
@pytest.mark.parametrize("room", ROOMS)
def test_no_style_or_script_stands_inside_a_page(room, fault):
    found = [told(path) for path in public_templates(room) if fault.search(COMMENT.sub("", path.read_text()))]

    assert found == []
