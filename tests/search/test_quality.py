"""How well both engines answer what buyers ask, measured on judged questions."""

import pytest

from search.analysis.thesaurus import shipped
from search.engines.embedded import EmbeddedEngine
from search.engines.prepared import prepare
from search.queries.finding import read_and_find
from search.queries.indexes import LiveIndex
from search.questions import Question
from tests.search.judgements import Judged, criteria, judged_questions, lexicon_of, quality

# What the embedded engine reached when this was written; less is a step back to explain.
NDCG10, RECIPROCAL_RANK, MISSED3 = 0.95, 0.97, 0.01
ALIKE = 0.01


def asking(engine, index):
    documents = list(criteria())
    lexicon = lexicon_of(documents)
    engine.create(index, [])
    with engine.writing(index) as writer:
        writer.put(prepare(document, Judged(), lexicon) for document in documents)

    class Index(LiveIndex):
        @property
        def lexicon(self):
            return lexicon

    def asked(text, language):
        question = Question(text=text, language=language)
        _, found = read_and_find(engine, Index(0, index), question, (), shipped())
        return [source["identifier"] for _, source in found.hits]

    return asked


def test_there_are_questions_in_every_language_about_criteria_that_exist():
    questions = judged_questions()
    known = {document.identifier for document in criteria()}
    assert len(questions) >= 120
    assert {question.language for question in questions} == {"nb", "nn", "sv", "en"}
    assert {name for question in questions for name in question.worth} <= known


def test_buyers_find_what_they_want_first(engine, index):
    reached = quality(asking(engine, index), judged_questions())
    assert reached.ndcg10 >= NDCG10
    assert reached.reciprocal_rank >= RECIPROCAL_RANK
    assert reached.missed3 <= MISSED3


@pytest.mark.services("elasticsearch")
def test_both_engines_are_equally_good(engine, index, tmp_path):
    here = quality(asking(EmbeddedEngine(tmp_path / "other"), index), judged_questions())
    there = quality(asking(engine, index), judged_questions())
    assert abs(here.ndcg10 - there.ndcg10) <= ALIKE
