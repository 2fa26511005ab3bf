import pytest

from quizengine.language import main_clause, trees
from quizengine.language.discourse.hypothetical_people import is_hypothetical
from quizengine.text.article import Article

_SUPPOSED = "The savings of Orra\n\nSuppose that banks pay interest. Anna has £1,000 in an account."


@pytest.mark.parametrize(
    ("text", "invented"),
    [
        (_SUPPOSED, True),
        (_SUPPOSED.replace("Suppose that banks", "The banks of Orra"), False),
        (f"{_SUPPOSED}\n\nAnna Moss founded the bank.", False),
    ],
)
def test_a_given_name_in_a_supposition_is_somebody_invented_unless_her_full_name_is_told(
    text: str, invented: bool
) -> None:
    tree = trees(Article(text))[1]
    assert tree.tokens[0].form == "Anna" and main_clause(tree) is not None
    assert is_hypothetical(tree, 0, {0}) is invented
