"""The event that the title names is put before a sentence that tells whom or what it struck, and does not name it."""

import pytest

from quizengine import Article
from quizengine.language import gapped_sentence, trees
from quizengine.language.realise.events import event_of

OPENING = "The Orra Bridge disaster was the fall of a bridge near Orra in 1901. A train had been on it."


def shown(sentence: str, answer: str, title: str = "Orra Bridge disaster", before: str = "") -> str | None:
    """The sentence with a gap, in an article on the fall of a bridge."""
    tree = trees(Article(f"{title}\n\n{OPENING}\n\n{before}{sentence}\n"))[-1]
    own = [index for index, token in enumerate(tree.tokens) if token.form == answer]
    found = gapped_sentence(tree, own[:1], answer)
    return found[1] if found else None


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Orra Bridge disaster", "the Orra Bridge disaster"),
        ("The Orra Bridge Disaster", "the Orra Bridge disaster"),
        ("Bridges of Orra", ""),
        ("Orra disaster", ""),  # the text does not call it that
    ],
)
def test_the_title_names_the_event_as_the_text_writes_it(title: str, event: str) -> None:
    assert event_of(Article(f"{title}\n\n{OPENING}\n")) == event


def test_what_was_destroyed_gets_the_event_before_it() -> None:
    told = shown("Nearly every house within a mile of Tolmara was destroyed or damaged.", "Tolmara")
    assert told == "In the Orra Bridge disaster, nearly every house within a mile of _____ was destroyed or damaged."


def test_the_dead_are_those_of_the_event() -> None:
    told = shown("Among the dead were Reed and the mayor of the town of Tolmara.", "Tolmara")
    assert told == "Among the dead of the Orra Bridge disaster were Reed and the mayor of the town of _____."


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("Many houses beside the church of Tolmara were destroyed or badly damaged.", "A second fire came. "),
        ("Many houses beside the church of Tolmara were destroyed or badly damaged.", "Orra was rebuilt in 1950. "),
    ],
)
def test_nothing_is_put_before_what_another_event_may_have_done(sentence: str, before: str) -> None:
    assert shown(sentence, "Tolmara", before=before) is None


def test_where_the_title_names_no_event_nothing_tells_what_destroyed_the_houses() -> None:
    assert shown("Many houses beside the church of Tolmara were destroyed.", "Tolmara", title="Bridges of Orra") is None


@pytest.mark.parametrize("end", ["by a falling crane", "in May 1944", "in a fire"])
def test_a_sentence_with_a_cause_or_a_date_of_its_own_stays_as_it_is(end: str) -> None:
    sentence = f"Many houses beside the church of Tolmara were destroyed {end}."
    assert (shown(sentence, "Tolmara") or "").startswith("Many houses beside the church of _____ were destroyed")


def test_behind_a_place_the_event_comes_last() -> None:
    told = shown("In Orra and in the town of Tolmara about 210 people were killed.", "Tolmara")
    assert told == "In Orra and in the town of _____ about 210 people were killed in the Orra Bridge disaster."
