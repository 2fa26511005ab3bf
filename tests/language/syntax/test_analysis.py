"""Sentences as trees."""

import pytest

from quizengine.language.model.hashing import mix_bits
from quizengine.language.syntax import Sentence, Token, analyse
from quizengine.language.syntax.analysis import LONGEST_PIECE, analyse_sentences
from quizengine.text.article import Article


def sentence(text: str) -> Sentence:
    article = Article(text)
    return analyse_sentences([article.span(0, len(text))])[0]


def token(found: Sentence, form: str) -> Token:
    return next(one for one in found.tokens if one.form == form)


def head_of(found: Sentence, form: str) -> str:
    head = found.head(token(found, form))
    return head.form if head else "ROOT"


def path_to_the_root(found: Sentence, place: int) -> list[int]:
    path: list[int] = []
    while place >= 0 and place not in path:
        path.append(place)
        place = found.tokens[place].head
    assert place < 0, f"a circle: {path}"
    return path


def test_a_plain_clause_has_subject_verb_and_object() -> None:
    found = sentence("The council closed two old bridges in May.")
    assert found.root == token(found, "closed")
    assert (token(found, "council").relation, head_of(found, "council")) == ("nsubj", "closed")
    assert (token(found, "bridges").relation, head_of(found, "bridges")) == ("obj", "closed")
    assert (token(found, "in").relation, head_of(found, "in")) == ("case", "May")
    assert [one.form for one in found.children(found.tokens.index(token(found, "bridges")))][:2] == ["two", "old"]


def test_tags_and_lemmas_are_those_of_the_treebanks() -> None:
    found = sentence("Ministers weren't telling children about German cities.")
    assert [(one.form, one.upos, one.xpos, one.lemma) for one in found.tokens] == [
        ("Ministers", "NOUN", "NNS", "minister"),
        ("were", "AUX", "VBD", "be"),
        ("n't", "PART", "RB", "not"),
        ("telling", "VERB", "VBG", "tell"),
        ("children", "NOUN", "NNS", "child"),
        ("about", "ADP", "IN", "about"),
        ("German", "ADJ", "JJ", "German"),
        ("cities", "NOUN", "NNS", "city"),
        (".", "PUNCT", ".", "."),
    ]


def test_only_a_capital_word_has_a_capital_lemma() -> None:
    found = sentence("The council heard that i saw German police.")
    assert [one.lemma for one in found.tokens[:6]] == ["the", "council", "hear", "that", "I", "see"]


def test_a_passive_is_told_from_an_active() -> None:
    found = sentence("The bridge was closed by the council.")
    assert token(found, "bridge").relation == "nsubj:pass"
    assert token(found, "was").relation == "aux:pass"
    assert head_of(found, "council") == "closed"


def test_every_sentence_is_one_tree(article: Article) -> None:
    sentences = analyse(article)
    assert sentences
    for one in sentences:
        assert [token.span.text for token in one.tokens] == [token.form for token in one.tokens]
        assert sum(token.head < 0 for token in one.tokens) == 1
        for place in range(len(one.tokens)):
            assert len(path_to_the_root(one, place)) <= len(one.tokens)
        assert all((token.head < 0) == (token.relation == "root") for token in one.tokens)


def test_an_article_is_analysed_once(article: Article) -> None:
    assert analyse(article) is analyse(article)


def test_what_else_is_analysed_changes_nothing(article: Article) -> None:
    together = analyse(article)
    alone = [analyse_sentences([one.span])[0] for one in together]
    assert list(together) == alone


ODD = ["", "…", "?", "\u00a0", "x" * 5000, "a " * 450, "\ud800", "\U0001f600 ok", "((((", "I.", "1", "don't", "'s"]


@pytest.mark.parametrize("text", ODD, ids=[repr(text[:8]) for text in ODD])
def test_odd_text_is_analysed_without_complaint(text: str) -> None:
    found = sentence(text)
    assert sum(one.head < 0 for one in found.tokens) == bool(found.tokens)
    assert "".join(one.form for one in found.tokens) == "".join(text.split())


def test_nothing_is_sure_in_what_is_too_long_to_be_a_sentence() -> None:
    found = sentence("He saw the old bridge and " * 60)
    assert len(found.tokens) > LONGEST_PIECE
    assert not any(one.sure for one in found.tokens)
    assert any(one.sure for one in sentence("He saw the old bridge.").tokens)


def test_no_sentences_give_no_trees() -> None:
    assert analyse_sentences([]) == ()


def test_equal_numbers_are_mixed_alike_and_others_are_not() -> None:
    assert len(set(mix_bits(range(10_000)).tolist())) == 10_000


@pytest.fixture(scope="module")
def article() -> Article:
    return Article(
        "A storm in the north\n\n“We left at 5 a.m.,” said Ann Lee, who runs the harbour. The ferry that her company "
        "bought in 2019 didn't sail, because waves had damaged its bow; 3 of 12 crew members were hurt.\n\n"
        "Lee, 41, told reporters that repairs would cost $2.5m. Nobody knows when she'll be back.\n"
    )
