"""What counts as the same question and the same article, however it is called and copied."""

from dataclasses import replace
from decimal import Decimal

import pytest

from quizengine.bank import read_bank
from quizengine.desk.overlap import Asked, Content
from quizengine.engine import start
from quizengine.quiz.questions import Evidence, Question
from quizengine.quiz.quiz import ArticleReference, Quiz
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    OrderingQuestion,
    Pair,
    ShortTextQuestion,
    TrueFalseQuestion,
)

BUILT = "In 1873 the brothers Ansgar and Tilde Brook built the paper mill at Lower Hessing."
RAN_DRY = "Because the stream ran dry in the summer of 1881, the brothers bought a steam engine from a yard in Kell."
ARTICLE = f"The Paper Mill\n\n{BUILT} They had ground corn before.\n\n{RAN_DRY}"
SHA = "1" * 64


def proof(quote: str) -> Evidence:
    return Evidence(0, len(quote), quote)


WHEN = NumericQuestion(stem="In which year was the mill built?", answer=Decimal(1873), evidence=proof(BUILT))
WHY = ChoiceQuestion(
    stem="Why did the brothers buy an engine?",
    answer="The stream ran dry.",
    distractors=("The wheel burned.", "Paper had become dear."),
)
STATED = TrueFalseQuestion(stem="The mill was rebuilt after the fire.", answer=False)
GAPS = ClozeQuestion(stem="Fill the gaps.", text="The engine burned {four|4} tons of {hard coal} in every week.")
PAIRS = MatchingQuestion(
    stem="Match.", pairs=(Pair(left="France", right="Paris"), Pair(left="Peru", right="Lima")), distractors=("Rome",)
)
LINES = OrderingQuestion(stem="Earliest first.", answer=("Corn is ground.", "The mill is built.", "It burns."))
TEST = Quiz("The test", (WHEN, WHY, STATED, GAPS, PAIRS, LINES), ArticleReference(SHA, "The Paper Mill"))
UNLIKE = Quiz(
    "Rivers",
    (
        NumericQuestion(stem="How long is the Elbe?", answer=Decimal(1094), unit="km"),
        replace(
            WHY, id="", stem="Why did the Elbe flood?", answer="It rained.", distractors=("It snowed.", "A dam broke.")
        ),
        ClozeQuestion(stem="Fill the gaps.", text="The {Elbe} rises in the {Giant Mountains} and ends in a sea."),
        replace(
            PAIRS, id="", pairs=(Pair(left="Elbe", right="Ham"), Pair(left="Rhine", right="Basel")), distractors=()
        ),
        replace(LINES, id="", answer=("Magdeburg", "Hamburg", "Cuxhaven")),
    ),
    ArticleReference("2" * 64, "Rivers"),
)
RIVERS = "Rivers\n\nThe Elbe rises in the Giant Mountains and ends in a sea. In 1873 the brothers Brook saw it."


def overlaps(quiz: Quiz, article: str = "", tested: Quiz = TEST, of_test: str = ARTICLE) -> bool:
    return Asked([Content(UNLIKE, RIVERS), Content(tested, of_test)]).overlaps(Content(quiz, article))


def alone(question: Question) -> Quiz:
    return Quiz("A copy", (question,))


def test_quizzes_that_share_nothing_do_not_overlap() -> None:
    assert not Asked([Content(TEST, ARTICLE)]).overlaps(Content(UNLIKE, RIVERS))
    assert not Asked([Content(UNLIKE, RIVERS)]).overlaps(Content(TEST, ARTICLE))
    assert not Asked([]).overlaps(Content(TEST, ARTICLE))


@pytest.mark.parametrize("question", TEST.questions, ids=lambda question: question.type)
def test_one_question_in_common_is_enough_whatever_its_bank_is_called(question: Question) -> None:
    bare = replace(question, evidence=None, id="pinned", rationale="Another.", tags=("copied",))
    assert overlaps(alone(bare))
    assert overlaps(alone(replace(bare, stem=f"  {question.stem.upper().rstrip('?.')} ")))
    assert overlaps(replace(UNLIKE, questions=(*UNLIKE.questions, bare)), tested=replace(TEST, article=None))


