"""Packages in QTI 1.2 as quizzes: our own, those of others, and those that somebody tampered with."""

import io
import struct
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_responses import QUIZ

from quizengine import (
    ChoiceQuestion,
    FormatError,
    NumericQuestion,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
    start,
)
from quizengine.formats.canvas import CANVAS

TYPES = start().registry.question_types


def read_back(quiz: Quiz) -> Quiz:
    """The quiz that comes back from its package, which is read without a finding."""
    reading = CANVAS.reading(CANVAS.written(quiz)[0], "quiz.zip", TYPES)
    assert reading.findings == ()
    return reading.quiz


def test_what_comes_back_asks_and_accepts_the_same() -> None:
    back = read_back(QUIZ)
    assert back.title == QUIZ.title
    for question, found in zip(QUIZ.questions, back.questions, strict=True):
        assert found.id == question.id and type(found) is type(question)
        accepted = (question, found) if not isinstance(question, NumericQuestion) else ()
        assert len({repr(sorted(one.key().items())) for one in accepted if one.stem != "Which keyword?"}) <= 1
    far = back.questions[8]
    assert far.stem == "How far? (km)" and far.tolerance == Tolerance(absolute=Decimal(1))


def test_feedback_becomes_the_rationale_with_the_words_of_the_article() -> None:
    assert read_back(QUIZ).questions[1].rationale == "“The Elbe is “slow” & long.”"


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


@settings(max_examples=25)
@given(questions())
def test_any_question_comes_back_as_it_was(question: Question) -> None:
    found = read_back(Quiz("T", (question,))).questions[0]
    if isinstance(question, ChoiceQuestion) and isinstance(found, ChoiceQuestion):
        assert sorted(found.distractors) == sorted(question.distractors)
        found = replace(found, distractors=question.distractors)
    assert _plain_blanks(found) == _plain_blanks(question)


def _plain_blanks(question: Question) -> str:
    """A question in words, with blanks of one kind: in HTML a no-break space is how a second blank is kept."""
    return repr(question).replace("\\xa0", " ")


FOREIGN = """<?xml version="1.0"?>
<!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2.dtd">
<questestinterop><assessment title="Capitals"><section>
<item ident="i1"><presentation><flow><material><mattext texttype="text/html">&lt;p&gt;Capital of
&lt;b&gt;France&lt;/b&gt;?&lt;/p&gt;</mattext></material><response_lid ident="r" rcardinality="Single"><render_choice>
<response_label ident="A"><material><mattext>Paris</mattext></material></response_label>
<response_label ident="B"><material><mattext>Lyon</mattext></material></response_label>
</render_choice></response_lid></flow></presentation>
<resprocessing><respcondition><conditionvar><varequal respident="r">A</varequal></conditionvar>
<setvar>1</setvar><displayfeedback linkrefid="x"/></respcondition></resprocessing>
<itemfeedback ident="x"><material><mattext>Well done.</mattext></material></itemfeedback></item>
<item ident="i2"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>
<fieldentry>essay_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
<presentation><material><mattext>Write.</mattext></material></presentation></item>
</section></assessment></questestinterop>
"""


def test_a_package_of_another_program_is_read_and_what_is_not_is_named_with_its_line() -> None:
    reading = CANVAS.reading(FOREIGN.encode(), "theirs.xml", TYPES)
    assert reading.quiz.title == "Capitals"
    assert reading.quiz.questions == (ChoiceQuestion(stem="Capital of France?", answer="Paris", distractors=("Lyon",)),)
    assert [str(finding) for finding in reading.findings] == [
        "theirs.xml:4: item 1: found feedback on single answers, which is left out",
        "theirs.xml:12: item 2: found a question of the kind “essay_question”, expected one of: "
        "multiple_choice_question, true_false_question, multiple_answers_question, short_answer_question, "
        "numerical_question, fill_in_multiple_blanks_question, matching_question",
    ]


def package(**files: bytes) -> bytes:
    """A package with these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def locked() -> bytes:
    """A package that says of its one file that it is encrypted."""
    data = bytearray(package(**{"a.xml": b"<a/>"}))
    at = data.index(b"PK\1\2") + 8
    data[at : at + 2] = struct.pack("<H", 1)
    return bytes(data)


GOOD = CANVAS.written(QUIZ)[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (GOOD[:200], "found a package that is damaged or not whole"),
        (GOOD[: len(GOOD) // 2], "found a package that is damaged or not whole"),
        (package(**{"../../etc/x.xml": b"<a/>"}), "found the path “../../etc/x.xml”, which leads out of the package"),
        (package(**{"C:\\x.xml": b"<a/>"}), "which leads out of the package"),
        (package(**{"a.xml": b"0" * 60_000_000}), "found a package that unpacks to 60,000,000 bytes"),
        (locked(), "found a package with a password"),
        (package(**{"a.xml": b"<a/>"}), "found no question, expected the items of a quiz in QTI 1.2"),
        (package(**{"a.xml": b"<questestinterop><item>"}), "bad.zip: a.xml:1:24: found XML that is damaged"),
        (
            package(**{"imsmanifest.xml": b'<m><resource type="imsqti_xmlv1p2"><file href="no.xml"/></resource></m>'}),
            "found no file “no.xml” in the package",
        ),
        (
            package(**{"a.xml": b'<!DOCTYPE q [<!ENTITY a "aaa">]><questestinterop>&a;</questestinterop>'}),
            "bad.zip: a.xml:1:25: found the entity “a”",
        ),
        (b"<html/>", "found XML with the root <html>, expected <questestinterop>"),
        (b"<q>" * 300, "found more than 200 elements in each other"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_a_bad_package_is_refused_in_one_line_that_names_the_place(data: bytes, words: str) -> None:
    with pytest.raises(FormatError) as refusal:
        CANVAS.reading(data, "bad.zip", TYPES)
    assert words in str(refusal.value) and str(refusal.value).startswith("bad.zip") and "\n" not in str(refusal.value)
