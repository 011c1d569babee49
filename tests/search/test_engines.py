"""One set of tests for both engines: they must answer alike."""

import datetime
from dataclasses import replace

import pytest

from search.analysis.lexicon import Lexicon
from search.analysis.reading import read, read_beginning
from search.analysis.thesaurus import shipped
from search.engines import embedded_writing
from search.engines.embedded import EmbeddedEngine
from search.engines.interface import EngineUnavailable
from search.engines.prepared import prepare
from search.enums import Access, Sort
from search.queries.likeness import reading_of
from search.questions import Question, Viewer
from search.registry import Document, DocumentType

FACETS = ["kind", "node", "level", "theme"]


class Criterion(DocumentType):
    kind = "criterion"


class Course(DocumentType):
    kind = "course"
    weight = 0.8


def criterion(key, title, **fields):
    return Criterion(), Document(key=key, title={"nb": title}, **fields)


CONTENT = [
    criterion(
        "1",
        "Arbeidstøy skal tåle industrivask",
        identifier="TEX-004",
        summary={"nb": "Plagg skal tåle minst 50 vask ved 75 grader uten at farge endres."},
        codes=("18110000",),
        facets={"level": ["basic"], "theme": ["circular", "pollution"]},
        node_id=1,
        day=datetime.date(2026, 3, 1),
    ),
    criterion(
        "2",
        "Reparasjon av tekstiler i avtaleperioden",
        identifier="TEX-009",
        facets={"level": ["advanced"], "theme": ["circular"]},
        node_id=1,
        day=datetime.date(2026, 5, 1),
    ),
    criterion(
        "3",
        "Matavfall skal veies og rapporteres",
        identifier="MAT-002",
        codes=("55500000",),
        facets={"level": ["basic"], "theme": ["climate"]},
        node_id=1,
        day=datetime.date(2025, 1, 1),
    ),
    (
        Course(),
        Document(
            key="1",
            title={"nn": "Innkjøp av berekraftige tenester", "sv": "Upphandling av hållbara tjänster"},
            node_id=2,
            day=datetime.date(2027, 1, 15),
        ),
    ),
    (
        Course(),
        Document(
            key="2",
            title={"nb": "Hemmelig vask av tall"},
            node_id=2,
            access=Access.NODE,
            facets={"level": ["basic"]},
        ),
    ),
    (Course(), Document(key="3", title={"nb": "Vask for nettverket"}, node_id=2, access=Access.MEMBERS)),
]


@pytest.fixture
def ask(engine, index):
    lexicon = Lexicon()
    for _, document in CONTENT:
        for text in (*document.title.values(), *document.summary.values()):
            lexicon.add_text(text)
    engine.create(index, FACETS)
    with engine.writing(index) as writer:
        writer.put(prepare(document, kind, lexicon) for kind, document in CONTENT)

    def asked(text="", **fields):
        reading = read(text, lexicon=lexicon, thesaurus=shipped())
        return engine.find(index, Question(text=text, **fields), reading, FACETS)

    asked.lexicon = lexicon
    return asked


def keys(found):
    return [f"{source['kind']}:{source['key']}" for _, source in found.hits]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("vask", "criterion:1"),
        ("vaske arbeidsklær", "criterion:1"),
        ("arbeidstoey", "criterion:1"),
        ("arbeidstöy", "criterion:1"),
        ("industrivasken", "criterion:1"),
        ("industri vask", "criterion:1"),
        ("tex-4", "criterion:1"),
        ("TEX 004", "criterion:1"),
        ("18110000", "criterion:1"),
        ("1811", "criterion:1"),
        ("tekstil", "criterion:2"),
        ("reparere tekstil", "criterion:2"),
        ("avfall", "criterion:3"),
        ("mat avfall", "criterion:3"),
        ("matavfal", "criterion:3"),
        ("avfallet", "criterion:3"),
        ("bærekraftige tjenester", "course:1"),
        ("anskaffelser", "course:1"),
        ("hållbar upphandling", "course:1"),
    ],
)
def test_what_a_buyer_writes_finds_what_was_meant(ask, text, best):
    assert keys(ask(text))[:1] == [best]


def test_every_hit_is_counted_and_only_a_page_is_given(ask):
    found = ask("", page_size=2)
    assert found.total == 4
    assert len(found.hits) == 2
    assert len(ask("", page_size=2, page=2).hits) == 2
    assert ask("", page_size=2, page=3).hits == ()


def test_pages_hold_each_hit_once(ask):
    shown = [key for page in (1, 2, 3, 4) for key in keys(ask("", page_size=1, page=page))]
    assert sorted(shown) == ["course:1", "criterion:1", "criterion:2", "criterion:3"]


