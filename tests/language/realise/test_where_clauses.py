"""A clause that "where" joins to a place is said without it, where it only adds to the sentence."""

import pytest

from quizengine import Article
from quizengine.language import clauses_of, realised, statement, trees


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "In 1937, Nida undertook studies at Oslo University, where he obtained a master's degree in Greek in 1939.",
            ["in 1939"],
        ),
        ("Nida lived in the house where he wrote a book in 1939.", []),
    ],
)
def test_a_clause_behind_where(text: str, said: list[str]) -> None:
    (tree,) = trees(Article(text))
    inner = [realised(clause) for clause in clauses_of(tree) if clause.verb.lemma in ("obtain", "write")]
    found = [statement(one) for one in inner if one]
    assert len(found) == len(said)
    for words, end in zip(found, said, strict=True):
        assert words is not None and "where" not in words and words.endswith(f"{end}.")
