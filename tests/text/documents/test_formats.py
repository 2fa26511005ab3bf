"""One article gives the same questions from every format, on the command line and in a folder."""

from pathlib import Path

import pytest
from document_writers import FORMATS, utf8

from quizengine import Article, start
from quizengine.desk.library import open_library
from quizengine.engine import Engine
from quizengine.generation.blueprint import Blueprint

TITLE = "How the Lantern Bridge Came to Orra"
PARAGRAPHS = (
    TITLE,
    "In 1887, Edith Marlow designed the Lantern Bridge. The bridge cost £41,000, and 260 workers built it within "
    "three years. Edith Marlow had studied engineering in Zürich.",
    "The great flood",
    "In March 1912, a flood destroyed the railway station of Orra because the river dam had broken. The flood killed "
    "14 people and left 2,300 families without a roof. “The water came in the night, and it took the market hall with "
    "it,” the schoolteacher José Ferrán wrote in his diary.",
    "A sluice is a gate that controls the flow of water in a channel. In 1921, the engineers of the Orra Water Company "
    "installed 36 sluices along the northern embankment.",
    "What remains today",
    "About 12,400 vehicles cross the Lantern Bridge every day. “The bridge has to be painted every seven years, "
    "and the paint alone weighs nine tonnes,” said Maria Lopes, the chief engineer of the Orra Water Company.",
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return start()


def questions(engine: Engine, article: Article) -> list[tuple[str, str, str]]:
    draft = engine.draft(article, blueprint=Blueprint(least=0.4))
    return [(one.id, one.stem, one.evidence.quote if one.evidence else "") for one in draft.quiz.questions]


@pytest.fixture(scope="module")
def expected(engine: Engine) -> list[tuple[str, str, str]]:
    return questions(engine, Article.from_bytes(utf8(PARAGRAPHS)))


def test_there_is_something_to_compare(expected: list[tuple[str, str, str]]) -> None:
    assert len(expected) >= 5


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_questions(engine: Engine, expected: list[tuple[str, str, str]], name: str) -> None:
    file, write = FORMATS[name]
    article = Article.from_bytes(write(PARAGRAPHS), file)
    assert str(article.title) == TITLE
    assert [" ".join(one.text.split()) for one in article.paragraphs] == [
        one for one in PARAGRAPHS[1:] if one.endswith((".", "”"))
    ]
    assert questions(engine, article) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_every_span_leads_back_to_the_words_of_the_file(name: str) -> None:
    file, write = FORMATS[name]
    article = Article.from_bytes(write(PARAGRAPHS), file)
    original = article.source.text if article.source else article.text
    figures = list(article.find(r"\d[\d,]*"))
    assert figures
    for figure in figures:
        assert original[slice(*figure.original)] == figure.text


def test_a_folder_reads_every_format(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name, (file, write) in FORMATS.items():
        (tmp_path / "seeds" / f"{name.replace(' ', '-').strip('.')}{Path(file).suffix}").write_bytes(write(PARAGRAPHS))
    (tmp_path / "seeds" / "README.md").write_text("# About these files\n\nThe mill was built in 1873.")
    library = open_library(start(tmp_path))
    drafts = [entry for entry in library.entries if entry.draft]
    assert len(drafts) == len(FORMATS)
    [number] = {len(entry.quiz.questions) for entry in drafts}
    assert number
    guessed = [finding for finding in library.findings if "a guess" in finding.message]
    assert [Path(finding.file).name for finding in guessed] == ["windows.txt"]


def test_what_a_file_is_is_told_by_its_content() -> None:
    for name in ("word", "pdf", "e-book", "web page"):
        _, write = FORMATS[name]
        assert str(Article.from_bytes(write(PARAGRAPHS), "article.txt").title) == TITLE
