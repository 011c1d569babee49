"""Criteria out to a workbook and in again, and every way in which a workbook can be wrong."""

import datetime
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from criteria_library.enums import ImportState, RelationKind, Status
from criteria_library.models import Criterion, CriterionText, KnownProblem, Relation, SpreadsheetImport
from criteria_library.queries.drafts import as_written
from criteria_library.services.spreadsheets.columns import SHEETS
from criteria_library.services.spreadsheets.imports import (
    NotReady,
    ask_to_write,
    take_workbook,
    try_import,
    write_import,
)
from criteria_library.services.spreadsheets.opening import BadWorkbook
from criteria_library.services.spreadsheets.writing import write_workbook
from hub.enums import Role
from hub.models import AuditEntry, ProductGroup
from tests.factories.criteria_library import add_text, make_criterion, make_draft
from tests.factories.hub import GoalFactory, ThemeFactory, UserFactory, make_member, make_product_group
from tests.factories.packages import package_that_does_not_unpack, said_to_be_encrypted, with_part

pytestmark = pytest.mark.django_db

ADD = "/admin/snippets/criteria_library/spreadsheetimport/add/"
NOW = datetime.datetime(2026, 11, 16, 12, tzinfo=datetime.UTC)


def exported(criteria=None) -> io.BytesIO:
    file = io.BytesIO()
    write_workbook(Criterion.objects.all() if criteria is None else criteria, file)
    file.seek(0)
    return file


def tried(file, *, by=None) -> SpreadsheetImport:
    taken = take_workbook(file=file, name="krav.xlsx", by=by, language="nb", at=NOW)
    return try_import(taken)


def brought_in(file, *, by=None) -> SpreadsheetImport:
    ready = tried(file, by=by)
    assert ready.state == ImportState.RIGHT, (ready.fault, ready.faults)
    return write_import(ask_to_write(pk=ready.pk, by=by), by=by)


def edited(file, change) -> io.BytesIO:
    """The file as somebody saves it from Excel after a change."""
    workbook = load_workbook(file)
    change(workbook)
    saved = io.BytesIO()
    workbook.save(saved)
    saved.seek(0)
    return saved


def put(sheet, row, heading, value):
    def change(workbook):
        cells = workbook[sheet]
        cells.cell(row, SHEETS[sheet].index(heading) + 1).value = value

    return change


def faults_of(file) -> list[tuple]:
    return [tuple(fault) for fault in tried(file).faults]


def everything(criterion) -> dict:
    """All that the working copy says."""
    written = as_written(Criterion.objects.get(pk=criterion.pk))
    names = (
        "owner_role",
        "level",
        "effort_buyer",
        "market",
        "change_note",
        "next_review_date",
        *Criterion.CODES,
    )
    return {
        **{name: getattr(written, name) for name in names},
        "uses": written.uses,
        "texts": {text.language: (text.state, text.texts()) for text in written.texts.all()},
        "problems": [(row.noted_date, row.solved_date, row.text) for row in written.known_problems.all()],
        "relations": sorted((row.kind, row.other.identifier) for row in written.relations.all()),
        "groups": sorted(row.code for row in written.product_groups.all()),
        "themes": sorted(row.code for row in written.themes.all()),
        "goals": sorted(row.number for row in written.goals.all()),
    }


@pytest.fixture
def full():
    """A criterion with something in every field."""
    theme, goal = ThemeFactory(code="circular-economy"), GoalFactory(number=12)
    criterion = make_draft(
        "TEX-004",
        themes=[theme],
        goals=[goal],
        as_award=True,
        texts={
            "requirement": "= ikke en formel\n\n| A | B |\n| 1 | [antall] |",
            "award_wording": "**Flere** vask gir poeng.",
        },
        environmental_impacts=["circ-econ", "clim-mitig"],
        social_objectives=["work-cond"],
        change_note="Ny metode.",
        next_review_date=datetime.date(2027, 3, 1),
    )
    add_text(criterion, "sv", state="machine", title="Arbetskläder ska tåla tvätt")
    KnownProblem.objects.create(
        criterion=criterion, noted_date=datetime.date(2026, 5, 4), text="Metoden er trukket."
    )
    other = make_draft("TEX-005")
    Relation.objects.create(criterion=criterion, other=other, kind=RelationKind.INCLUDES)
    return criterion


