"""Moodle XML as other people write it."""

from decimal import Decimal

import pytest

from quizengine import (
    BankError,
    ChoiceQuestion,
    ClozeQuestion,
    FormatError,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Reading,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from quizengine.formats.encodings.html_text import html_to_text
from quizengine.formats.moodle.xml_reader import read_moodle_xml


def read(*questions: str) -> Reading:
    """What a file with these questions gives."""
    file = "<?xml version='1.0' encoding='UTF-8'?>\n<quiz>\n" + "\n".join(questions) + "\n</quiz>"
    return read_moodle_xml(file.encode(), "quiz.xml", {})


def question(kind: str, body: str, stem: str = "<p>Which <b>one</b>?</p>") -> str:
    """A question of a type, on three lines, as Moodle exports it."""
    return (
        f'<question type="{kind}"><name><text>{html_to_text(stem)[:20]}</text></name>\n'
        f'<questiontext format="html"><text><![CDATA[{stem}]]></text></questiontext>\n'
        f"{body}</question>"
    )


ANSWER = '<answer fraction="{}" format="html"><text>{}</text><feedback><text>{}</text></feedback></answer>'


def test_a_choice_with_html_and_feedback() -> None:
    body = ANSWER.format("100", "&lt;p&gt;Elbe&lt;/p&gt;", "") + ANSWER.format("0", "Alps", "Not wet.")
    (found,) = read(question("multichoice", f"<single>true</single>{body}")).quiz.questions
    assert isinstance(found, ChoiceQuestion)
    assert (found.stem, found.answer, found.distractors) == ("Which **one**?", "Elbe", ("Alps",))
    assert [(each.option, each.says) for each in found.feedback] == [("Alps", "Not wet.")]


def test_many_right_options_with_their_shares() -> None:
    body = "".join(
        ANSWER.format(*row, "") for row in [("33.33333", "a"), ("33.33333", "b"), ("33.33333", "c"), ("-100", "d")]
    )
    (found,) = read(question("multichoice", f"<single>false</single>{body}")).quiz.questions
    assert isinstance(found, ChoiceQuestion)
    assert (found.answer, found.distractors) == (("a", "b", "c"), ("d",))


def test_every_other_type() -> None:
    true = question("truefalse", ANSWER.format("0", "true", "") + ANSWER.format("100", "false", ""), "It is.")
    number = question(
        "numerical",
        '<answer fraction="100"><text>3.50</text><tolerance>0.1</tolerance></answer>'
        "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>"
        "<unitgradingtype>1</unitgradingtype>",
        "How long?",
    )
    text = question("shortanswer", "<usecase>1</usecase>" + ANSWER.format("100", "5\\*3", ""), "What?")
    pairs = question(
        "matching",
        "".join(
            f"<subquestion format='html'><text>{left}</text><answer><text>{right}</text></answer></subquestion>"
            for left, right in [("a", "x"), ("b", "y"), ("", "z")]
        ),
        "Pair.",
    )
    order = question("ordering", "".join(ANSWER.format(n, text, "") for n, text in enumerate("abc", 1)), "Order.")
    reading = read(true, number, text, pairs, order)
    assert reading.findings == ()
    first, second, third, fourth, fifth = reading.quiz.questions
    assert first == TrueFalseQuestion(stem="It is.", answer=False)
    assert isinstance(second, NumericQuestion) and second.accepted == (Decimal("3.4"), Decimal("3.6"))
    assert (second.unit, second.unit_required) == ("m", True)
    assert third == ShortTextQuestion(stem="What?", answer="5*3", match="exact")
    assert isinstance(fourth, MatchingQuestion) and fourth.distractors == ("z",) and len(fourth.pairs) == 2
    assert fifth == OrderingQuestion(stem="Order.", answer=("a", "b", "c"))


GRADERS = '<graderinfo format="html"><text>&lt;p&gt;It is &lt;b&gt;wet&lt;/b&gt;.&lt;/p&gt;</text></graderinfo>'
ESSAY = (
    "<responseformat>editor</responseformat><responserequired>1</responserequired><maxbytes>0</maxbytes>"
    "<responsefieldlines>15</responsefieldlines><minwordlimit></minwordlimit><maxwordlimit>{most}</maxwordlimit>"
    "<attachments>{files}</attachments><attachmentsrequired>0</attachmentsrequired><filetypeslist></filetypeslist>"
    '<responsetemplate format="html"><text></text></responsetemplate>'
)


def test_an_essay_with_information_for_graders_is_an_open_question() -> None:
    reading = read(question("essay", ESSAY.format(most="", files=0) + GRADERS, "Why?"))
    assert reading.findings == ()
    assert reading.quiz.questions == (OpenQuestion(stem="Why?", answer="It is **wet**.", markup="markdown"),)


def test_what_an_essay_has_beyond_that_is_named() -> None:
    told = "<generalfeedback><text>It is wet.</text></generalfeedback>"
    reading = read(question("essay", told + ESSAY.format(most=200, files=1), "Why?"))
    assert reading.quiz.questions == (OpenQuestion(stem="Why?", answer="It is wet."),)
    assert [finding.message for finding in reading.findings] == [
        "read without <maxwordlimit>, which is not known",
        "read without the files that students may attach",
        "read with “It is wet.” as its model answer: see whether it is one",
    ]


def test_a_cloze_as_teachers_write_it() -> None:
    html = "<p>Read:</p><p>The capital is "
    html += "{1:SHORTANSWER:=Paris#Yes~%100%Lutetia~*#No}, {:NM:%100%3.5:0.1} km, {1:MC:=a~b}.</p>"
    reading = read(question("cloze", "", html))
    (found,) = reading.quiz.questions
    assert isinstance(found, ClozeQuestion)
    assert (found.stem, found.text) == ("Read:", "The capital is {Paris|Lutetia}, {3.5} km, {a}.")
    assert [str(finding) for finding in reading.findings] == [
        "quiz.xml:3: read without the tolerance of numbers in gaps",
        "quiz.xml:3: read without the feedback on single answers: “Yes”, “No”",
        "quiz.xml:3: read with gaps to type into in the place of lists to choose from",
    ]


def test_what_has_no_place_here_is_named() -> None:
    said = "<feedback><text>Good</text></feedback>"
    answer = f'<answer fraction="100"><text>5</text>{said}</answer>'
    files = [
        question("shortanswer", answer, "a?"),
        question("numerical", answer, "b?"),
        question("truefalse", answer.replace("5", "true"), "c."),
        question("matching", answer + "<subquestion><text>a</text><answer><text>x</text></answer></subquestion>"
                 "<subquestion><text>b</text><answer><text>y</text></answer></subquestion>"
                 "<incorrectfeedback><text>Sorry</text></incorrectfeedback>", "d?"),
        question("shortanswer", '<answer fraction="100"><text>5</text></answer><hint><text>Odd</text></hint>', "e?"),
        question("multichoice", "<shuffleanswers>0</shuffleanswers><synonyms>x</synonyms>"
                 + ANSWER.format("100", "a", "") + ANSWER.format("0", "b", ""), "f?"),
        question("shortanswer", answer.replace(said, ""), "g?").replace(">g?</text></name>", ">Sums</text></name>"),
        "<multiple_choice_question/>",
    ]  # fmt: skip
    reading = read(*files)
    assert len(reading.quiz.questions) == 7
    assert [finding.message for finding in reading.findings] == [
        *["read without the feedback on single answers: “Good”"] * 4,
        "read without the feedback that depends on the result: “Sorry”",
        "read without the hints: “Odd”",
        "read without <synonyms>, which is not known",
        "read without the names of questions, such as “Sums”",
        "left out: found <multiple_choice_question>, expected <question type=…>",
    ]


def test_options_that_moodle_does_not_shuffle_keep_their_places() -> None:
    body = "<shuffleanswers>0</shuffleanswers>" + ANSWER.format("0", "1", "") + ANSWER.format("100", "2", "")
    (found,) = read(question("multichoice", body)).quiz.questions
    assert isinstance(found, ChoiceQuestion) and found.pinned == ("1", "2")


def test_typed_answers_are_words_and_never_html() -> None:
    body = '<answer fraction="100" format="moodle_auto_format"><text>a&lt;b&gt;c</text></answer>'
    assert read(question("shortanswer", body)).quiz.questions[0].answer == "a<b>c"  # type: ignore[attr-defined]


def test_line_ends_in_moodles_own_format_are_kept() -> None:
    stem = question("truefalse", ANSWER.format("100", "true", ""), "One.\nTwo.")
    reading = read(stem.replace('<questiontext format="html">', '<questiontext format="moodle_auto_format">'))
    assert reading.quiz.questions[0].stem == "One.\nTwo."


def test_a_star_in_a_gap_is_named_if_it_stands_for_any_words() -> None:
    wild = read(question("cloze", "", "<p>It is twenty times the height: {1:SA:=a*b}.</p>"))
    assert [one.message for one in wild.findings] == ["read with stars in gaps as stars, not as wildcards"]
    kept = read(question("cloze", "", "<p>It is twenty times the height: {1:SA:=a\\&#42;b}.</p>"))
    assert (kept.findings, kept.quiz.questions) == ((), wild.quiz.questions)


def test_a_cloze_whose_gaps_are_worth_more_has_the_points_of_all() -> None:
    reading = read(question("cloze", "", "<p>One {2:SA:=a} and two {1:SA:=b}.</p>"))
    assert reading.quiz.questions[0].points == 3
    assert str(reading.findings[0]) == "quiz.xml:3: read with gaps that are all worth the same"


def test_the_category_is_the_title() -> None:
    category = (
        '<question type="category"><category><text>$course$/top/Unit 1//2</text></category>'
        "<info><text>For 5b.</text></info></question>"
    )
    quiz = read(category, question("truefalse", ANSWER.format("100", "true", ""))).quiz
    assert (quiz.title, quiz.description) == ("Unit 1/2", "For 5b.")


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        ("description", "", "found the type “description”, expected one of: truefalse, multichoice, "),
        ("essay", "", "found an essay without a model answer, expected one in <graderinfo>"),
        ("essay", "<responseformat>noinline</responseformat>" + GRADERS, "found an essay that asks for a file"),
        ("multichoice", ANSWER.format("50", "a", ""), "found 0 options that are worth 100, expected one"),
        (
            "multichoice",
            "<single>false</single>" + ANSWER.format("33", "a", "") + ANSWER.format("0", "b", ""),
            "found right options that are worth 33 together, expected 100",
        ),
        ("numerical", ANSWER.format("100", "*", ""), "found * as the right answer, by which every number is right"),
        ("numerical", ANSWER.format("100", "3,5", ""), "found “3,5” for the answer, expected a number"),
        ("shortanswer", ANSWER.format("100", "Par*", ""), "found the wildcard * in “Par*”"),
        ("truefalse", ANSWER.format("50", "true", ""), "found no answer true or false that is worth 100"),
        ("matching", "", "found no <subquestion>"),
        ("cloze", "", "found no gap, expected one like {1:SHORTANSWER:=word}"),
        ("multichoice", ANSWER.format("x", "a", ""), "found “x” for the fraction, expected a number"),
    ],
)
def test_a_question_that_cannot_be_read_is_named_with_its_line_and_the_others_are_read(
    kind: str, body: str, words: str
) -> None:
    good = question("truefalse", ANSWER.format("100", "true", ""))
    reading = read(good, question(kind, body))
    assert len(reading.quiz.questions) == 1
    (finding,) = reading.findings
    assert str(finding).startswith(f"quiz.xml:6: the question is left out: {words}")


