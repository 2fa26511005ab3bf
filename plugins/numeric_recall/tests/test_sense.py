"""What is shown around a figure can be understood without the rest of the article."""

import pytest

from quizengine import Article, Span
from quizengine.language.numbers import quantities
from quizengine.language.sentences import sentences
from quizengine_numeric_recall.pronouns import pronouns_resolved
from quizengine_numeric_recall.sense import extract_around, is_loose, is_sentence, stands_alone


def whole(text: str) -> Span:
    """The body of a text as one span."""
    found = sentences(Article(text))
    return found[0].to(found[-1])


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bruun sold her boat in May.",
        "The mill lost its roof in a storm.",
        "It is certain that nobody came to the fair.",
        "Researchers met in Oslo. They found that prices fell.",
        "North Korea says it needs more rice.",
    ],
)
def test_a_pronoun_with_something_before_it_is_resolved(text: str) -> None:
    assert pronouns_resolved(whole(text))


@pytest.mark.parametrize(
    "text",
    [
        "She sold the boat in May.",
        "It lost the roof in a storm.",
        "Spanning six seasons and many books, it has many fans.",
        "Several plans were drawn up. They estimated that prices would fall.",
        "Volunteers counted 300 of them at the weir.",
        "In his book, he tells of the sea.",
    ],
)
def test_a_pronoun_with_nothing_before_it_is_not(text: str) -> None:
    assert not pronouns_resolved(whole(text))


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("The bridge was closed for eight months.", True),
        ("The bridge of Kilmore was closed for eight months.", False),
        ("Kilmore closed its bridge for eight months last year.", True),
        ("We sold 300 tickets for the play in Kilmore.", True),
        ("Anna Bruun sold 300 tickets for the play in Kilmore.", False),
    ],
)
def test_words_that_only_the_article_makes_clear_are_loose(text: str, loose: bool) -> None:
    assert is_loose(whole(text)) is loose


def test_that_before_a_noun_points_to_something_told_before() -> None:
    assert not stands_alone(whole("The team whose 3 robots earned the most points won that match."))
    assert stands_alone(whole("The team that had 3 robots said that matches were won by luck."))
    assert stands_alone(whole("“We drove on that road for 3 years,” said Anna Bruun of Kilmore."))


@pytest.mark.parametrize("text", ["Figure 3 shows the bridge.", "Jones, 34(12), 10.", "and so they closed it."])
def test_a_caption_or_a_scrap_is_no_sentence(text: str) -> None:
    assert not is_sentence(whole(text))


def test_a_sentence_stands_as_it_is_where_it_can() -> None:
    quantity = quantities(Article("Kilmore is old. Anna Bruun sold 300 tickets for the play in Kilmore."))[0]
    extract = extract_around(quantity.span)
    assert extract
    assert (extract.rule, extract.span.text) == ("gap", "Anna Bruun sold 300 tickets for the play in Kilmore.")


def test_a_sentence_with_a_pronoun_takes_the_one_before_it_along() -> None:
    quantity = quantities(Article("Anna Bruun runs a theatre in Kilmore. She sold 300 tickets for a play."))[0]
    extract = extract_around(quantity.span)
    assert extract
    assert (extract.rule, extract.span.text[:10]) == ("gap-pair", "Anna Bruun")


def test_nothing_is_shown_where_nothing_stands_alone() -> None:
    quantity = quantities(Article("She sold 300 tickets for this play on the island."))[0]
    assert extract_around(quantity.span) is None