def test_a_facets_own_choice_does_not_shrink_its_counts(ask):
    found = ask("", facets={"level": ("basic",)})
    assert found.total == 2
    assert found.facets["level"] == {"basic": 2, "advanced": 1}
    assert found.facets["theme"] == {"circular": 1, "pollution": 1, "climate": 1}


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(ask):
    assert ask("", facets={"level": ("basic", "advanced")}).total == 3
    assert keys(ask("", facets={"level": ("basic",), "theme": ("circular",)})) == ["criterion:1"]


def test_an_unknown_value_finds_nothing_and_an_unknown_facet_is_left_out(ask):
    assert ask("", facets={"level": ("sublime",)}).total == 0
    assert ask("", facets={"level": ("sublime",)}).facets["level"] == {"basic": 2, "advanced": 1}


def test_what_is_left_out_is_counted_by_its_own_facet_and_comes_when_it_is_chosen(ask):
    left_out = {"level": ("advanced",)}
    found = ask("", left_out=left_out)
    assert sorted(keys(found)) == ["course:1", "criterion:1", "criterion:3"]
    assert found.facets["level"] == {"basic": 2, "advanced": 1}
    assert found.facets["theme"] == {"circular": 1, "pollution": 1, "climate": 1}
    assert keys(ask("", left_out=left_out, facets={"level": ("advanced",)})) == ["criterion:2"]


def test_kinds_narrow_hits_and_counts(ask):
    found = ask("", kinds=("criterion",))
    assert found.total == 3
    assert found.facets["kind"] == {"criterion": 3}


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.NEWEST, ["course:1", "criterion:2", "criterion:1", "criterion:3"]),
        (Sort.SOONEST, ["criterion:3", "criterion:1", "criterion:2", "course:1"]),
        (Sort.TITLE, ["criterion:1", "course:1", "criterion:3", "criterion:2"]),
    ],
)
def test_hits_come_in_the_order_asked_for(ask, sort, order):
    assert keys(ask("", sort=sort)) == order


def test_days_narrow_to_what_lies_between(ask):
    found = ask("", earliest=datetime.date(2026, 1, 1), latest=datetime.date(2026, 12, 31))
    assert sorted(keys(found)) == ["criterion:1", "criterion:2"]
    assert keys(ask("", latest=datetime.date(2025, 12, 31))) == ["criterion:3"]


@pytest.mark.parametrize(
    ("nodes", "total", "counts"),
    [((), 1, {"1": 1}), ((1,), 2, {"1": 1, "2": 1}), ((2,), 3, {"1": 1, "2": 2})],
)
def test_private_things_are_in_no_hit_and_no_count_for_others(ask, nodes, total, counts):
    found = ask("vask", viewer=Viewer(frozenset(nodes)))
    assert found.total == total == len(found.hits)
    assert found.facets["node"] == counts


def test_a_private_thing_is_not_found_by_choosing_its_facet(ask):
    found = ask("hemmelig", facets={"level": ("basic",), "node": ("2",)})
    assert (found.total, found.facets["level"], found.facets["node"]) == (0, {}, {})


def test_what_has_a_translation_is_found_in_the_readers_language(engine, index, ask):
    pair = [
        (Course(), Document(key=f"l{codes[0]}", title={codes[0]: "Dialogkonferanse"}, for_languages=codes))
        for codes in (("nb", "nn"), ("en",))
    ]
    with engine.writing(index) as writer:
        writer.put(prepare(document, kind, ask.lexicon) for kind, document in pair)
    assert keys(ask("dialogkonferanse", language="nb")) == ["course:lnb"]
    assert keys(ask("dialogkonferanse", language="en")) == ["course:len"]
    assert keys(ask("dialogkonferanse", language="nn")) == ["course:lnb"]
    assert keys(ask("dialogkonferanse", language="sv")) == []


def test_what_is_written_again_takes_the_place_of_what_was(ask, engine, index):
    again = Document(key="1", title={"nb": "Handsker"})
    with engine.writing(index) as writer:
        writer.put([prepare(again, Criterion(), ask.lexicon)])
    assert keys(ask("industrivask")) == []
    assert keys(ask("hanske")) == ["criterion:1"]
    assert engine.count(index) == len(CONTENT)


def test_what_is_taken_out_is_gone_and_taking_it_out_twice_is_no_error(ask, engine, index):
    for _ in range(2):
        with engine.writing(index) as writer:
            writer.remove(["criterion:1", "criterion:never"])
    assert keys(ask("industrivask")) == []
    assert engine.count(index) == len(CONTENT) - 1


def test_checksums_tell_every_document(ask, engine, index):
    checksums = dict(engine.checksums(index))
    expected = {one.id: one.checksum for one in (prepare(doc, kind, ask.lexicon) for kind, doc in CONTENT)}
    assert checksums == expected


