"""What pronouns and descriptions mean: whom the text is about, or nobody for certain."""

import pytest

from quizengine import Article
from quizengine.language import full_names, realised, referent, statement, trees
from quizengine.language.syntax import main_clause


def meant(text: str, pronoun: str) -> str:
    """The full name behind the last such pronoun of a text; empty where nobody is certain."""
    article = Article(f"A title\n\n{text}\n")
    for tree in reversed(trees(article)):
        for index in reversed(range(len(tree.tokens))):
            if tree.tokens[index].form.lower() == pronoun:
                name = referent(tree, index)
                return name.full if name else ""
    raise AssertionError(f"no {pronoun} in the text")


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Maria Lopes founded a bakery. She sold it in 1952.", "she", "Maria Lopes"),
        ("Maria Lopes sold her bakery in 1952.", "her", "Maria Lopes"),
        ("Peter Okoye left Cork. He said that he missed his friends.", "his", "Peter Okoye"),
        ("The Bank of Orra opened in 1901. It lent money.", "it", "Bank of Orra"),
        ("The Bank of Orra opened in 1901. People liked the bank.", "bank", "Bank of Orra"),
    ],
)
def test_the_one_person_that_the_text_is_about(text: str, pronoun: str, name: str) -> None:
    assert meant(text, pronoun) == name


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Peter Okoye founded a bakery in Cork with Maria Lopes. The town liked her bread.", "her", "Maria Lopes"),
        (
            "Maria Lopes taught Clara Dean. Lopes moved to Lisbon, where the town gave her a prize.",
            "her",
            "Maria Lopes",
        ),
        ("Maria Lopes sang in Cork. She began there with Clara Dean. Later the town liked her.", "her", "Maria Lopes"),
        (
            "Paul Dean lived in Cork. Peter Okoye founded a bakery in 1950, and the town gave him a prize.",
            "him",
            "Peter Okoye",
        ),
    ],
)
def test_the_likelier_of_two_is_meant(text: str, pronoun: str, name: str) -> None:
    assert meant(text, pronoun) == name


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Maria Lopes met Clara Dean. She sold bread.", "she"),
        ("Maria Lopes founded a bakery. The town liked Clara Dean. The bakery burned, and the town paid her.", "her"),
        ("Maria Lopes lived in Cork. The town liked Clara Dean. In 1950 the town gave her a prize.", "her"),
        ("Maria Lopes lived in Cork. She liked Clara Dean. In 1950 the town gave her a prize.", "her"),
        ("Maria Lopes left Cork. She told the town what my mum did, and the town liked her.", "her"),
        ("Peter Okoye asked him to leave.", "him"),
        ("A bakery opened. She sold bread.", "she"),
        ("Maria Lopes left. “She sold bread,” said Peter Okoye.", "she"),
        ("Maria Lopes left. The shop had a new owner, and she sold bread.", "she"),
        ("Maria Lopes left. Whoever comes, he or she sells bread.", "she"),
        ("The Bank of Orra opened in 1901. It is clear that people liked money.", "it"),
        ("The Bank of Orra and the Bank of Senn opened. People liked the bank.", "bank"),
        ("Ali won the State Prize. A prize went to Ben, too, and people liked the prize.", "prize"),
        ("The students liked Orra. They left.", "they"),
    ],
)
def test_in_doubt_it_is_nobody(text: str, pronoun: str) -> None:
    assert meant(text, pronoun) == ""


def test_a_sentence_read_alone_names_people_in_full() -> None:
    article = Article("A title\n\nMaria Lopes founded a bakery in Cork. Lopes moved to Lisbon in 1952.\n")
    tree = trees(article)[1]
    clause = main_clause(tree)
    assert clause is not None
    said = realised(clause)
    assert said is not None
    named = realised(clause, full_names(tree, said.tokens))
    assert named is not None
    assert statement(named) == "Maria Lopes moved to Lisbon in 1952."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The Bank of Orra opened in 1901. The bank closed in 1950.", "The Bank of Orra closed in 1950."),
        ("The Bank of Orra opened in 1901. It has three offices.", "The Bank of Orra has three offices."),
        ("Maria Lopes left Cork. Her bakery closed.", "Maria Lopes’s bakery closed."),
        ("Maria Lopes left Cork. Farmers for Lopes met.", "Farmers for Lopes met."),  # the name of a group
    ],
)
def test_a_description_or_a_pronoun_gives_way_to_the_name(text: str, sentence: str) -> None:
    tree = trees(Article(f"A title\n\n{text}\n"))[-1]
    clause = main_clause(tree)
    said = realised(clause) if clause else None
    assert clause is not None and said is not None
    named = realised(clause, full_names(tree, said.tokens))
    assert named is not None and statement(named) == sentence


ABOUT = "Peter Okoye\n\nPeter Okoye was a baker of Cork. He sold bread. He lived in Orra.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 1952, he opened a bakery.", "Peter Okoye"),
        ("The farmer sold bread to France. In 1952, he opened a bakery.", ""),
        ("Paul Dean came to Orra. In 1952, he opened a bakery.", ""),  # the life may go on with "he"
        ("Paul Dean did not renew his contract, so that he left. In 1952, he opened a bakery.", ""),
        ("Clara Dean came to Orra. In 1952, he opened a bakery.", "Peter Okoye"),
    ],
)
def test_the_person_that_a_whole_article_is_about_is_meant_where_nobody_else_is_in_sight(text: str, name: str) -> None:
    tree = trees(Article(f"{ABOUT}{text}\n"))[-1]
    at = next(index for index, token in enumerate(tree.tokens) if token.form == "he")
    found = referent(tree, at)
    assert (found.full if found else "") == name


def test_a_then_before_an_office_goes() -> None:
    clause = main_clause(trees(Article("A title\n\nIn 2000, then-president Bill Clinton left Ohio.\n"))[0])
    assert clause is not None
    said = realised(clause, full_names(clause.tree, clause.tokens))
    assert said is not None
    assert statement(said) == "In 2000, president Bill Clinton left Ohio."


def test_somebody_whose_name_is_not_in_the_index_may_be_meant_as_well() -> None:
    text = (
        "Jan Lund\n\nJan Lund was a composer. He wrote songs. Johannes Vrahm was on a jury. "
        "Vrahm recommended Lund to his publisher, Simrick."
    )
    assert meant(text, "his") == ""


def test_nobody_of_another_paragraph_is_meant_past_a_later_name() -> None:
    first = (
        "The French baker Antoine Okoye believed that all bread contained salt; he even gave the bread a name. He was "
        "mistaken. In 1810 Orra showed that white bread is made of flour only. Flour was the essential part."
    )
    second = "The next step was taken by Svante Dahl. In his doctoral thesis of 1884 he suggested that bread breaks up."
    text = f"Bread and Salt\n\n{first}\n\n{second}\n"
    tree = trees(Article(text))[-1]
    at = next(index for index, token in enumerate(tree.tokens) if token.form == "he")
    found = referent(tree, at)
    assert found is None or found.full != "Antoine Okoye"
