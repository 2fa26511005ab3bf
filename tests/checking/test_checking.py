"""A bank is held against its own article, wherever that lies, and against every check."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizengine import Article, BankError, start
from quizengine.checking import check_bank
from quizengine.engine import Engine

ARTICLE = "Rain\n\nIt rained for 3 days. The river rose by 20 feet.\n"
BANK = """\
format: quizengine/1
title: Rain
article:
  title: Rain
  file: seeds/rain.txt
  sha256: {sha256}
questions:
  - type: short_text
    stem: For how long did the rain go on?
    answer: three days
    evidence: {{start: 6, end: 27, quote: It rained for 3 days.}}
  - type: short_text
    stem: Who measured the river?
    answer: nobody
    evidence: {{start: 28, end: 40, quote: The sea rose.}}
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The engine with one check, so that a test knows what may be found."""
    engine = start()
    one = {"evidence-matches": engine.registry.checks["evidence-matches"]}
    return replace(engine, registry=replace(engine.registry, checks=one))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a bank on an article that lies in its seeds."""
    for name in ("seeds", "question_banks"):
        (tmp_path / name).mkdir()
    (tmp_path / "seeds" / "rain.txt").write_text(ARTICLE)
    text = BANK.format(sha256=Article(ARTICLE).sha256)
    (tmp_path / "question_banks" / "rain.yaml").write_text(text)
    return tmp_path


def told(engine: Engine, bank: Path) -> list[str]:
    return [str(finding).replace(f"{bank}:", "") for finding in check_bank(engine, bank)[1]]


def test_evidence_that_the_article_does_not_hold_is_found_at_its_question(engine: Engine, folder: Path) -> None:
    bank = folder / "question_banks" / "rain.yaml"
    quiz, [finding] = check_bank(engine, bank)
    assert len(quiz.questions) == 2 and (finding.file, finding.line) == (str(bank), 12)
    assert "“The river ro” at 28:40, the evidence says “The sea rose.”" in finding.message


def test_an_article_that_was_changed_is_found(engine: Engine, folder: Path) -> None:
    (folder / "seeds" / "rain.txt").write_text(ARTICLE.replace("3", "4"))
    [words] = told(engine, folder / "question_banks" / "rain.yaml")
    assert "article.sha256" in words and "seeds/rain.txt is not the article that this bank was made from" in words


def test_an_article_that_is_not_there_is_a_warning(engine: Engine, folder: Path) -> None:
    (folder / "seeds" / "rain.txt").unlink()
    [finding] = check_bank(engine, folder / "question_banks" / "rain.yaml")[1]
    assert finding.level == "warning" and "found no file seeds/rain.txt; the evidence was not checked" in str(finding)


def test_another_article_of_the_same_name_where_one_stands_is_passed_over(
    engine: Engine, folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "seeds").mkdir()
    (elsewhere / "seeds" / "rain.txt").write_text("Another article.")
    monkeypatch.chdir(elsewhere)
    [words] = told(engine, folder / "question_banks" / "rain.yaml")
    assert "the evidence says" in words


def test_what_reading_and_what_checking_found_come_in_the_order_of_lines(engine: Engine, folder: Path) -> None:
    bank = folder / "question_banks" / "rain.yaml"
    bank.write_text(bank.read_text() + "  - type: short_text\n    stem: No answer?\n")
    assert [finding.line for finding in check_bank(engine, bank)[1]] == [12, 16]


def test_a_check_that_raises_is_told_at_each_question(folder: Path) -> None:
    (folder / "plugins").mkdir()
    (folder / "plugins" / "broken.py").write_text(
        "from quizengine import Check, hookimpl\n\n"
        "@hookimpl\ndef quizengine_checks():\n    yield Check('broken', lambda question, article: 1 / 0, 'Nothing.')\n"
    )
    findings = check_bank(start(folder), folder / "question_banks" / "rain.yaml")[1]
    told = "check broken: plugin broken failed at plugins/broken.py, line 5: ZeroDivisionError"
    broken = [finding.line for finding in findings if told in finding.message]
    assert broken == [8, 12]


def test_a_file_that_cannot_be_read_at_all_raises(engine: Engine, folder: Path) -> None:
    with pytest.raises(BankError, match="cannot be read: it is a folder"):
        check_bank(engine, folder)