def test_what_goes_out_comes_in_again_without_loss(full):
    before, file = everything(full), exported()
    for model in (Relation, KnownProblem, CriterionText, Criterion):
        model.objects.all().delete()

    outcome = brought_in(file).outcome

    assert outcome == {"new": 2, "changed": 0, "same": 0}
    assert everything(Criterion.objects.get(identifier="TEX-004")) == before


def test_a_file_that_says_nothing_new_changes_nothing(full):
    assert brought_in(exported()).outcome == {"new": 0, "changed": 0, "same": 2}
    assert full.latest_revision is None


def test_a_text_longer_than_a_cell_comes_in_whole(full):
    long = "Et langt krav. " * 5000
    CriterionText.objects.filter(criterion=full, language="nb").update(requirement=long.strip())
    file = exported()
    CriterionText.objects.filter(criterion=full, language="nb").update(requirement="Kort.")

    brought_in(file)

    assert everything(full)["texts"]["nb"][1]["requirement"] == long.strip()


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=60)
TEXT = st.lists(WORDS, max_size=5).map(lambda lines: "\n".join(lines).strip())
NEVER_EMPTY = TEXT.map(lambda text: text or "Krav")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    # To make a failing example small takes minutes here, and it is readable as it is.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(
    texts=st.fixed_dictionaries(
        {
            **dict.fromkeys(("requirement", "documentation", "rationale"), NEVER_EMPTY),
            **dict.fromkeys(("follow_up", "weighting", "legal_basis", "sources", "clause_wording"), TEXT),
        }
    ),
    note=TEXT,
    problem=NEVER_EMPTY,
    solved=st.none() | st.dates(datetime.date(2026, 6, 1), datetime.date(2030, 1, 1)),
)
def test_any_text_goes_round_without_loss(full, texts, note, problem, solved):
    # As it is in the database, whatever the example before this one left behind.
    Criterion.objects.filter(pk=full.pk).update(change_note=note, has_unpublished_changes=False)
    CriterionText.objects.filter(criterion=full, language="nb").update(**texts)
    KnownProblem.objects.filter(criterion=full).update(text=problem, solved_date=solved)
    before, file = everything(full), exported()
    CriterionText.objects.filter(criterion=full).update(requirement="Noe annet", sources="")
    Criterion.objects.filter(pk=full.pk).update(change_note="Noe annet", level="advanced")
    KnownProblem.objects.filter(criterion=full).delete()

    assert brought_in(file).outcome["changed"] == 1

    assert everything(full) == before


def test_a_change_to_a_published_criterion_waits_for_approval(client_on, nordland):
    criterion, editor = make_criterion("TEX-004"), UserFactory()

    brought_in(edited(exported(), put("Tekster", 2, "krav", "Minst 80 vask.")), by=editor)

    assert "Minst 80 vask." not in client_on(nordland).get("/kriterier/TEX-004/").text
    assert everything(criterion)["texts"]["nb"][1]["requirement"] == "Minst 80 vask."
    draft = criterion.drafts.get(version=None)
    assert draft.author == editor
    assert AuditEntry.objects.filter(action="criteria.imported", actor_public_id=editor.public_id).exists()


def test_a_new_criterion_is_a_draft_that_nobody_reads(client_on, nordland):
    make_draft("TEX-004")
    file = exported()
    Criterion.objects.get().texts.all().delete()
    Criterion.objects.all().delete()

    brought_in(file)

    assert Criterion.objects.get(identifier="TEX-004").status == Status.DRAFT
    assert client_on(nordland).get("/kriterier/TEX-004/").status_code == 404


