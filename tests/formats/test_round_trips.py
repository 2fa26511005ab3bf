"""What every format that writes and reads gives back: the quiz, but for what its loss report names."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Format,
    FormatError,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Pair,
    Question,
    QuestionError,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
    start,
)
from quizengine.language.normalisation import normalise
from quizengine.testing import check_format

REGISTRY = start(strict=True).registry
BOTH_WAYS = [form for form in REGISTRY.formats.values() if form.write and form.read and form.name != "yaml"]

AWKWARD = st.sampled_from(
    [
        *"~=#{}:\\[]<>&%*$|'\"`_^-+@!?.,;/()",
        *("->", "//", "“", "”", "é", "Ω", "ß", "日本", "عربي", "👩‍🏫", "e\u0301", "]]>", "a", "B", "7", " ", " ", "\n"),
        *("हिन्दी", "ไทย", "שלום", "\u200f", "𝔸", "\u00a0", "\u2028", "—", "…", "word " * 60),
        *(r"\(x\)", "&lt;", "&#42;", "%3D", "=1", "$$", "![a](b)", "- ", "1. ", "END_GROUP", "pick: 1", "\t"),
        *("%20%", "[html]", "<b>", "&amp;", "ANSWER: A", "A. ", "{1:SA:=x}", "\\n", "...", "T"),
    ]
)
TEXT = st.lists(AWKWARD, min_size=1, max_size=14).map("".join)
WORDS = st.tuples(st.sampled_from(["Elbe", "7", "Zoë"]), TEXT).map("".join)
NUMBER = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


def made(make: Callable[[], Question]) -> Question | None:
    """The question, if it can be asked."""
    try:
        return make()
    except QuestionError:
        return None


@st.composite
def questions(draw: st.DrawFn) -> Question | None:
    """A question of any type, with every awkward sign anywhere."""
    stem, texts = draw(WORDS), draw(st.lists(WORDS, min_size=4, max_size=5, unique_by=normalise))
    more: dict[str, Any] = {"rationale": draw(st.sampled_from(["", "Because."]) | TEXT)}
    more |= {"tags": draw(st.sampled_from([(), ("rivers", "a]b")]))}
    partial = {"scoring": draw(st.sampled_from(["partial", "all-or-nothing"])), **more}
    middle, margin = draw(NUMBER), abs(draw(NUMBER))
    tolerance = draw(
        st.sampled_from(
            [
                None,
                Tolerance(absolute=margin),
                Tolerance(percent=Decimal(5)),
                Tolerance(range=(middle - margin, middle + 1)),
            ]
        )
    )
    makers: list[Callable[[], Question]] = [
        lambda: TrueFalseQuestion(stem=stem, answer=bool(margin > 1000), **more),
        lambda: ChoiceQuestion(stem=stem, answer=texts[0], distractors=tuple(texts[1:]), **more),
        lambda: ChoiceQuestion(stem=stem, answer=tuple(texts[:2]), distractors=tuple(texts[2:]), **partial),
        lambda: ChoiceQuestion(stem=stem, answer=texts[0], distractors=tuple(texts[1:]), pinned=(texts[1],), **more),
        lambda: NumericQuestion(stem=stem, answer=middle, tolerance=tolerance, **more),
        lambda: NumericQuestion(stem=stem, answer=middle, tolerance=tolerance, unit="km", **more),
        lambda: ShortTextQuestion(stem=stem, answer=texts[0], accept=tuple(texts[1:3]), **more),
        lambda: ShortTextQuestion(stem=stem, answer=texts[0], match="exact", **more),
        lambda: ClozeQuestion(stem=stem, text=f"A {{{texts[0]}}} b {{{texts[1]}|{texts[2]}}}.", **partial),
        lambda: ClozeQuestion(stem=stem, text=f"It is {{{texts[0]}}} that counts.", **partial),
        lambda: ClozeQuestion(stem=stem, text="There are {12} of them.", **partial),
        lambda: MatchingQuestion(
            stem=stem,
            pairs=(Pair(left=texts[0], right=texts[1]), Pair(left=texts[2], right=texts[3])),
            distractors=("none of them",),
            **partial,
        ),
        lambda: OrderingQuestion(stem=stem, answer=tuple(texts), **partial),
        lambda: OpenQuestion(stem=stem, answer=texts[0], **more),
    ]
    return made(draw(st.sampled_from(makers)))


QUIZZES = st.lists(questions(), min_size=1, max_size=8).map(
    lambda found: Quiz("Rivers", tuple({one.id: one for one in found if one}.values()))
)


def plain(text: str) -> str:
    """A text with single blanks, and none at the ends."""
    return " ".join(text.split())


def essence(question: Question) -> tuple[Any, ...]:
    """What a question asks and accepts, without the order of options and what stands beside the key."""
    match question:
        case TrueFalseQuestion():
            return "true_false", plain(question.stem), question.answer
        case ChoiceQuestion():
            keys, wrong = (frozenset(map(plain, texts)) for texts in (question.keys, question.distractors))
            return "choice", plain(question.stem), keys, wrong, isinstance(question.answer, str)
        case NumericQuestion():
            stem = plain(question.stem).removesuffix(f" ({question.unit})")
            return "numeric", stem.removesuffix(" (km)"), *question.accepted
        case ShortTextQuestion():
            return "text", plain(question.stem), plain(question.answer), question.match == "words"
        case ClozeQuestion():
            pieces = [piece if isinstance(piece, str) else piece[0] for piece in question.pieces]
            return "cloze", plain(question.stem), plain(" ".join(pieces))
        case MatchingQuestion():
            return "matching", plain(question.stem), frozenset((plain(p.left), plain(p.right)) for p in question.pairs)
        case OpenQuestion():
            return "open", plain(question.stem), plain(question.answer)
        case OrderingQuestion():
            return "ordering", plain(question.stem), tuple(map(plain, question.answer))
    raise AssertionError(question)


@pytest.mark.parametrize("form", BOTH_WAYS, ids=lambda form: form.name)
@settings(
    max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate]
)
@given(quiz=QUIZZES)
def test_what_is_written_is_read_back_but_for_what_the_report_names(form: Format, quiz: Quiz) -> None:
    if not quiz.questions:
        return
    losses = tuple(form.losses(quiz))
    dropped = {loss.number for loss in losses if loss.effect == "drops"}
    kept = [one for number, one in enumerate(quiz.questions, 1) if number not in dropped]
    if not kept:
        with pytest.raises(FormatError, match="can hold none of the questions"):
            form.written(quiz)
        return
    check_format(form, quiz, REGISTRY.question_types)
    back = form.reading(form.written(quiz)[0], f"quiz{form.suffix}", REGISTRY.question_types).quiz.questions
    changed = {loss.number for loss in losses if loss.effect == "changes marks"}
    for one, other in zip(kept, back, strict=True):
        ours, theirs = essence(one), essence(other)
        if quiz.questions.index(one) + 1 in changed and ours[0] == "text":
            ours, theirs = ours[:3], theirs[:3]
        assert ours == theirs
