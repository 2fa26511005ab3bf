"""Moodle XML, byte for byte: what Moodle's importer was seen to need."""

from decimal import Decimal

import pytest

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.extensions.losses import loss_report
from quizengine.formats.moodle.moodle_xml import MOODLE_XML
from quizengine.quiz.types import OptionFeedback


def xml(question: Question, title: str = "") -> str:
    """The file with this one question."""
    return MOODLE_XML.written(Quiz(title, (question,)))[0].decode()


def has(question: Question, *lines: str) -> None:
    """Hold the file of a question to the lines given, in this order."""
    found = xml(question).splitlines()
    places = [found.index(line) for line in lines if line in found]
    assert [line for line in lines if line not in found] == [] and places == sorted(places)


def test_a_whole_file() -> None:
    question = TrueFalseQuestion(
        stem="1 < 2 & “so on”.", answer=True, id="one", rationale="It is.", tags=("a<b",), points=Decimal("2.50")
    )
    assert xml(question, "Rivers/1 & 2") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<quiz>\n"
        '<question type="category">\n'
        "<category><text><![CDATA[top/Rivers//1 & 2]]></text></category>\n"
        '<info format="plain_text"><text></text></info>\n'
        "</question>\n"
        '<question type="truefalse">\n'
        "<name><text><![CDATA[1 1 2 & “so on”.]]></text></name>\n"
        '<questiontext format="plain_text"><text><![CDATA[1 < 2 & “so on”.]]></text></questiontext>\n'
        '<generalfeedback format="plain_text"><text><![CDATA[It is.]]></text></generalfeedback>\n'
        "<defaultgrade>2.5</defaultgrade>\n"
        "<penalty>0</penalty>\n"
        "<idnumber>one</idnumber>\n"
        '<answer fraction="100"><text><![CDATA[true]]></text>'
        '<feedback format="plain_text"><text></text></feedback></answer>\n'
        '<answer fraction="0"><text><![CDATA[false]]></text>'
        '<feedback format="plain_text"><text></text></feedback></answer>\n'
        "<tags><tag><text><![CDATA[a<b]]></text></tag></tags>\n"
        "</question>\n"
        "</quiz>\n"
    )


def test_the_end_of_a_cdata_section_is_split_and_line_breaks_stay() -> None:
    has(
        TrueFalseQuestion(stem="a]]>b &amp; $1,000\nnext", answer=True),
        '<questiontext format="plain_text"><text><![CDATA[a]]]]><![CDATA[>b &amp; $1,000',
        "next]]></text></questiontext>",
    )


def test_names_hold_nothing_like_a_tag() -> None:
    assert "<name><text><![CDATA[1 What is b here?]]></text></name>" in xml(
        TrueFalseQuestion(stem="What is <b> here?", answer=True)
    )


EMPTY = '<feedback format="plain_text"><text></text></feedback>'


def test_a_choice_lists_its_key_first_as_moodle_shuffles() -> None:
    question = ChoiceQuestion(
        stem="Which?", answer="x", distractors=("b", "a"), feedback=(OptionFeedback("b", "Think again."),)
    )
    has(
        question,
        "<single>true</single>",
        "<shuffleanswers>true</shuffleanswers>",
        f'<answer fraction="100" format="plain_text"><text><![CDATA[x]]></text>{EMPTY}</answer>',
        '<answer fraction="0" format="plain_text"><text><![CDATA[b]]></text>'
        '<feedback format="plain_text"><text><![CDATA[Think again.]]></text></feedback></answer>',
        f'<answer fraction="0" format="plain_text"><text><![CDATA[a]]></text>{EMPTY}</answer>',
    )


def test_pinned_options_keep_moodle_from_shuffling() -> None:
    has(
        ChoiceQuestion(stem="?", answer="x", distractors=("y",), pinned=("y",)),
        "<shuffleanswers>false</shuffleanswers>",
    )


