"""The one person whom a whole article is about."""

import pytest

from quizengine import Article
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