@pytest.mark.parametrize(
    ("sheet", "heading", "value", "told"),
    [
        ("Kriterier", "krav-ID", "tekstil 4", "Skriv to til fem store bokstaver"),
        ("Kriterier", "nivå", "høyt", "Vi kjenner ikke «høyt»"),
        ("Kriterier", "bruk", "tildeling", "Vi kjenner ikke «tildeling»"),
        ("Kriterier", "bruk", None, "Velg minst én bruk"),
        ("Kriterier", "produktgrupper", "finnes-ikke", "Vi kjenner ikke «finnes-ikke»"),
        ("Kriterier", "inkluderer", "TEX-999", "Vi kjenner ikke «TEX-999»"),
        ("Kriterier", "inkluderer", "TEX-004", "seg selv"),
        ("Kriterier", "miljøpåvirkning (BT-774)", "grønt", "grønt"),
        ("Kriterier", "neste vurdering", "snart", "«snart» er ingen dag"),
        ("Kriterier", "eier (rolle)", None, "ikke være blankt"),
        ("Kriterier", "originalspråk", "en", "ingen tekst på dette språket"),
        ("Kriterier", "innsats for innkjøper", 9, "Vi kjenner ikke «9»"),
        ("Tekster", "tittel", "=A1&B1", "formel"),
        ("Tekster", "språk", "tysk", "Vi kjenner ikke «tysk»"),
        ("Tekster", "krav-ID", "TEX-998", "har ingen rad i arket"),
        ("Tekster", "tittel", "x" * 5000, "160"),
        ("Kjente problemer", "notert", "i går", "er ingen dag"),
        ("Kjente problemer", "løst", "2020-01-01", "før"),
    ],
)
def test_what_is_wrong_is_told_by_row_column_and_reason(full, sheet, heading, value, told):
    faults = faults_of(edited(exported(), put(sheet, 2, heading, value)))

    assert (sheet, 2, heading) in [fault[:3] for fault in faults], faults
    assert any(told in fault[3] for fault in faults if fault[2] == heading), faults


def test_every_fault_is_told_at_once_and_nothing_is_written(full):
    def spoil(workbook):
        put("Kriterier", 2, "nivå", "høyt")(workbook)
        put("Kriterier", 3, "marked", "stort")(workbook)
        put("Tekster", 3, "tilstand", "ferdig")(workbook)
        put("Tekster", 2, "krav", "Skal ikke skrives.")(workbook)

    before = everything(full)
    ready = tried(edited(exported(), spoil))

    assert ready.state == ImportState.WRONG
    assert [(sheet, row) for sheet, row, _column, _reason in ready.faults] == [
        ("Kriterier", 2),
        ("Kriterier", 3),
        ("Tekster", 3),
    ]
    assert everything(full) == before
    with pytest.raises(NotReady):
        ask_to_write(pk=ready.pk, by=None)


def test_levels_that_include_each_other_in_a_circle_are_refused(full):
    faults = faults_of(edited(exported(), put("Kriterier", 3, "inkluderer", "TEX-004")))

    assert ("Kriterier", 2, "inkluderer") in [fault[:3] for fault in faults]
    assert any("TEX-004 → TEX-005 → TEX-004" in fault[3] for fault in faults)


def test_the_same_criterion_twice_is_refused(full):
    def repeat(workbook):
        workbook["Kriterier"].append([cell.value for cell in workbook["Kriterier"][2]])

    assert faults_of(edited(exported(), repeat))[0][:3] == ("Kriterier", 4, "krav-ID")


def test_a_withdrawn_criterion_stays_as_it_was(full):
    Criterion.objects.filter(pk=make_criterion("TEX-009").pk).update(
        status=Status.WITHDRAWN, withdrawn_date=datetime.date(2026, 1, 1), withdrawn_reason="Utgått."
    )

    assert brought_in(exported()).outcome["changed"] == 0
    changed = edited(exported(), put("Kriterier", 4, "nivå", "advanced"))
    assert any("trukket tilbake" in fault[3] for fault in faults_of(changed))


