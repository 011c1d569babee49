"""A message of ours without a good translation stops the check."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BIN = Path(__file__).resolve().parents[2] / "bin"
PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext

title = _("Sign me up")
count = ngettext("%(count)s seat", "%(count)s seats", 2)
month = pgettext("month name", "May")
"""
TEMPLATE = """{% load i18n %}
<div>
    <h1>{% translate "Coming courses" %}</h1>
  <p title="{% translate 'Seats' context 'places' %}">{% blocktranslate count n=seats trimmed %}
    {{ n }} course
  {% plural %}
    {{ n }} courses
  {% endblocktranslate %}</p>
</div>
"""
TRANSLATIONS = {
    "Sign me up": "Meld meg på",
    "May": "mai",
    "Coming courses": "Kommende kurs",
    "Seats": "Plasser",
}


@pytest.fixture
def project(tmp_path):
    (tmp_path / "bin").mkdir()
    shutil.copy(BIN / "translations.py", tmp_path / "bin")
    room = tmp_path / "courses"
    (room / "templates" / "courses").mkdir(parents=True)
    (room / "views.py").write_text(PYTHON)
    (room / "templates" / "courses" / "list.html").write_text(TEMPLATE)
    return tmp_path


def run(project, command):
    arguments = [sys.executable, project / "bin" / "translations.py", command, "courses"]
    return subprocess.run(arguments, capture_output=True, text=True, timeout=60)


def po(project, language):
    return project / "courses" / "locale" / language / "LC_MESSAGES" / "django.po"


def translate_all(project):
    for language in ("nb", "nn", "sv"):
        lines, wanted = [], ""
        for line in po(project, language).read_text().splitlines():
            if line.startswith("msgid "):
                wanted = line.removeprefix("msgid ").strip('"')
            if line == 'msgstr ""' and wanted:
                line = f'msgstr "{TRANSLATIONS[wanted]}"'
            if line.startswith("msgstr["):
                name = "count" if "seat" in wanted else "n"
                line = line.replace('""', f'"%({name})s stykker"')
            lines.append(line)
        po(project, language).write_text("\n".join(lines) + "\n")


def test_messages_of_code_and_templates_are_collected_for_each_language(project):
    assert run(project, "collect").returncode == 0

    text = po(project, "nn").read_text()
    for message in ("Sign me up", "%(count)s seats", "Coming courses", "Seats", "%(n)s courses"):
        assert f'"{message}"' in text
    assert 'msgctxt "month name"' in text


def test_an_untranslated_message_is_told_with_its_place(project):
    run(project, "collect")

    checked = run(project, "check")

    assert checked.returncode == 1
    assert "courses nn: empty: 'Sign me up' (courses/views.py)" in checked.stdout
    assert "'Coming courses' (courses/templates/courses/list.html)" in checked.stdout


def test_translated_messages_pass_and_collecting_again_changes_nothing(project):
    run(project, "collect")
    translate_all(project)
    before = po(project, "sv").read_text()
    run(project, "collect")

    checked = run(project, "check")

    assert checked.returncode == 0, checked.stdout
    assert po(project, "sv").read_text() == before


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ('msgid "Sign me up"', '#, fuzzy\nmsgid "Sign me up"', "fuzzy"),
        ('msgid "Sign me up"', 'msgid "Sign me out"', "missing"),
        ('msgstr "Meld meg på"', 'msgstr ""', "empty"),
        ('msgstr[1] "%(count)s stykker"', 'msgstr[1] "stykker %(number)s"', "placeholder"),
    ],
)
def test_a_bad_translation_is_told(project, good, bad, fault):
    run(project, "collect")
    translate_all(project)
    path = po(project, "nn")
    assert good in path.read_text()
    path.write_text(path.read_text().replace(good, bad))

    checked = run(project, "check")

    assert checked.returncode == 1
    assert fault in checked.stdout
    assert len(checked.stdout.splitlines()) == 2
