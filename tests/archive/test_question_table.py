"""The table of all questions is the same in whatever order the articles were done, and wherever a run was killed."""

import re
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as parquet
from archives import bridge, files_of

from quizengine.archive.journal import Journal, opened_journal
from quizengine.archive.making import Made, Wishes, make
from quizengine.archive.question_table import QuestionTable
from quizengine.archive.reading.entries import Entry
from quizengine.engine import start
from quizengine.generation.blueprint import Blueprint
from quizengine.text.article import Article

PART = 2
"""Articles in a part."""


def made(number: int) -> Made:
    return Made(questions=1, rows=({"stem": f"How many in {number}?", "number": 1, "options": ["3", "4"]},))


def written(folder: Path, order: Sequence[int], results: Sequence[Made], *, kill_after: int = -1) -> dict[str, bytes]:
    """The parts, with articles done in this order; after one of them the run is killed before its part is written."""
    folder.mkdir()
    left = list(order)
    while True:
        with opened_journal(folder / ".journal") as journal:
            table = QuestionTable(folder, journal, PART)
            begun = {n: journal.begin(Entry(f"a{n}", "", bytes, "", 0)) for n in range(len(results))}
            while left:
                number = left.pop(0)
                journal.finish(begun[number], results[number])
                if number == kill_after:
                    kill_after = -1
                    break
                table.recorded(begun[number])
            else:
                table.close()
                return files_of(folder)


def test_parts_do_not_depend_on_the_order_or_on_a_kill(tmp_path: Path) -> None:
    results = [made(0), made(1), Made(), Made(), made(4), Made(fault="lost"), made(6)]
    undisturbed = written(tmp_path / "a", range(7), results)
    assert list(undisturbed) == [f"questions/part-00000{part}.parquet" for part in (0, 2, 3)]
    assert written(tmp_path / "b", (6, 3, 5, 1, 0, 4, 2), results) == undisturbed
    assert written(tmp_path / "c", range(7), results, kill_after=1) == undisturbed
    assert written(tmp_path / "d", range(7), results, kill_after=6) == undisturbed


def test_an_article_that_is_made_after_all_joins_its_part(tmp_path: Path) -> None:
    whole = written(tmp_path / "whole", range(4), [made(n) for n in range(4)])
    some = written(tmp_path / "some", range(4), [made(0), Made(fault="lost"), made(2), made(3)])
    with opened_journal(tmp_path / "some" / ".journal") as journal:
        begun = [journal.begin(Entry(f"a{n}", "", bytes, "", 0)) for n in range(4)]
        assert begun[1]
        journal.finish(begun[1], made(1))
        QuestionTable(tmp_path / "some", journal, PART).recorded(begun[1])
        assert journal.parts_with_rows(PART) == []
    assert some != whole == files_of(tmp_path / "some")


def test_a_row_says_what_its_question_asks_and_where_the_article_proves_it(tmp_path: Path) -> None:
    article = Article(bridge(3), "bridge.txt")
    with opened_journal(tmp_path / ".journal") as journal:
        _keep(journal, make(start(only=["numeric_recall"]), article, Wishes(Blueprint(least=0.5), as_rows=True)))
        QuestionTable(tmp_path, journal).close()
    rows = parquet.read_table(tmp_path / "questions").to_pylist()
    assert {(row["article"], row["generator"]) for row in rows} == {("bridge-3", "numeric_recall")}
    assert [row["number"] for row in rows] == [*range(1, len(rows) + 1)]
    for row in rows:
        assert article.text[row["evidence_start"] : row["evidence_end"]] == row["evidence_quote"]
        assert row["title"] == "The Orchard Bridge" and 0 <= row["difficulty"] <= 1 and 0 < row["usability"] <= 1
    assert {re.sub(r"\D", "", key) for row in rows for key in row["key"]} == {"1783", "4230"}
    assert all(set(row["key"]) < set(row["options"]) for row in rows if row["type"] == "choice")


def _keep(journal: Journal, result: Made) -> None:
    begun = journal.begin(Entry("bridge-3", "", bytes, "", 0))
    assert begun
    journal.finish(begun, result)
