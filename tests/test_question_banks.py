"""The banks that come with quizengine are sound: no finding, every key earns full marks, evidence word for word."""

from pathlib import Path

import pytest

from quizengine import Engine, start
from quizengine.system.files import read_article
from quizengine.testing import check_question

ROOT = Path(__file__).parents[1]
BANKS = sorted((ROOT / "question_banks").glob("*.yaml"))
SEVEN = {"choice", "true_false", "numeric", "short_text", "cloze", "matching", "ordering"}


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The engine with what is shipped."""
    return start()


@pytest.fixture(params=BANKS, ids=lambda path: path.stem)
def bank(request: pytest.FixtureRequest) -> Path:
    """One bank file after the other."""
    path: Path = request.param
    return path


def test_there_is_a_bank_on_a_school_subject() -> None:
    assert "photosynthesis" in [path.stem for path in BANKS]


def test_a_bank_reads_without_a_finding(engine: Engine, bank: Path) -> None:
    assert [str(finding) for finding in engine.read_bank(bank).findings] == []


def test_every_question_is_fair_and_teaches(engine: Engine, bank: Path) -> None:
    found = engine.read_bank(bank).quiz.questions
    assert found
    for question in found:
        check_question(question)
        assert question.rationale, question.stem
        assert question.tags, question.stem


def test_no_check_finds_anything(engine: Engine, bank: Path) -> None:
    quiz = engine.read_bank(bank).quiz
    article = read_article(ROOT / quiz.article.file) if quiz.article else None
    found = [
        (question.stem, check.name, words)
        for question in quiz.questions
        for check in engine.registry.checks.values()
        for words in check.look(question, article)
    ]
    assert found == []


def test_evidence_stands_in_the_article_of_the_bank(engine: Engine, bank: Path) -> None:
    quiz = engine.read_bank(bank).quiz
    evidence = [question.evidence for question in quiz.questions if question.evidence]
    if not quiz.article:
        assert evidence == []
        return
    article = read_article(ROOT / quiz.article.file)
    assert article.sha256 == quiz.article.sha256
    assert len(evidence) > 0
    assert all(one.holds_in(article) for one in evidence)


def test_every_bank_says_what_it_is(engine: Engine, bank: Path) -> None:
    assert engine.read_bank(bank).quiz.description


def test_the_photosynthesis_bank_uses_every_question_type(engine: Engine) -> None:
    quiz = engine.read_bank(ROOT / "question_banks" / "photosynthesis.yaml").quiz
    assert len(quiz.questions) == 15
    assert {question.type for question in quiz.questions} == SEVEN
    assert quiz.description.endswith("CC0.")
