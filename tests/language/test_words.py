"""Words, their tags and their dictionary forms."""

import subprocess
import sys

import pytest

from quizengine.article import Article
from quizengine.language.sentences import sentences
from quizengine.language.words import Word, tokens, words, words_in


def tagged(text: str) -> list[Word]:
    article = Article(text)
    return list(words(sentences(article)[0]))


def pairs(text: str) -> list[tuple[str, str]]:
    return [(word.text, word.tag) for word in tagged(text)]


TOKENS = [
    ("He didn’t pay $2,000.50 (or 3%) for Acme’s 12-year-old car.",
     "He did n’t pay $ 2,000.50 ( or 3 % ) for Acme ’s 12-year-old car ."),
    ("Mr. J. Ray of the U.S. left at 5 p.m. Monday—late.", "Mr. J. Ray of the U.S. left at 5 p.m. Monday — late ."),
    ("He cannot say no.", "He can not say no ."),
    ("“Stop…” she said -- then left", "“ Stop … ” she said -- then left"),
    ("It’s o’clock at AT&T, see https://example.org/a.b?c.", "It ’s o’clock at AT&T , see https://example.org/a.b?c ."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOKENS, ids=[text for text, _ in TOKENS])
def test_tokens_are_words_numbers_and_marks(text: str, expected: str) -> None:
    article = Article(text)
    assert [span.text for span in tokens(article.span(0, len(text)))] == expected.split()


def test_words_carry_tag_and_dictionary_form() -> None:
    found = tagged("The heavy rains have led the council to close both bridges.")
    assert [(word.text, word.tag, word.fine, word.lemma) for word in found][1:5] == [
        ("heavy", "ADJ", "AJ0", "heavy"),
        ("rains", "NOUN", "NN2", "rain"),
        ("have", "AUX", "VHB", "have"),
        ("led", "VERB", "VVN", "lead"),
    ]


def test_have_is_a_verb_when_no_participle_follows() -> None:
    assert ("had", "VERB") in pairs("The town had two bridges.")
    assert ("had", "AUX") in pairs("The town had already built two bridges.")


def test_a_demonstrative_is_a_determiner_before_a_noun_and_else_a_pronoun() -> None:
    assert pairs("This bridge fell.")[0] == ("This", "DET")
    assert pairs("This caused delays.")[0] == ("This", "PRON")


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    assert ("Council", "PROPN") in pairs("It was the Salem Council.")
    assert ("council", "NOUN") in pairs("It was the council.")
    assert ("Korean", "ADJ") in pairs("They met Korean farmers.")


def test_a_capital_after_an_opening_quotation_mark_makes_no_name() -> None:
    assert ("Make", "VERB") in pairs("She said, “Make no mistake.”")


def test_a_name_at_the_start_of_a_sentence_is_known_from_inside_another() -> None:
    article = Article("Yesterday Quarry spoke. Quarry was calm.")
    first = words(sentences(article)[1])[0]
    assert (first.text, first.tag) == ("Quarry", "PROPN")
    assert words(sentences(Article("Quarry was calm. It was a quarry."))[0])[0].tag == "NOUN"


def test_roman_numerals_and_currency_signs_are_what_they_are() -> None:
    assert ("III", "PROPN") in pairs("Lloyd Ray III paid $5 on Monday.")
    assert ("$", "SYM") in pairs("Lloyd Ray III paid $5 on Monday.")
    assert ("5", "NUM") in pairs("Lloyd Ray III paid $5 on Monday.")


def test_curly_and_straight_apostrophes_are_tagged_alike() -> None:
    curly, straight = pairs("It’s Acme’s car and they don’t care."), pairs("It's Acme's car and they don't care.")
    assert [tag for _, tag in curly] == [tag for _, tag in straight]


def test_a_token_of_any_length_is_tagged() -> None:
    assert len(tagged("He typed " + "x" * 50_000 + " once.")) == 5


def test_words_in_gives_the_words_of_a_stretch_with_the_tags_of_its_sentence() -> None:
    article = Article("Rain fell. The rains led the council to close it.")
    led = article.text.index("led")
    assert [(w.text, w.fine) for w in words_in(article.span(led, led + 15))] == [
        ("led", "VVD"), ("the", "AT0"), ("council", "NN1")
    ]  # fmt: skip


def test_words_are_tagged_once_and_point_into_the_article() -> None:
    article = Article("Rain fell.  The river rose.")
    second = sentences(article)[1]
    assert words(second) is words(second)
    assert all(article.text[word.span.start : word.span.end] == word.text for word in words(second))


def test_importing_words_does_not_load_the_tagger() -> None:
    code = "import sys, quizengine.language.words as w; print('HanTa' in sys.modules or 'numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "False"
