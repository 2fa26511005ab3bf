"""Questions of any content, as Hypothesis makes them: every script and sign, short and long."""

from dataclasses import replace

from hypothesis import strategies as st

from quizengine import (
    ChoiceQuestion,
    Format,
    NumericQuestion,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=40).filter(
    lambda text: text.strip() and "\ufeff" not in text
)
numbers = st.decimals(-10_000, 10_000, places=3)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A question whose file loses nothing but the order of its wrong options."""
    stem = draw(texts).strip()
    kind = draw(st.sampled_from(["choice", "true", "number", "text"]))
    if kind == "true":
        return TrueFalseQuestion(stem=stem, answer=draw(st.booleans()), rationale=draw(texts).strip())
    if kind == "number":
        margin = draw(st.none() | st.decimals(1, 5, places=3).map(lambda size: Tolerance(absolute=size)))
        return NumericQuestion(stem=stem, answer=draw(numbers), tolerance=margin)
    if kind == "text":
        return ShortTextQuestion(stem=stem, answer="a" + draw(texts))
    options = draw(st.lists(texts, min_size=2, max_size=5, unique_by=lambda text: " ".join(text.split())))
    return ChoiceQuestion(stem=stem, answer=options[0], distractors=tuple(options[1:]))


def check_it_comes_back(form: Format, question: Question) -> None:
    """A format gives back a question as it was, but for the order of its wrong options and the kind of its blanks."""
    reading = form.reading(form.written(Quiz("T", (question,)))[0], "quiz.zip", {})
    assert reading.findings == ()
    found = reading.quiz.questions[0]
    if isinstance(question, ChoiceQuestion) and isinstance(found, ChoiceQuestion):
        assert sorted(found.distractors) == sorted(question.distractors)
        found = replace(found, distractors=question.distractors)
    assert _plain_blanks(found) == _plain_blanks(question)


def _plain_blanks(question: Question) -> str:
    """A question in words, with blanks of one kind: in HTML a no-break space is how a second blank is kept."""
    return repr(question).replace("\\xa0", " ")
