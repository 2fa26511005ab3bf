"""The report says what came of an archive, and nothing that the archive holds is more than text in it."""

import re
from pathlib import Path

import pytest

from quizengine.archive.journal import Begun, opened_journal
from quizengine.archive.making import Counted, Kind, Made, Nothing
from quizengine.archive.reading.entries import Entry
from quizengine.archive.report import report_page
from quizengine.archive.summary import summary_of

SETTINGS = {"ARCHIVE": "news & <i>more</i>.jsonl", "quizengine": "1.0"}
ASKED = Counted(Kind.QUESTION, "numeric_recall", "how-many-object")
REFUSED = Counted(Kind.REFUSAL, "fact_recall", "no-name")
RESULTS = {
    "a": Made(b"bank", 1, counts={ASKED: 1, Counted(Kind.TYPE, name="numeric"): 1}),
    "b": Made(b"bank", 7, counts={ASKED: 7, Counted(Kind.TYPE, name="numeric"): 7, REFUSED: 2}),
    "c": Made(nothing=Nothing.FOUND, counts={REFUSED: 1, Counted(Kind.NOT_CHOSEN, "key_terms"): 4}),
    "<script>alert(1)</script>": Made(fault="<b>found no words</b>"),
}


def page_of(folder: Path, results: dict[str, Made]) -> str:
    with opened_journal(folder / "journal.db") as journal:
        for id_, made in results.items():
            begun = journal.begin(Entry(id_, f"dump:{len(id_)}", id_.encode, id_, 0))
            assert isinstance(begun, Begun)
            journal.finish(begun, made)
        return report_page(SETTINGS, summary_of(journal))


def words(page: str) -> str:
    """The words that a reader sees, without tags."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL).split())


def test_questions_refusals_and_failures_are_summed_up(tmp_path: Path) -> None:
    page = words(page_of(tmp_path, RESULTS))
    assert "Articles 4 With questions 2 Without a question 1 Failures 1 Questions 8 Questions per article 2.7" in page
    assert "0 1 33 % 1 1 33 % 2 0 0 % 3 0 0 % 4 0 0 % 5 0 0 % 6 to 10 1 33 %" in page
    assert "found nothing certain enough to ask 1 article" in page
    assert "numeric recall 1 rule how-many-object: 8 8 0 0 fact recall 0 0 3 key terms 0 4 0" in page
    assert "Questions by type numeric 8 100 %" in page and "fact recall: no-name 3 100 %" in page


def test_what_comes_from_the_archive_is_only_text(tmp_path: Path) -> None:
    page = page_of(tmp_path, RESULTS)
    assert "<script" not in page and "<b>" not in page and "<i>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page and "news &amp; &lt;i&gt;more&lt;/i&gt;.jsonl" in page
    assert not re.search(r"(?:src|href)=\"(?!failures\.jsonl)", page)


@pytest.mark.parametrize("results", [{}, {"a": Made(fault="found no words")}])
def test_an_archive_of_which_nothing_could_be_read_has_a_report(tmp_path: Path, results: dict[str, Made]) -> None:
    assert "No article could be read." in page_of(tmp_path, results)
