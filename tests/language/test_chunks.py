"""Noun phrases and verb groups."""

import pytest

from quizengine.article import Article
from quizengine.language.chunks import NounPhrase, VerbGroup, chunks, noun_phrases, verb_groups
from quizengine.language.sentences import sentences


def phrases(text: str) -> list[str]:
    return [phrase.span.text for phrase in noun_phrases(sentences(Article(text))[0])]


def verbs(text: str) -> list[VerbGroup]:
    return list(verb_groups(sentences(Article(text))[0]))


NOUN_PHRASES = [
    ("The very old and narrow bridges fell.", ["The very old and narrow bridges"]),
    ("The price of rice rose in the town’s markets.", ["The price", "rice", "the town’s markets"]),
    ("About 10,000 Korean soldiers and their wives left.", ["About 10,000 Korean soldiers", "their wives"]),
    ("The reported numbers were wrong.", ["The reported numbers"]),
    ("It cost $2,000, or 3% of the budget.", ["It", "$2,000", "3%", "the budget"]),
    ("This delayed the second train.", ["This", "the second train"]),
    ("Mayor Jane Okoro’s two children wait.", ["Mayor Jane Okoro’s two children"]),
    ("The river was wide.", ["The river"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOUN_PHRASES, ids=[text for text, _ in NOUN_PHRASES])
def test_a_noun_phrase_takes_all_before_its_noun_and_nothing_after(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


def test_the_head_of_a_noun_phrase_is_its_last_word() -> None:
    article = Article("The town’s three old bridges fell.")
    phrase = noun_phrases(sentences(article)[0])[0]
    assert (phrase.head.text, phrase.head.lemma, phrase.is_plural) == ("bridges", "bridge", True)


def test_a_phrase_points_back_when_only_the_text_before_names_it() -> None:
    def first(text: str) -> NounPhrase:
        return noun_phrases(sentences(Article(text))[0])[0]

    assert first("It fell.").is_pronoun
    assert first("This delay cost time.").points_back
    assert first("Its price fell.").points_back
    assert not first("The delay cost time.").points_back
    assert not first("The delay cost time.").is_pronoun


def test_a_verb_group_takes_auxiliaries_and_the_adverbs_between_them() -> None:
    found = verbs("The bridge has not yet been closed, and traders want to go on selling.")
    assert [(verb.span.text, verb.form) for verb in found] == [
        ("has not yet been closed", "finite"), ("want", "finite"), ("to go", "infinitive"), ("selling", "participle"),
    ]  # fmt: skip


def test_a_verb_group_tells_time_mood_negation_and_voice() -> None:
    closed = verbs("The bridge was never closed.")[0]
    assert (closed.is_past, closed.is_negated, closed.is_passive, closed.is_modal) == (True, True, True, False)
    leads = verbs("The delay could lead to losses.")[0]
    assert (leads.is_past, leads.is_negated, leads.is_passive, leads.is_modal) == (False, False, False, True)
    assert leads.head.lemma == "lead"


def test_every_word_is_in_exactly_one_chunk() -> None:
    sentence = sentences(Article("“We left (at 5 p.m.),” she said, because rains led the council to close it."))[0]
    pieces = chunks(sentence)
    assert "".join(piece.span.text for piece in pieces).replace(" ", "") == sentence.text.replace(" ", "")


def test_chunks_are_found_once() -> None:
    sentence = sentences(Article("Rain fell."))[0]
    assert chunks(sentence) is chunks(sentence)
