"""The sentences of our own that the language model learns from."""

from conllu import TreebankSentence
from plain_sentences import FILLINGS, plain_sentences


def ancestors(sentence: TreebankSentence, place: int) -> list[int]:
    """The places above a word, up to 0, or until one comes again."""
    found = [place]
    while found[-1] and found[-1] not in found[:-1]:
        found.append(sentence.words[found[-1] - 1].head)
    return found


def test_every_sentence_is_a_tree() -> None:
    sentences = list(plain_sentences())
    assert sentences
    for sentence in sentences:
        assert sum(word.head == 0 for word in sentence.words) == 1, sentence.text
        assert all(ancestors(sentence, place)[-1] == 0 for place in range(1, len(sentence.words) + 1)), sentence.text


def test_no_arcs_cross() -> None:
    sentences = list(plain_sentences())
    assert sentences
    for sentence in sentences:
        arcs = [sorted((at, word.head)) for at, word in enumerate(sentence.words, 1)]
        assert not any(a < c < b < d for a, b in arcs for c, d in arcs), sentence.text


def test_a_pattern_is_filled_with_other_words_each_time() -> None:
    first = plain_sentences()[:FILLINGS]
    assert len({sentence.text for sentence in first}) == FILLINGS
    assert len({tuple(word.head for word in sentence.words) for sentence in first}) == 1


def test_sentences_begin_with_a_capital() -> None:
    assert not any(sentence.text.removeprefix("“ ")[0].islower() for sentence in plain_sentences())
