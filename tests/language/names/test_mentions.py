"""Where a text mentions names, and which words belong to them."""

import pytest

from quizengine.language.names.mentions import mentions
from quizengine.text.article import Article


def found(text: str) -> list[str]:
    return [mention.span.text for mention in mentions(Article(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Then Lloyd J. Austin III spoke.", ["Lloyd J. Austin III"]),
        ("Then Martin King, Jr. spoke.", ["Martin King, Jr."]),
        ("Then Ursula von der Leyen spoke.", ["Ursula von der Leyen"]),
        ("Then Q. Peter Moss spoke.", ["Q. Peter Moss"]),
        ("Then Ruth M. Good spoke.", ["Ruth M. Good"]),
        ("She was crowned as Ada I. The crown was old.", ["Ada"]),
        ("She met Ada I. Moss.", ["Ada I. Moss"]),
        ("Then Zelda Peter Moss spoke.", ["Peter Moss"]),
        ("Then Bashar al-Assad spoke.", ["Bashar al-Assad"]),
        ("Then O’Brien’s boat sank.", ["O’Brien"]),
        ("Then the Johnsons’ boat sank.", ["Johnsons"]),
        ("He met Ruth Abel, Tomas Lindqvist and Peter Oduya.", ["Ruth Abel", "Tomas Lindqvist", "Peter Oduya"]),
        ("She studied at the University of Leeds in May.", ["University of Leeds", "May"]),
        ("The Department of Health and Human Services said no.", ["Department of Health and Human Services"]),
        ("On Monday Ruth Abel left.", ["Ruth Abel"]),
        ("An Abel-led party won.", ["Abel"]),
        ("They wrote to @RuthAbel.", []),
        ("British farmers protested.", []),
        ("The head of the Council on Danish - German Relations Ruth Abel left.", ["Council", "Ruth Abel"]),
        ("New EU rules came to New York.", ["EU", "New York"]),
        ("The president and the Prime Minister left.", []),
        ("But Lib Dem Xanthe Orrell objected.", ["Xanthe Orrell"]),
        ("But Labour Party Ruth Abel objected.", ["Ruth Abel"]),
        ("But Labour Xanthe Orrell objected, and Ms Orrell left.", ["Xanthe Orrell", "Orrell"]),
        ("But Plaid Cymru MP Xanthe Orrell objected.", ["Xanthe Orrell"]),
        ("Then Mr English and Mrs. Danish left, and English boats came.", ["English", "Danish"]),
        ("It was Labour Day Weekend.", ["Labour Day Weekend"]),
        ("The SNP Youth Council met.", ["SNP Youth Council"]),
        ("She made the film Old Boats and the Long Day of Orra.", ["Old Boats and the Long Day of Orra"]),
        ("She made the film The Boats and the Sea.", ["Boats and the Sea"]),
        ("She wrote the novel Tides of Ruth Abel.", ["Tides", "Ruth Abel"]),
        ("She acted in the film Boats and the critic Ruth Abel liked it.", ["Boats", "Ruth Abel"]),
        ("It hit Old Boats and the Long Day Inn.", ["Boats", "Long Day Inn"]),
        ("The Cork State University of the United States met.", ["Cork State University of the United States"]),
        ("The Texas State University of the United States met.", ["Texas State University", "United States"]),
        ("The Bank of the United States met.", ["Bank of the United States"]),
    ],
)
def test_capitalised_words_that_belong_together_are_a_mention(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_titles_are_kept_apart_from_the_name() -> None:
    (mention,) = mentions(Article("Then U.S. Defense Secretary Lloyd Austin’s plane left."))
    assert (mention.span.text, mention.titles, mention.possessive) == (
        "Lloyd Austin",
        "U.S. Defense Secretary",
        True,
    )


def test_a_role_in_small_letters_is_a_title_too() -> None:
    (mention,) = mentions(Article("Then campaign manager Ruth Abel left."))
    assert mention.titles == "campaign manager"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Abel left.", True),
        ("No. Abel left.", True),
        ("“Abel left.", True),
        ("“No,” Abel said.", False),
        ("So Abel left.", False),
    ],
)
def test_a_mention_knows_whether_a_sentence_starts_with_it(text: str, starts: bool) -> None:
    (mention,) = mentions(Article(text))
    assert mention.starts_sentence is starts


def test_an_ampersand_is_a_word_of_its_name() -> None:
    [mention] = mentions(Article("Then the Orra Tide & Harbour Trust met."))
    assert mention.tokens == ("Orra", "Tide", "&", "Harbour", "Trust")