def test_a_cell_is_told_of_once(full):
    told = faults_of(edited(exported(), put("Tekster", 2, "tittel", "=A1")))

    assert [fault[:3] for fault in told] == [("Tekster", 2, "tittel")]


def lock(criterion, *, by):
    Criterion.objects.filter(pk=criterion.pk).update(locked=True, locked_by=by)


def test_a_draft_that_another_holds_locked_is_a_fault_of_its_row_with_who_and_what_to_do(full, national):
    lock(full, by=make_member(national, Role.CRITERIA_EDITOR))

    assert brought_in(exported(), by=UserFactory()).outcome["same"] == 2, "as it is, it passes"
    ((sheet, row, column, reason),) = faults_of(edited(exported(), put("Kriterier", 2, "nivå", "advanced")))

    assert (sheet, row, column) == ("Kriterier", 2, "krav-ID")
    assert "låst av noen som skriver i det (kriterieredaktør)" in reason
    assert "be en godkjenner" in reason


def test_who_locked_a_draft_brings_it_in_and_a_lock_between_trying_and_writing_holds(full, national):
    one, other = (make_member(national, Role.CRITERIA_EDITOR) for _ in range(2))
    changed = edited(exported(), put("Kriterier", 2, "nivå", "advanced"))
    ready = tried(changed, by=one)
    lock(full, by=other)

    refused = write_import(ask_to_write(pk=ready.pk, by=one), by=one)

    assert refused.state == ImportState.WRONG
    assert as_written(Criterion.objects.get(pk=full.pk)).level == full.level
    changed.seek(0)
    assert brought_in(changed, by=other).outcome["changed"] == 1


def only_sheet(name):
    workbook = Workbook()
    workbook.active.title = name
    return workbook


def saved(workbook) -> io.BytesIO:
    file = io.BytesIO()
    workbook.save(file)
    file.seek(0)
    return file


def refusal(file) -> str:
    with pytest.raises(BadWorkbook) as refused:
        take_workbook(file=file, name="krav.xlsx", by=None, language="nb", at=NOW)
    return str(refused.value)


def test_a_workbook_with_the_wrong_sheets_says_which_are_missing():
    told = refusal(saved(only_sheet("Ark1")))

    assert "Kriterier" in told
    assert "Ark1" in told


def test_merged_cells_are_refused_with_where_they_are(full):
    told = refusal(edited(exported(), lambda workbook: workbook["Kriterier"].merge_cells("A2:B2")))

    assert "A2:B2" in told


def test_a_heading_that_is_gone_is_named(full):
    ready = tried(edited(exported(), put("Tekster", 1, "krav", "kravtekst")))

    assert "krav" in ready.fault
    assert "Tekster" in ready.fault


@pytest.mark.parametrize(
    "content", [b"", b"krav;tittel\n1;2\n", b"PK\x03\x04 ikke en pakke", b"\xd0\xcf\x11\xe0" * 400]
)
def test_what_is_no_workbook_is_refused(content):
    assert "Lagre den som en Excel-arbeidsbok" in refusal(io.BytesIO(content))


def test_fifty_megabytes_are_refused_before_they_are_read():
    assert "50 MB" in refusal(io.BytesIO(bytes(50 * 1024 * 1024)))


def test_a_file_that_unpacks_to_gigabytes_is_refused_without_unpacking_it():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        for number in range(5):
            parts.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * (100 * 1024 * 1024))
    assert len(bomb.getvalue()) < 1024 * 1024
    bomb.seek(0)

    assert "pakker seg ut" in refusal(bomb)


def test_a_damaged_file_says_so(full):
    whole = exported().getvalue()
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        contents = {name: parts.read(name) for name in parts.namelist()}
    contents["xl/worksheets/sheet1.xml"] = contents["xl/worksheets/sheet1.xml"][:-400]
    damaged = io.BytesIO()
    with zipfile.ZipFile(damaged, "w") as parts:
        for name, content in contents.items():
            parts.writestr(name, content)
    damaged.seek(0)

    assert "Lagre den som en Excel-arbeidsbok" in refusal(damaged)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [b"", b"<a", b"\xff\xfe\x00"])
