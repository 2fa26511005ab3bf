"""Title, kicker, body and furniture are told apart by offsets."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.text.layout import Layout, Offsets, layout_of

FURNITURE = [
    "Related Posts",
    "Related articles:",
    "More from this author",
    "Read more: The railway that never came",
    "You may also like",
    "Advertisement",
    "ADVERTISEMENT",
    "Share this article",
    "Leave a comment",
    "3 comments",
    "Subscribe to our newsletter",
    "Sign up for the morning letter.",
    "Tags: harbour, railway",
    "Topics: war, food.",
    "Filed under Local History",
    "Copyright 2024 The Harbour Post.",
    "© The Harbour Post",
    "All rights reserved.",
    "Photo: Ada Marsh / Harbour Post",
    "What Comes Next",
    "Editor’s note: An earlier version of this article gave the year of the flood as 1952." + " It was 1953." * 20,
    "Correction: The ferry carried 300 people, not 3,000.",
]
BODY = [
    "Tagore won the Nobel Prize in 1913.",
    "Category 5 storms killed 300 people.",
    "Topics ranged from farming to taxes, she said.",
    "Copyright law changed in 1976.",
    "More from the region joined the strike, the union said.",
    "Subscribers fell by 40,000.",
    "Shares fell.",
    "“Related posts,” he said.",
    "Next year the harbour will close.",
    "Corrections to the map took 3 years.",
    "The editor’s note: nobody has read it.",
]


def words(text: str, pairs: tuple[Offsets, ...]) -> list[str]:
    return [text[start:end] for start, end in pairs]


def framed(paragraph: str) -> str:
    return f"The Harbour Railway\n\nA train came. It left again.\n\n{paragraph}\n\nThe harbour froze. It thawed in May."


@pytest.mark.parametrize("paragraph", FURNITURE)
def test_furniture_is_not_body(paragraph: str) -> None:
    text = framed(paragraph)
    assert words(text, layout_of(text).furniture) == [paragraph]


@pytest.mark.parametrize("paragraph", BODY)
def test_a_sentence_is_body_whatever_word_it_begins_with(paragraph: str) -> None:
    text = framed(paragraph)
    assert words(text, layout_of(text).body)[1] == paragraph
    assert layout_of(text).furniture == ()


def test_a_title_and_the_label_under_it_are_title_and_kicker() -> None:
    text = "The Harbour Railway\n\nLocal History\n\nA train came."
    assert layout_of(text) == Layout((0, 19), (21, 34), ((36, 49),), ())


def test_a_question_in_title_case_is_a_title_and_a_plain_sentence_is_none() -> None:
    assert layout_of("Why Did the Harbour Freeze?\n\nIt was cold.").title == (0, 27)
    assert layout_of("The harbour froze in May.\n\nIt was cold.").title is None


def test_a_title_has_thirty_words_at_most() -> None:
    assert layout_of(f"{'word ' * 29}word\n\nIt was cold.").title == (0, 149)
    assert layout_of(f"{'word ' * 30}word\n\nIt was cold.").title is None


def test_a_kicker_has_five_words_at_most_and_something_follows_it() -> None:
    assert layout_of("The Harbour Railway\n\nHow it went back then\n\nA train came.").kicker == (21, 42)
    assert layout_of("The Harbour Railway\n\nHow it all went back then\n\nA train came.").kicker is None
    assert layout_of("The Harbour Railway\n\nLocal History").kicker is None


def test_a_heading_has_twelve_words_at_most() -> None:
    assert words(framed("word " * 11 + "word"), layout_of(framed("word " * 11 + "word")).furniture) == [
        "word " * 11 + "word"
    ]
    assert layout_of(framed("word " * 12 + "word")).furniture == ()


def test_a_long_paragraph_is_body_even_if_it_begins_like_a_share_line() -> None:
    assert layout_of(framed(f"Subscribe {'now ' * 47}x.")).furniture != ()
    assert layout_of(framed(f"Subscribe {'now ' * 48}x.")).furniture == ()


def test_a_sentence_that_ends_is_a_title_if_three_words_in_four_begin_with_a_capital() -> None:
    assert layout_of("Trains Came And left?\n\nIt was cold.").title == (0, 21)
    assert layout_of("Trains Came and left!\n\nIt was cold.").title is None
    assert layout_of("Trains Came.\n\nIt was cold.").title is None
    assert layout_of("Did Trains Come?\n\nIt was cold.").title == (0, 16)


def test_a_short_sentence_over_many_paragraphs_is_a_headline() -> None:
    body = "\n\n".join(["The harbour of Orra froze in May, and no ship came in for a week."] * 5)
    assert layout_of(f"Orra waits for its ships.\n\n{body}").title == (0, 25)
    assert layout_of(f"Orra waits. Its ships do not come.\n\n{body}").title is None
    assert layout_of(f"{'word ' * 15}ends.\n\n{body}").title is None


def test_a_headline_of_two_lines_is_title_and_kicker() -> None:
    body = "\n\n".join(["The harbour of Orra froze in May, and no ship came in for a week."] * 5)
    layout = layout_of(f"Orra waits for its ships; \nNone can pass the ice.\n\n{body}")
    assert (layout.title, layout.kicker) == ((0, 25), (27, 49))
    assert layout_of(f"Orra waits for its ships\nin the ice of May.\n\n{body}").title is None


def test_a_text_of_two_paragraphs_may_have_a_title() -> None:
    assert layout_of("Rain\n\nIt rained.") == Layout((0, 4), None, ((6, 16),), ())


def test_a_text_of_one_paragraph_is_all_body() -> None:
    assert layout_of("Related Posts") == Layout(None, None, ((0, 13),), ())


def test_a_text_of_one_paragraph_keeps_what_stands_before_its_sentence() -> None:
    assert layout_of("SALEM, Ore. — The dam held.").body == ((0, 27),)


def test_a_text_without_words_has_no_parts() -> None:
    assert layout_of(" \n\n\t ") == Layout(None, None, (), ())


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_single_newline_does_not_end_a_paragraph_and_an_empty_line_does(newline: str) -> None:
    text = newline.join(["A train came", "to the harbour.", "", "It left."])
    assert words(text, layout_of(text).body) == [f"A train came{newline}to the harbour.", "It left."]


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", " \u00a0 "])
def test_a_line_of_white_space_is_an_empty_line(blank: str) -> None:
    text = f"A train came.{blank}\n{blank}\n{blank}It left."
    assert words(text, layout_of(text).body) == ["A train came.", "It left."]


PIECES = st.sampled_from(
    [
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "\u00a0",
        "\u2028",
        "Related Posts",
        "Local History",
        "It froze.",
        "“No,” he said",
        "x",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_parts_are_disjoint_and_in_order_and_cover_every_character_that_is_not_white_space(text: str) -> None:
    layout = layout_of(text)
    pairs = [pair for pair in (layout.title, layout.kicker) if pair] + sorted(layout.body + layout.furniture)
    assert all(start < end for start, end in pairs)
    assert all(before[1] <= after[0] for before, after in pairwise(pairs))
    assert list(layout.body) == sorted(layout.body) and list(layout.furniture) == sorted(layout.furniture)
    covered = "".join(text[start:end] for start, end in pairs)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_part_never_begins_or_ends_in_white_space(text: str) -> None:
    layout = layout_of(text)
    for part in words(text, layout.body + layout.furniture):
        assert part == part.strip()


def test_a_million_characters_of_labels_are_told_apart() -> None:
    assert len(layout_of("a\n\n" * 300_000).furniture) == 299_998
