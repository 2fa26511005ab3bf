"""Whom "he" and "she" mean by grammar, and pronouns that follow each other and mean one person."""

import pytest

from quizengine import Article
from quizengine.language import referent, trees


def meant(text: str, pronoun: str) -> list[str]:
    """The full names behind all such pronouns of a text, in order; empty where nobody is certain."""
    article = Article(f"A title\n\n{text}\n")
    return [
        name.full if (name := referent(tree, index)) else ""
        for tree in trees(article)
        for index, token in enumerate(tree.tokens)
        if token.form.lower() == pronoun
    ]


BOTH = "Ann Moss came to Orra with Peter Okoye and Paul Dean.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Peter Okoye says he has no money.",
        "Peter Okoye is a man who thinks he has no money.",
        "Okoye sold bread that Dean had made. He had no money.",
        "Okoye, 47, sold bread to the school. He had no money.",
        "Okoye said bread that Dean made was good. He sold it. He had no money.",
        "Okoye said Dean made good bread.\n\n“It was a nice meal,” he added.",
    ],
)
def test_a_pronoun_is_the_subject_before_it(text: str) -> None:
    found = meant(BOTH + text, "he")
    assert found and set(found) == {"Peter Okoye"}


@pytest.mark.parametrize(
    "text",
    [
        "Okoye asked Dean for bread. He had no money.",
        "Okoye said Dean made bread as he had no money.",
        "Dean’s bread is good, he said.",
        "Dean, who sold no bread, was a good man, he added.",
        "Okoye praised Dean, after Dean told Okoye that his bread was good.",
        "Okoye advised bakers, including Paul Dean, who served as mayor until 1952, when he left.",
        "Okoye says Dean is richer now than he was.",
    ],
)
def test_it_is_nobody_where_two_may_be_meant(text: str) -> None:
    assert set(meant(BOTH + text, "he")) <= {""}


def test_a_name_in_the_words_of_a_speaker_is_not_the_speaker() -> None:
    assert meant("Peter Okoye left. Paul Dean is no baker, he said.", "he") != ["Paul Dean"]


def test_pronouns_between_which_nobody_else_is_spoken_of_mean_one_person() -> None:
    text = (
        "Paul Dean met Peter Okoye in May. Okoye sold bread. Then his shop burned down. In 1952, he left, and he died."
    )
    assert meant(text, "he") == ["Peter Okoye", "Peter Okoye"]