def test_what_is_shown_is_found_before_the_writing_ends(engine, index, ask):
    with engine.writing(index) as writer:
        writer.put([prepare(Document(key="9", title={"nb": "Handsker"}), Criterion(), ask.lexicon)])
        assert keys(ask("hanske")) == []
        writer.show()
        assert keys(ask("hanske")) == ["criterion:9"]
        writer.remove(["criterion:9"])
    assert keys(ask("hanske")) == []


def test_one_may_write_while_the_engine_tidies_up(engine, index, ask):
    """With enough for tantivy to merge its small segments, and for that to take a moment."""
    text = {"nb": " ".join(f"ord{number}" for number in range(400))}
    first = prepare(Document(key="m", title={"nb": "Vott"}, body=text), Criterion(), ask.lexicon)
    with engine.writing(index) as writer:
        writer.put(replace(first, id=f"criterion:m{number}") for number in range(4000))
    with engine.writing(index) as writer:
        for number in range(8):
            writer.put([replace(first, id=f"criterion:n{number}")])
            writer.show()
        assert ask("vott").total == 4008
        while writer.tidying():
            pass
    assert ask("vott").total == engine.count(index) - len(CONTENT) == 4008


def test_a_merge_shows_by_its_files_and_nobody_waits_for_one_that_hangs(tmp_path, monkeypatch):
    engine = EmbeddedEngine(tmp_path)
    engine.create("hub-test", FACETS)
    with engine.writing("hub-test") as writer:
        for number in range(3):
            writer.put([prepare(Document(key=str(number), title={"nb": "Vott"}), Criterion(), Lexicon())])
            writer.show()
        begun = tmp_path / "hub-test" / f"{'0' * 32}.term"
        begun.touch()
        assert not writer.tidying(), "so few are not merged"
        monkeypatch.setattr(embedded_writing, "MERGED_FROM", 3)
        assert writer.tidying()
        monkeypatch.setattr(writer, "shown_at", writer.shown_at - embedded_writing.LONGEST_MERGE)
        assert not writer.tidying()
        writer.show()
        begun.unlink()
        assert not writer.tidying()


def test_an_index_that_is_not_there_is_said_to_be_unavailable(engine):
    with pytest.raises(EngineUnavailable):
        engine.find("hub-nowhere", Question(), read("", lexicon=Lexicon(), thesaurus=shipped()), [])


@pytest.mark.parametrize(
    "text", ["(((", '"""', "a AND OR", "*:*", "\\", "x" * 200, "'; DROP", "title:vask^9", "\ud800"]
)
def test_no_text_is_a_fault_or_a_query_of_the_engine(ask, text):
    assert ask(text).total in range(5)


def test_words_of_an_attached_file_count_less_than_those_of_the_thing_itself(engine, index, ask):
    pair = [
        criterion("a1", "Sengetøy", attached={"nb": "Sporingsbrikke " * 20}),
        criterion("a2", "Gardiner", body={"nb": "Plagg merkes med sporingsbrikke."}),
    ]
    with engine.writing(index) as writer:
        writer.put(prepare(document, kind, ask.lexicon) for kind, document in pair)
    assert keys(ask("sporingsbrikke")) == ["criterion:a2", "criterion:a1"]


def test_what_shares_the_rare_words_of_a_thing_is_like_it(engine, index, ask):
    source = {"title": {"nb": "Reparasjon av tekstiler"}, "summary": {}}
    reading = reading_of(source, "nb", ask.lexicon)
    found = engine.find(index, Question(kinds=("criterion",)), reading, [])
    assert keys(found)[0] == "criterion:2"
    assert "criterion:3" not in keys(found)


def test_what_is_private_is_like_nothing_for_others(engine, index, ask):
    reading = reading_of({"title": {"nb": "Hemmelig vask"}, "summary": {}}, "nb", ask.lexicon)

    def alike(*nodes):
        question = Question(viewer=Viewer(frozenset(nodes)))
        return set(keys(engine.find(index, question, reading, [])))

    assert alike(2) - alike(1) == {"course:2"}
    assert "course:3" not in alike()


def test_the_beginning_of_a_word_gives_nothing_private(engine, index, ask):
    reading = read_beginning("hemm", lexicon=ask.lexicon, thesaurus=shipped())
    assert "course:2" not in keys(engine.find(index, Question(), reading, []))
    member = Question(viewer=Viewer(frozenset([2])))
    assert keys(engine.find(index, member, reading, [])) == ["course:2"]


def test_its_own_things_come_first_on_a_nodes_site(engine, index, ask):
    twins = [
        (Course(), Document(key=f"t{node}", title={"nb": "Dialogkonferanse"}, node_id=node))
        for node in (7, 8)
    ]
    with engine.writing(index) as writer:
        writer.put(prepare(document, kind, ask.lexicon) for kind, document in twins)
    assert keys(ask("dialogkonferanse", node_id=8)) == ["course:t8", "course:t7"]
    assert keys(ask("dialogkonferanse", node_id=7)) == ["course:t7", "course:t8"]
