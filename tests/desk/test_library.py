"""The quizzes on offer in a working folder: banks, drafts, and what is wrong with either."""

import shutil
from pathlib import Path

import pytest

from quizengine import start
from quizengine.bank import dump_bank
from quizengine.desk.library import Library, open_library
from quizengine.engine import Draft

BANK = """\
format: quizengine/1
title: Rivers
questions:
  - type: short_text
    stem: Which river flows through Hamburg?
    answer: Elbe
"""


def library(folder: Path) -> Library:
    return open_library(start(folder))


def from_folder(folder: Path) -> dict[str, bool]:
    """The entries that lie in the folder itself, by name, and whether each is a draft."""
    return {entry.name: entry.draft for entry in library(folder).entries if entry.source.is_relative_to(folder)}


@pytest.fixture
def folder(tmp_path: Path, checkout: Path) -> Path:
    """A working folder with one bank and one article."""
    (tmp_path / "question_banks").mkdir()
    (tmp_path / "question_banks" / "rivers.yaml").write_text(BANK)
    (tmp_path / "seeds").mkdir()
    shutil.copy(checkout / "seeds" / "north-korean-troops.txt", tmp_path / "seeds" / "troops.txt")
    return tmp_path


def test_a_bank_is_a_quiz_and_an_article_without_a_bank_is_a_draft(folder: Path) -> None:
    assert from_folder(folder) == {"rivers": False, "troops": True}
    entry = library(folder).find("troops")
    assert entry is not None and entry.article is not None
    assert all(q.evidence and q.evidence.holds_in(entry.article) for q in entry.quiz.questions)


def test_an_article_with_a_bank_is_no_draft(folder: Path, checkout: Path) -> None:
    made = next(path for path in (checkout / "question_banks").glob("*.yaml") if "troops" in path.name)
    shutil.copy(made, folder / "question_banks")
    assert from_folder(folder) == {"rivers": False, made.stem: False}
    entry = library(folder).find(made.stem)
    assert entry is not None and entry.article is not None


def test_of_an_article_that_is_shipped_as_well_a_quiz_has_the_one_in_the_folder(folder: Path) -> None:
    draft = library(folder).find("troops")
    assert draft is not None
    (folder / "question_banks" / "troops.yaml").write_bytes(dump_bank(draft.quiz))
    entry = library(folder).find("troops")
    assert entry is not None and entry.article is not None
    assert not entry.draft and entry.article == draft.article and entry.article.name == str(folder / "seeds/troops.txt")


def test_banks_of_plugins_are_there_too(folder: Path) -> None:
    assert any("news_literacy" in str(entry.source) for entry in library(folder).entries)


def test_a_broken_file_is_a_finding_and_the_rest_is_there(folder: Path) -> None:
    (folder / "question_banks" / "broken.yaml").write_text("format: [")
    (folder / "question_banks" / "half.yml").write_text(BANK + "  - type: short_text\n    stem: No answer?\n")
    (folder / "seeds" / "broken.txt").write_bytes(b"A train\0 came")
    (folder / "seeds" / "empty.txt").touch()
    assert from_folder(folder) == {"half": False, "rivers": False, "troops": True}
    told = [str(finding) for finding in library(folder).findings]
    for name in ("broken.yaml:", "half.yml:7", "broken.txt: found a NUL byte", "empty.txt: found no words"):
        assert sum(name in words for words in told) == 1, (name, told)


def test_quizzes_of_one_name_are_told_apart(folder: Path) -> None:
    (folder / "question_banks" / "rivers.yml").write_text(BANK)
    (folder / "question_banks" / "troops.yaml").write_text(BANK)
    assert from_folder(folder) == {"rivers": False, "rivers-2": False, "troops": False, "troops-2": True}


def test_a_draft_is_called_the_same_before_and_after_the_drafts_of_other_articles_are_made(folder: Path) -> None:
    (folder / "seeds" / "troops.md").write_text("# Eels\n\nEels live in rivers.\n")
    engine = start(folder)
    draft = Draft(engine.read_bank(folder / "question_banks" / "rivers.yaml").quiz, (), ())
    early = open_library(engine, lambda article: None if article.name.endswith(".md") else draft)
    late = open_library(engine, lambda article: draft)
    assert {name: Path(article.name).name for name, article in early.awaited.items()} == {"troops": "troops.md"}
    for found in (early, late):
        assert found.made_from(folder / "seeds" / "troops.txt") == found.find("troops-2")
    assert early.find("troops") is None and late.made_from(folder / "seeds" / "troops.md") == late.find("troops")


def test_a_folder_with_nothing_in_it_offers_what_plugins_bring(tmp_path: Path) -> None:
    opened = library(tmp_path)
    assert opened.findings == () and from_folder(tmp_path) == {}
    assert opened.find("no-such-quiz") is None


def test_a_plugin_that_offers_a_bank_that_is_not_there_is_told(folder: Path) -> None:
    (folder / "plugins").mkdir()
    (folder / "plugins" / "lost.py").write_text(
        "from pathlib import Path\nfrom quizengine import hookimpl\n\n"
        "@hookimpl\ndef quizengine_question_banks():\n    yield Path(__file__).parent / 'lost'\n"
    )
    [finding] = library(folder).findings
    assert str(finding) == f"{folder}/plugins/lost: a plugin offers this question bank, and there is none"


def test_without_a_folder_what_is_shipped_is_offered_without_a_fault(checkout: Path) -> None:
    opened = open_library(start())
    assert opened.findings == ()
    assert {path.stem for path in (checkout / "question_banks").glob("*.yaml")} <= {one.name for one in opened.entries}