@pytest.mark.parametrize(
    "question",
    [
        replace(WHEN, id="", answer=Decimal(1874), evidence=None),
        ShortTextQuestion(stem=WHEN.stem, answer="1873"),
        ChoiceQuestion(stem=WHEN.stem, answer="1873", distractors=("1881", "1902")),
        replace(WHY, id="", distractors=("It was cheap.",)),
        ClozeQuestion(
            stem="Which words are missing?", text="The engine burned four tons of hard coal in every {week}."
        ),
    ],
    ids=["another key", "another type", "as a choice", "other distractors", "another gap"],
)
def test_a_question_that_was_changed_a_little_is_the_same(question: Question) -> None:
    assert overlaps(alone(question))


@pytest.mark.parametrize(
    "question",
    [
        replace(WHEN, id="", answer=Decimal(1901), evidence=proof("The mill at Kell is from 1901.")),
        replace(WHY, id="", answer="They were rich.", distractors=("They were bored.",)),
        replace(GAPS, id="", text="Rain is {water} from {clouds}."),
        replace(STATED, id="", stem="The mill was not rebuilt."),
    ],
    ids=["other evidence", "other options", "another text", "another statement"],
)
def test_a_common_stem_alone_makes_no_question_the_same(question: Question) -> None:
    assert not overlaps(alone(question))


def test_another_quiz_on_the_article_overlaps_whatever_it_asks() -> None:
    other = alone(ShortTextQuestion(stem="Who stayed?", answer="Nobody"))
    assert not overlaps(other)
    assert overlaps(replace(other, article=ArticleReference(SHA, "Another title")))


@pytest.mark.parametrize(
    "edited",
    [
        ARTICLE.replace("\n", "\r\n"),
        ARTICLE.upper(),
        "A new beginning.\n\n" + ARTICLE.replace("a steam engine", "a large engine"),
        RAN_DRY.replace("the summer of 1881", "spring") + " " + BUILT,
    ],
    ids=["line ends", "capitals", "a sentence edited", "paragraphs moved"],
)
def test_an_edited_copy_of_the_article_is_found_by_the_words_that_prove_keys(edited: str) -> None:
    other = Quiz("A draft", (ShortTextQuestion(stem="Who?", answer="Nobody"),), ArticleReference("3" * 64))
    assert overlaps(other, edited, of_test="")


def test_an_attempt_on_an_article_that_is_gone_is_found_by_the_words_that_prove_its_keys() -> None:
    earlier = Quiz("Earlier", (ShortTextQuestion(stem="From where?", answer="Kell", evidence=proof(RAN_DRY)),))
    assert overlaps(replace(earlier, article=ArticleReference("4" * 64)))
    assert not overlaps(earlier, of_test="")


def test_a_script_that_parts_no_words_is_compared_sign_by_sign() -> None:
    said = "造纸厂于一八七三年建成。"
    tested = alone(ShortTextQuestion(stem="何时?", answer="1873", evidence=proof(said)))
    draft = Quiz("A draft", (ShortTextQuestion(stem="谁?", answer="Brook"),), ArticleReference("5" * 64))
    assert Asked([Content(tested)]).overlaps(Content(draft, f"磨坊。{said}后来。"))
    assert not Asked([Content(tested)]).overlaps(Content(draft, "磨坊后来烧毁了。"))


def test_shipped_banks_overlap_with_themselves_alone(checkout) -> None:
    types = start().registry.question_types
    banks = [
        read_bank(path.read_bytes(), path.name, types).quiz
        for path in sorted((checkout / "question_banks").glob("*.yaml"))
    ]
    assert len(banks) > 1
    for one in banks:
        same_article = [
            each for each in banks if each.article and one.article and each.article.sha256 == one.article.sha256
        ]
        assert [each for each in banks if Asked([Content(one)]).overlaps(Content(each))] == (same_article or [one])