@pytest.mark.parametrize(
    ("right", "wrong", "gives", "takes"),
    [(3, 3, "33.33333", "-33.33333"), (2, 1, "50", "-100"), (6, 8, "16.66667", "-16.66667"), (7, 2, "14.28571", "-50")],
)
def test_weights_are_those_that_moodle_knows(right: int, wrong: int, gives: str, takes: str) -> None:
    texts = [f"option {number}" for number in range(right + wrong)]
    file = xml(ChoiceQuestion(stem="?", answer=tuple(texts[:right]), distractors=tuple(texts[right:])))
    assert "<single>false</single>" in file
    assert file.count(f'fraction="{gives}"') == right and file.count(f'fraction="{takes}"') == wrong


def test_shares_that_moodle_does_not_know_are_refused() -> None:
    eleven = ChoiceQuestion(stem="?", answer=tuple(f"o{n}" for n in range(11)), distractors=("x",))
    quiz = Quiz("", (TrueFalseQuestion(stem="So?", answer=True), eleven))
    assert loss_report(MOODLE_XML.written(quiz)[1]) == (
        "question 2 left out: 11 right options, whose shares Moodle does not know",
    )


@pytest.mark.parametrize(
    ("tolerance", "answers"),
    [
        (None, [("2000", "0")]),
        (Tolerance(absolute=Decimal("0.5")), [("2000", "0.5")]),
        (Tolerance(percent=Decimal(5)), [("2000", "100")]),
        (Tolerance(range=(Decimal(1990), Decimal(2030))), [("2000", "10"), ("2010", "20")]),
        (Tolerance(range=(Decimal(2000), Decimal(2001))), [("2000", "0"), ("2000.5", "0.5")]),
    ],
)
def test_numbers_are_written_with_margins(tolerance: Tolerance | None, answers: list[tuple[str, str]]) -> None:
    file = xml(NumericQuestion(stem="?", answer=Decimal("2E+3"), tolerance=tolerance))
    wanted = [
        f'<answer fraction="100"><text><![CDATA[{value}]]></text>{EMPTY}<tolerance>{margin}</tolerance></answer>'
        for value, margin in answers
    ]
    assert [line for line in file.splitlines() if line.startswith("<answer")] == wanted


@pytest.mark.parametrize(
    ("unit", "required", "lines"),
    [
        ("", False, ["<unitgradingtype>0</unitgradingtype>", "<showunits>3</showunits>"]),
        ("km", False, ["<unitgradingtype>0</unitgradingtype>", "<showunits>0</showunits>", "<unitsleft>0</unitsleft>"]),
        ("km", True, ["<unitgradingtype>1</unitgradingtype>", "<unitpenalty>1</unitpenalty>"]),
        ("$", True, ["<unitsleft>1</unitsleft>"]),
    ],
)
def test_units_are_accepted_or_required(unit: str, required: bool, lines: list[str]) -> None:
    question = NumericQuestion(stem="How far?", answer=Decimal(5), unit=unit, unit_required=required)
    has(question, *lines)
    shown = unit and not required
    assert (f"<![CDATA[How far? ({unit})]]>" in xml(question)) is bool(shown)


def test_a_star_in_a_typed_answer_is_no_wildcard() -> None:
    has(
        ShortTextQuestion(stem="?", answer="5*3", accept=("Zoë",)),
        "<usecase>0</usecase>",
        f'<answer fraction="100"><text><![CDATA[5\\*3]]></text>{EMPTY}</answer>',
        f'<answer fraction="100"><text><![CDATA[Zoë]]></text>{EMPTY}</answer>',
        f'<answer fraction="100"><text><![CDATA[Zoe]]></text>{EMPTY}</answer>',
    )
    has(ShortTextQuestion(stem="?", answer="Return", match="exact"), "<usecase>1</usecase>")


def test_an_open_question_has_its_model_answer_for_those_who_mark() -> None:
    has(
        OpenQuestion(stem="Why?", answer="**Water** flows down.", rationale="It is heavy.", markup="markdown"),
        '<question type="essay">',
        '<generalfeedback format="html"><text><![CDATA[It is heavy.]]></text></generalfeedback>',
        "<responseformat>plain</responseformat>",
        '<graderinfo format="html"><text><![CDATA[<strong>Water</strong> flows down.]]></text></graderinfo>',
    )


