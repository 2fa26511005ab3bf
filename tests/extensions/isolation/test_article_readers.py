"""Readers of articles that plugins offer: their files are articles everywhere, and a bad reader harms nothing."""

import shutil
from pathlib import Path

import pytest

from quizengine import ArticleError, Engine, start
from quizengine.desk.intake import take_file
from quizengine.desk.library import open_library
from quizengine.extensions.shipped import shipped_folder

PLUGIN = """
import os, time
from quizengine import ArticleError, ArticleReader, Block, Document, document_of, hookimpl

def read(data, name):
    {does}
    lines = data.decode().splitlines()
    if not lines:
        raise ArticleError("found no line, expected a heading")
    return document_of("a log", [Block("heading", lines[0]), *(Block(None, line) for line in lines[1:])])

@hookimpl
def quizengine_article_readers():
    yield ArticleReader("logs", ({ending!r},), read, "Logs.", b"Log", {more})
"""
LOG = b"The lake\nThe lake froze in 1963.\nIt is 41 km long."


def engine_with(folder: Path, does: str = "pass", ending: str = ".log", more: str = "") -> Engine:
    """The engine of a folder with a reader that does something before it reads; a call may take a second."""
    (folder / "plugins").mkdir()
    (folder / "plugins" / "logs.py").write_text(PLUGIN.format(does=does, ending=ending, more=more), "utf-8")
    return start(folder, budget=8)


def test_a_file_in_its_format_is_an_article_for_commands_and_in_the_folder_of_a_teacher(tmp_path: Path) -> None:
    engine = engine_with(tmp_path)
    place = take_file(engine, "Lake.LOG", LOG)
    article = engine.read_article(place)
    assert (place.name, str(article.title)) == ("the-lake.log", "The lake")
    assert [str(one) for one in article.paragraphs] == ["The lake froze in 1963.", "It is 41 km long."]
    assert article.source is not None and article.source.form == "a log"
    library = open_library(engine)
    assert library.findings == () and article in (*library.fruitless, *library.articles.values())


def test_what_the_reader_refuses_is_told_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"\Aempty.log: found no line, expected a heading\Z"):
        engine_with(tmp_path).article_of(b"", "empty.log")


HOSTILE = {
    "raises": ("{}['x']", "bad.log: cannot be read: plugin logs failed at plugins/logs.py, line 6: KeyError: 'x'"),
    "never ends": (
        "while True: pass",
        "bad.log: cannot be read: plugin logs took longer than 1 second and was stopped",
    ),
    "ends the process": ("os._exit(3)", "plugin logs ended its process with exit code 3"),
    "gives no document": ("return 'text'", "article reader logs of plugin logs: found str, expected a Document(…)"),
    "gives nothing": ("return None", "article reader logs of plugin logs: found NoneType, expected a Document(…)"),
    "marks what is not there": (
        "from dataclasses import replace; from quizengine.text.layout import Mark; "
        "return replace(document_of('x', [Block(None, 'ab')]), marks=(Mark('bold', 0, 3),))",
        "found Mark(kind='bold', start=0, end=3), expected a Mark of a known kind within the text",
    ),
    "gives marks that are none": ("return Document('x', 'ab', marks=None)", "whose notes or marks are no tuple"),
    "gives half a character": ("return document_of('x', [Block(None, chr(0xd800))])", "half of a surrogate pair"),
    "gives too much": ("return document_of('x', [Block(None, 'ab ' * 400_000)])", "expected at most 1,000,000"),
}


@pytest.mark.parametrize(("does", "words"), HOSTILE.values(), ids=HOSTILE)
def test_a_bad_reader_is_named_and_other_files_are_read(tmp_path: Path, does: str, words: str) -> None:
    engine = engine_with(tmp_path, does)
    with pytest.raises(ArticleError) as caught:
        engine.article_of(LOG, "bad.log")
    assert words in str(caught.value)
    assert engine.article_of(b"The lake froze.", "lake.txt").text == "The lake froze."


@pytest.mark.parametrize(
    ("ending", "words"),
    [
        (".txt", "article reader logs is not used, as text of article_readers reads .txt already; expected other"),
        (".LOG", "found the endings ('.LOG',), expected a tuple of them in small letters"),
        ("", "found the endings ('',), expected a tuple of them in small letters"),
    ],
)
def test_an_ending_that_is_taken_or_none_is_told(tmp_path: Path, ending: str, words: str) -> None:
    engine = engine_with(tmp_path, ending=ending)
    [finding] = engine.findings
    assert words in finding.message and "logs" not in engine.registry.article_readers


def test_a_plugin_cannot_take_files_of_other_endings_by_their_content(tmp_path: Path) -> None:
    engine = engine_with(tmp_path, "return document_of('x', [Block(None, 'Mine.')])", more="lambda data: True")
    seed = shutil.copy(next(shipped_folder("seeds").glob("*.txt")), tmp_path)
    assert engine.read_article(seed).text != "Mine." and engine.article_of(LOG, "a.log").text == "Mine."