def test_a_workbook_whose_parts_are_not_what_they_should_be_is_refused(full, part, content):
    broken = with_part(exported().getvalue(), part, content)

    assert "Lagre den som en Excel-arbeidsbok" in refusal(io.BytesIO(broken))


def test_a_package_that_asks_for_a_password_or_does_not_unpack_is_refused(full):
    asks = said_to_be_encrypted(exported().getvalue())
    broken = package_that_does_not_unpack("xl/worksheets/sheet1.xml")

    for content in (asks, broken):
        assert "Lagre den som en Excel-arbeidsbok" in refusal(io.BytesIO(content))


def test_an_export_costs_the_same_number_of_queries_however_many_there_are(django_assert_num_queries):
    group = ProductGroup.objects.first() or make_product_group()
    make_draft("TEX-001", groups=[group])
    with django_assert_num_queries(7):
        exported()
    make_draft("TEX-002", groups=[group])
    make_draft("TEX-003", groups=[group])
    with django_assert_num_queries(7):
        exported()


@pytest.fixture
def editor(national, client_on):
    return client_on(national, make_member(national, Role.CRITERIA_EDITOR))


@pytest.fixture
def sent_on(editor, django_capture_on_commit_callbacks):
    """Posts, lets the job do its work, and answers the page that follows."""

    def post(address, data=None):
        with django_capture_on_commit_callbacks(execute=True):
            answer = editor.post(address, data or {})
        return answer.url, editor.get(answer.url).text

    return post


def test_an_editor_takes_a_workbook_out_changes_it_and_brings_it_in(editor, full, sent_on):
    home = "wagtailsnippets_criteria_library_criterion"
    out = editor.get(reverse(f"{home}:workbook"))
    changed = edited(io.BytesIO(out.getvalue()), put("Tekster", 2, "krav", "Minst 80 vask."))
    assert reverse(f"{home}:workbook") in editor.get(reverse(f"{home}:list")).text

    address, page = sent_on(ADD, {"file": SimpleUploadedFile("krav.xlsx", changed.getvalue())})
    assert "Alle rader er riktige: 2 kriterier" in page
    assert everything(full)["texts"]["nb"][1]["requirement"] != "Minst 80 vask."
    _address, written = sent_on(address)

    assert "0 nye, 1 endret, 1 som før" in written
    assert everything(full)["texts"]["nb"][1]["requirement"] == "Minst 80 vask."


def test_a_bad_file_is_refused_on_the_page_with_what_to_do(editor):
    sent = editor.post(ADD, {"file": SimpleUploadedFile("krav.xlsx", b"krav;tittel")})

    assert "Lagre den som en Excel-arbeidsbok" in sent.text
    assert not SpreadsheetImport.objects.exists()


def test_the_faults_of_a_file_stand_in_a_table_on_its_page(full, sent_on):
    wrong = edited(exported(), put("Kriterier", 2, "nivå", "<b>høyt</b>"))

    _address, page = sent_on(ADD, {"file": SimpleUploadedFile("krav.xlsx", wrong.getvalue())})

    assert "1 celle er feil. Ingenting er skrevet inn." in page
    assert "&lt;b&gt;høyt&lt;/b&gt;" in page


def test_the_command_tries_and_writes_the_same(full, tmp_path, capsys):
    file = tmp_path / "krav.xlsx"
    call_command("export_criteria", str(file))
    file.write_bytes(edited(io.BytesIO(file.read_bytes()), put("Kriterier", 2, "nivå", "høyt")).getvalue())
    with pytest.raises(CommandError, match="1 faults"):
        call_command("import_criteria", str(file), write=True)
    assert "Kriterier, 2, nivå" in capsys.readouterr().err

    call_command("export_criteria", str(file))
    call_command("import_criteria", str(file), write=True)

    assert "0 new, 0 changed, 2 as they were" in capsys.readouterr().out
