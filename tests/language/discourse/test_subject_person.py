"""The one person whom a whole article is about."""

import pytest

from quizengine import Article
from quizengine.language.discourse.antecedents import discourse_model
from quizengine.language.discourse.coreference import resolved_anaphors
from quizengine.language.discourse.subject_person import main_person

LIFE = "Brock Holt\n\nBrock Holt was born in Orra. He sold boats. He left in 1912."


@pytest.mark.parametrize(
    ("more", "pronoun"),
    [
        ("", None),
        ("He bought a mill.", "he"),
        ("He bought a mill. Ada Moss came. She smiled.", "he"),
        ("He bought a mill. Ada Moss came. She smiled. She slept.", None),
    ],
)
def test_three_pronouns_in_the_article_and_three_times_those_of_others_make_a_life(
    more: str, pronoun: str | None
) -> None:
    found = main_person(Article(f"{LIFE} {more}\n"))
    assert (found.name.full, found.pronoun_used) == ("Brock Holt", pronoun) if found else pronoun is None


def test_a_woman_has_a_life_by_the_same_count() -> None:
    text = "Ada Moss\n\nAda Moss was born in Orra. She sold boats. She left in 1912. She died. Brock Holt came."
    assert [main_person(Article(f"{text}{more}\n")) is None for more in (" He smiled.", " He smiled. He slept.")] == [
        False,
        True,
    ]


@pytest.mark.parametrize(("since", "meant"), [("", None), ("Orr learned there. ", "Tom Orr")])
def test_a_relative_of_whom_a_paragraph_speaks_may_be_meant_until_somebody_is_named(
    since: str, meant: str | None
) -> None:
    life = "Tom Orr\n\nTom Orr was born in Rome. He left in 1912. He sold boats there. He died in 1950."
    article = Article(
        f"{life}\n\nHis father was a maker of lenses. Good glass was rare. It took years. {since}His work was known."
    )
    found = resolved_anaphors(article).get(article.text.rindex("His work"))
    assert (found.full if found else None) == meant


@pytest.mark.parametrize(
    ("opening", "found"),
    [("Quella Dimora Orr (born 1 May 1901) was a poet.", "she"), ("Quella Dimora Orr came.", None)],
)
def test_the_first_sentence_of_a_life_tells_whom_most_pronouns_mean(opening: str, found: str | None) -> None:
    about = main_person(Article(f"Quella Dimora\n\n{opening} She left Rome. She wrote. Her books were sold.\n"))
    assert (about.pronoun_used if about else None) == found


@pytest.mark.parametrize(
    ("other", "alone"), [("Quillo", False), ("The mayor", False), ("The mill", True), ("Orr", True)]
)
def test_somebody_whose_name_only_begins_a_sentence_may_be_meant(other: str, alone: bool) -> None:
    life = "Tom Orr\n\nTom Orr (born 1 May 1901) was a poet. He left Rome. He wrote. His books were sold."
    article = Article(f"{life}\n\n{other} was old when he built a tower.\n")
    about, where = main_person(article), discourse_model(article)
    assert about is not None
    assert about.is_alone(where, where.anaphors[-1]) == alone
