"""A stem may lean on the article of its bank, and on nothing else that it does not hold."""

import pytest

from quizengine.checks.not_shown import not_shown
from quizengine.checks.notation import parse_notation
from quizengine.text.article import Article

ARTICLE = Article("Ada Marsh counted forty eels by lamplight, and thought the ferry dear.")


@pytest.mark.parametrize(
    "stem",
    [
        "According to the text, who counted eels?",
        "In the passage, what does the author think of ferries?",
        "Selon le texte, qui a compté les anguilles ?",
        "Wer hat laut Text die Aale gezählt?",
        "Según el texto, ¿quién contó las anguilas?",
        "Secondo il testo, chi ha contato le anguille?",
    ],
)
def test_a_text_is_shown_by_a_bank_that_has_an_article(stem: str) -> None:
    (asked,) = parse_notation(f"{stem} = Ada Marsh ~ Jon Hale ~ Mia Roe")
    assert list(not_shown(asked, ARTICLE)) == []
    (told,) = not_shown(asked, None)
    assert told.endswith("name the article in the bank, or put the words that are needed into the stem")


def test_a_picture_is_shown_by_no_article() -> None:
    (asked,) = parse_notation("Which boat in the picture is the ferry? = A ~ B ~ C")
    assert [told.split(",")[0] for told in not_shown(asked, ARTICLE)] == ["the stem says “in the picture”"]