def test_pictures_are_named() -> None:
    body = ANSWER.format("100", "true", "")
    reading = read(question("truefalse", body, '<p>Is <img src="@@PLUGINFILE@@/a.png" alt="this"> a cat?</p>'))
    assert reading.quiz.questions[0].stem == "Is this a cat?"
    assert str(reading.findings[0]) == "quiz.xml:3: read without @@PLUGINFILE@@/a.png, which is not in the file"


ENTITIES = '<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><quiz>&b;</quiz>'
OUTSIDE = '<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<quiz>&a;</quiz>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<quiz><question type='truefalse'>", "bad.xml:1:"),
        (ENTITIES.encode(), "bad.xml:1:"),
        (OUTSIDE.encode(), "bad.xml:1:"),
        (b"<quiz>" + b"<a>" * 3000, "bad.xml:1:"),
        ("<quiz>é</quiz>".encode("latin-1"), "bad.xml:1:"),
        (b"", "bad.xml:1:"),
        (b" " * 1_000_000, "bad.xml:"),
        (b"<?xml version='1.0' encoding='klingon'?><quiz/>", "bad.xml:"),
    ],
)
def test_files_that_are_no_xml_are_refused_with_the_place(data: bytes, words: str) -> None:
    with pytest.raises((BankError, FormatError)) as refused:
        read_moodle_xml(data, "bad.xml", {})
    assert str(refused.value).startswith(words) and "\n" not in str(refused.value)
