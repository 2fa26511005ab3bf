"""Repairs change nothing of what is asked: white space, order of fields, copied ids, evidence that moved."""

from pathlib import Path

import pytest

from quizengine import Engine, start
from quizengine.bank import read_bank
from quizengine.checking import check_bytes, repair_bank
from quizengine.system.files import read_article

RAIN = "It rained for three days in May. The river rose by twenty feet. Some people fled the town in the night.\n"
HEAD = "format: quizengine/1\ntitle: Rain\n"
QUESTION = """\
  - type: short_text  # typed
    # who asks
    stem: For how long did it rain?
    answer: three days
    tags: [rain]
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The engine with what is shipped."""
    return start()


def repair(engine: Engine, text: str, path: Path | str = "rain.yaml") -> tuple[str, tuple[str, ...]]:
    data, done = repair_bank(engine, text.encode(), path)
    assert repair_bank(engine, data, path) == (data, ()), "a second repair finds nothing to do"
    return data.decode(), done


def test_a_sound_bank_stays_byte_for_byte(engine: Engine) -> None:
    text = f"{HEAD}questions:\n{QUESTION}"
    assert repair(engine, text) == (text, ())


@pytest.mark.parametrize(
    "broken", [QUESTION.replace("\n", " \t\n"), QUESTION.replace("\n", "\r\n"), QUESTION.strip("\n") + "\n\n\n"]
)
def test_white_space_at_the_ends_of_lines_goes(engine: Engine, broken: str) -> None:
    assert repair(engine, f"{HEAD}questions:\n{broken}") == (
        f"{HEAD}questions:\n{QUESTION}",
        ("white space at the ends of lines",),
    )


def test_white_space_that_belongs_to_a_text_stays(engine: Engine) -> None:
    text = f"{HEAD}description: |\n  A poem,   \n  in two lines\nquestions:\n{QUESTION}"
    before = read_bank(text.encode(), "", engine.registry.question_types).quiz
    after = read_bank(repair(engine, text)[0].encode(), "", engine.registry.question_types).quiz
    assert after == before and "poem,   \n" in after.description


def test_fields_are_put_in_order_with_their_comments(engine: Engine) -> None:
    text = f"""{HEAD}questions:
  - tags: [rain]  # for the index
    # the key
    answer: three days
    # what is asked
    stem: For how long did it rain?
    type: short_text

  # the next one
  - type: short_text
    stem: How much did the river rise?
    answer: twenty feet
"""
    better, done = repair(engine, text)
    assert done == ("the order of fields",)
    assert better.removeprefix(f"{HEAD}questions:\n").splitlines()[:8] == [
        "  - type: short_text",
        "    # what is asked",
        "    stem: For how long did it rain?",
        "    # the key",
        "    answer: three days",
        "    tags: [rain]  # for the index",
        "",
        "  # the next one",
    ]


def test_a_question_on_one_line_stays_as_it_is(engine: Engine) -> None:
    text = HEAD + "questions:\n  - {answer: three days, type: short_text, stem: How long did it rain?}\n"
    assert repair(engine, text) == (text, ())


def test_an_id_that_was_copied_with_its_question_goes_from_the_copy(engine: Engine) -> None:
    first = QUESTION.replace("    # who asks\n", "    id: rain-1\n")
    copy = first.replace("For how long did it rain", "How long was the rain")
    better, done = repair(engine, f"{HEAD}questions:\n{first}\n{copy}")
    assert done == ("ids that a copied question brought with it",)
    assert better.count("id: rain-1") == 1
    assert len(read_bank(better.encode(), "", engine.registry.question_types).quiz.questions) == 2


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank beside its article, with a key that the first sentence proves and one that the second does."""
    (tmp_path / "rain.txt").write_text(RAIN)
    sha = read_article(tmp_path / "rain.txt").sha256
    rose = "The river rose by twenty feet."
    evidence = "    evidence: {{start: {0}, end: {1}, quote: {2}}}\n"
    path = tmp_path / "rain.yaml"
    path.write_text(
        f"{HEAD}article: {{file: rain.txt, sha256: {sha}}}  # ours\nquestions:\n"
        + QUESTION.replace("    tags", evidence.format(0, 31, "It rained for three days in May") + "    tags")
        + "\n  - type: short_text\n    stem: How far did the river rise?\n    answer: twenty feet\n"
        + f"    evidence:\n      start: {RAIN.index(rose)}\n      end: {RAIN.index(rose) + 30}\n      quote: {rose}\n"
    )
    return path


def test_evidence_that_an_edit_of_the_article_moved_is_found_again(engine: Engine, bank: Path) -> None:
    article = bank.with_name("rain.txt")
    article.write_text("A flood in the valley\n\nNobody slept. " + RAIN)
    better, done = repair(engine, bank.read_text(), bank)
    assert done == ("evidence that an edit of the article moved",) and "# ours" in better
    quiz, findings = check_bytes(engine, better.encode(), bank)
    assert [str(finding) for finding in findings if finding.level == "error"] == []
    assert all(q.evidence and q.evidence.holds_in(read_article(article)) for q in quiz.questions)


@pytest.mark.parametrize(
    "edit", [("twenty", "thirty"), ("The river rose by twenty feet. ", "The river rose by twenty feet. " * 2)]
)
def test_nothing_is_moved_when_one_key_has_lost_its_proof_or_has_two(
    engine: Engine, bank: Path, edit: tuple[str, str]
) -> None:
    bank.with_name("rain.txt").write_text("A flood in the valley\n\n" + RAIN.replace(*edit))
    text = bank.read_text()
    assert repair(engine, text, bank) == (text, ())
    assert "article-changed" in [finding.check for finding in check_bytes(engine, text.encode(), bank)[1]]


def test_evidence_counted_wrongly_is_put_right(engine: Engine, bank: Path) -> None:
    text = bank.read_text()
    wrong = text.replace("start: 0, end: 31", "start: 2, end: 33")
    assert repair(engine, wrong, bank) == (text, ("evidence that an edit of the article moved",))


def test_a_copied_id_that_stands_first_goes_in_the_same_pass_as_the_order(engine: Engine) -> None:
    copy = '  - id: rain-1\n    type: short_text\n    answer: "{}"\n    stem: How many {} did it rain?\n'
    text, done = repair(engine, f"{HEAD}questions:\n{copy.format(3, 'days')}{copy.format(72, 'hours')}")
    assert len(done) == 2 and text.count("rain-1") == 1
    assert len(read_bank(text.encode(), "rain.yaml", engine.registry.question_types).quiz.questions) == 2