def test_a_gap_writes_what_would_end_it_as_entities() -> None:
    text = "Set {{x}} & {a~b}} = #1|&<*>} or {3.5}."
    question = ClozeQuestion(stem="Fill.", text=text.replace("b}} =", "b ="))
    assert (
        "<p>Fill.</p><div>Set &#123;x} &amp; {1:SHORTANSWER:=a&#126;b &#61; &#35;1~=&#38;&#60;\\&#42;&#62;}"
        " or {1:NUMERICAL:=3.5:0}.</div>"
    ) in xml(question)


def test_pairs_have_partners_that_belong_to_nobody() -> None:
    pairs = (Pair(left="Elbe", right="Hamburg"), Pair(left="Seine", right="Paris"))
    has(
        MatchingQuestion(stem="?", pairs=pairs, distractors=("Rome",)),
        "<defaultgrade>2</defaultgrade>",
        "<shuffleanswers>true</shuffleanswers>",
        '<subquestion format="plain_text"><text><![CDATA[Elbe]]></text>'
        "<answer><text><![CDATA[Hamburg]]></text></answer></subquestion>",
        '<subquestion format="plain_text"><text></text><answer><text><![CDATA[Rome]]></text></answer></subquestion>',
    )


@pytest.mark.parametrize(
    ("scoring", "grading"), [("partial", "LONGEST_ORDERED_SUBSET"), ("all-or-nothing", "ALL_OR_NOTHING")]
)
def test_an_order_says_how_many_are_right_or_moodle_gives_up_the_file(scoring: str, grading: str) -> None:
    question = OrderingQuestion(stem="?", answer=("a", "b"), scoring=scoring)  # type: ignore[arg-type]
    has(question, f"<gradingtype>{grading}</gradingtype>", "<shownumcorrect>1</shownumcorrect>")


def test_markdown_becomes_html_with_formulas_as_moodle_draws_them() -> None:
    question = ChoiceQuestion(
        stem="Is *this* < $x^2$?",
        markup="markdown",
        answer="`a{1:SA:=x}`",
        distractors=("**b**",),
        rationale="So.",
    )
    has(
        question,
        "<name><text><![CDATA[1 Is this x^2?]]></text></name>",
        '<questiontext format="html"><text><![CDATA[Is <em>this</em> &lt; \\(x^2\\)?]]></text></questiontext>',
        '<generalfeedback format="html"><text><![CDATA[So.]]></text></generalfeedback>',
        '<answer fraction="0" format="html"><text><![CDATA[<strong>b</strong>]]></text>'
        '<feedback format="html"><text></text></feedback></answer>',
    )


PICTURES = ChoiceQuestion(
    stem="What is this? ![a cell](media/sub/cell.png)",
    markup="markdown",
    answer="a cell",
    distractors=("![a nerve](media/nerve.png)",),
)


def test_images_stand_beside_the_text_that_shows_them() -> None:
    files = {"media/sub/cell.png": b"cell", "media/nerve.png": b"nerve"}
    file = MOODLE_XML.written(Quiz("", (PICTURES,)), files.get)[0].decode()
    assert '<img src="@@PLUGINFILE@@/sub-cell.png" alt="a cell"' in file
    assert (
        ']]></text><file name="sub-cell.png" path="/" encoding="base64">Y2VsbA==</file></questiontext>' in file
        and ']]></text><file name="nerve.png" path="/" encoding="base64">bmVydmU=</file><feedback' in file
    )
    assert "\0" not in file


def test_without_their_files_images_are_words_and_the_report_says_so() -> None:
    data, losses = MOODLE_XML.written(Quiz("", (PICTURES,)))
    assert b"PLUGINFILE" not in data and b"a nerve" in data
    assert "quiz simplified: images and recordings: the words that describe them take their place" in loss_report(
        losses
    )
