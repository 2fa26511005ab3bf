"""Where sentences end, and where they do not."""

import pytest

from quizengine.language.quotation_ranges import has_balanced_quotes
from quizengine.language.reporting import verb_forms
from quizengine.language.sentences import is_inside_quotation, sentence_of, sentences_in, sentences_inside
from quizengine.text.article import Article

WHOLE = [
    ("Rain fell. The river rose.", ["Rain fell.", "The river rose."]),
    ("Sen. Lloyd J. Austin III met Ms. Ray. He left.", ["Sen. Lloyd J. Austin III met Ms. Ray.", "He left."]),
    (
        "The U.S. Army moved. They live in the U.S. He left.",
        ["The U.S. Army moved.", "They live in the U.S.", "He left."],
    ),
    (
        "It closed at 5 p.m. Tuesday. It opens at 9 a.m. Police wait.",
        ["It closed at 5 p.m. Tuesday.", "It opens at 9 a.m.", "Police wait."],
    ),
    ("(It was the second.) Police left.", ["(It was the second.)", "Police left."]),
    ("“Why me? Why now?” he said. Then he left.", ["“Why me? Why now?” he said.", "Then he left."]),
    ("“Will it hold?” Ms. Okoro asked. It held.", ["“Will it hold?” Ms. Okoro asked.", "It held."]),
    ("“Run!” Police came.", ["“Run!”", "Police came."]),
    ('"Stop. Go." He left. "No. No," she said.', ['"Stop. Go."', "He left.", '"No. No," she said.']),
    ("''Stop. Go.'' He left.", ["''Stop. Go.''", "He left."]),
    (
        "She works for Acme Inc. Its shares fell on Jan. 5 to 3.5.",
        ["She works for Acme Inc.", "Its shares fell on Jan. 5 to 3.5."],
    ),
    ("No. 5 won. He said no. They left.", ["No. 5 won.", "He said no.", "They left."]),
    (
        "It rained [3] all day. [4] Then it stopped.[5] We left.",
        ["It rained [3] all day. [4]", "Then it stopped.[5]", "We left."],
    ),
    ("SALEM, Ore. — The dam held.", ["SALEM, Ore. — The dam held."]),
    ("He wrote for eBay. iPhone sales rose.", ["He wrote for eBay. iPhone sales rose."]),
    ("He waited … and waited. Nothing!", ["He waited … and waited.", "Nothing!"]),
    ("“We stay. We fight. ” Chung said so. It ended.", ["“We stay. We fight. ”", "Chung said so.", "It ended."]),
    ('He wore a 5" belt. It broke.', ['He wore a 5" belt.', "It broke."]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE, ids=[text for text, _ in WHOLE])
def test_a_sentence_ends_at_its_mark_and_not_before(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences_in(Article(text))] == expected


def test_sentences_inside_part_quotations_as_well() -> None:
    article = Article("“Why me? Why now?” he said. Then he left.")
    assert [one.text for one in sentences_inside(article)] == ["“Why me?", "Why now?” he said.", "Then he left."]


def test_a_quotation_that_runs_on_into_the_next_paragraph_stays_whole() -> None:
    article = Article("He said this.\n\n“We came. We saw.\n\n“We won. It was easy,” he said.")
    assert [one.text for one in sentences_in(article)] == [
        "He said this.", "“We came. We saw.", "“We won. It was easy,” he said."
    ]  # fmt: skip


def test_a_stray_quotation_mark_swallows_nothing() -> None:
    article = Article("He said “we came. Then he left. It rained.")
    assert len(sentences_in(article)) == 3


def test_offsets_point_into_the_article_and_leave_out_title_and_furniture() -> None:
    article = Article("A Title Without an End\n\nIt rained.  The river rose.\r\n\r\nRelated Posts")
    assert [(one.start, one.text) for one in sentences_in(article)] == [(24, "It rained."), (36, "The river rose.")]


def test_sentence_of_gives_the_sentence_a_span_begins_in() -> None:
    article = Article("Rain fell. “Go. Now,” he said.")
    now = article.span(article.text.index("Now"), article.text.index("Now") + 3)
    assert sentence_of(now).text == "“Go. Now,” he said."
    assert sentence_of(now, inside=True).text == "Now,” he said."


def test_sentence_of_gives_the_span_itself_outside_the_body() -> None:
    article = Article("The Great Flood of Salem\n\nRain fell.")
    assert sentence_of(article.span(4, 9)) == article.span(4, 9)


@pytest.mark.parametrize(
    "text", ["``Row on, said Ada.", '"Row on, said Ada.', "''Row on, said Ada.", "“Row on, said Ada."]
)
def test_a_quotation_is_open_behind_its_mark_as_typed_on_any_machine(text: str) -> None:
    (paragraph,) = Article(text).paragraphs
    assert is_inside_quotation(paragraph, paragraph.start + 5)
    assert not has_balanced_quotes(text)


def test_an_apostrophe_opens_no_quotation_and_a_closed_one_is_whole() -> None:
    (paragraph,) = Article("Ada's boat, ``Otter'', sank.").paragraphs
    assert not is_inside_quotation(paragraph, paragraph.end - 2)
    assert has_balanced_quotes(paragraph.text)


@pytest.mark.parametrize(
    "text",
    [
        'A pipe of 5" burst. It held, and Ada left.',
        "He was 5'10\" tall. It held, and Ada left.",
        "“Row,” she said. It held, and Ada left.",
    ],
)
def test_nothing_is_open_behind_a_mark_that_opened_nothing(text: str) -> None:
    (paragraph,) = Article(text).paragraphs
    assert not is_inside_quotation(paragraph, paragraph.end - len("Ada left."))


def test_a_quotation_counts_from_the_stretch_that_is_looked_at() -> None:
    (paragraph,) = Article("He said: “Row hard. Row fast.”").paragraphs
    _, second = sentences_inside(paragraph.article)
    assert is_inside_quotation(paragraph, second.start)
    assert not is_inside_quotation(second, second.start + 1)


@pytest.mark.parametrize("verb", sorted(verb_forms("beside a quotation")))
def test_a_sentence_goes_on_behind_a_question_with_who_asks_it(verb: str) -> None:
    text = f"“Why row?” Ada Moss {verb}."
    assert [sentence.text for sentence in sentences_inside(Article(text))] == [text]
