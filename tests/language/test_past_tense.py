"""Past tense or participle, where the two have one form."""

import pytest

from quizengine.article import Article
from quizengine.language.sentences import sentences
from quizengine.language.words import words

CASES = [
    ("The storm caused heavy floods.", "caused", "VVD"),
    ("The storm also caused floods, officials said.", "caused", "VVD"),
    ("It rained and traders left.", "left", "VVD"),
    ("A dam that collapsed was old.", "collapsed", "VVD"),
    ("Floods caused by the storm destroyed it.", "caused", "VVN"),
    ("People injured in the crash were taken away.", "injured", "VVN"),
    ("One was killed and two injured in the crash.", "injured", "VVN"),
    ("The bridge was closed.", "closed", "VVN"),
]


@pytest.mark.parametrize(("text", "word", "tag"), CASES, ids=[text for text, *_ in CASES])
def test_a_clause_gets_its_finite_verb_and_no_second_one(text: str, word: str, tag: str) -> None:
    found = {one.text: one.fine for one in words(sentences(Article(text))[0])}
    assert found[word] == tag
