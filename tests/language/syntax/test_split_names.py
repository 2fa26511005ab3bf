"""Two names side by side are one subject."""

from dataclasses import replace

from growth import MOST_GROWTH, frozen_memory, growth

from quizengine import Article
from quizengine.language import trees
from quizengine.language.syntax.sentence import Token
from quizengine.language.syntax.split_names import with_whole_names


def parted(text: str) -> tuple[Token, ...]:
    """The tokens of a sentence with its first two as two subjects of its verb."""
    [tree] = trees(Article(text))
    first, second, *others = tree.tokens
    return (
        replace(first, head=tree.root, relation="nsubj"),
        replace(second, head=tree.root, relation="nsubj"),
        *others,
    )


def test_the_first_part_of_a_name_hangs_on_the_second() -> None:
    first, second, *_ = with_whole_names(parted("Ghana Rail bought ships."))
    assert (first.relation, first.head) == ("compound", 1)
    assert second.relation == "nsubj"


def test_a_shortened_title_goes_with_the_whole_name_behind_it() -> None:
    [tree] = trees(Article("The boats sank, said Sen. Ada Moss, who left."))
    sen, ada, moss, left = (next(at for at, one in enumerate(tree.tokens) if one.form == form) for form in PARTED)
    said = tree.root
    wrong = list(tree.tokens)
    wrong[sen] = replace(wrong[sen], head=said, relation="nsubj")
    wrong[ada] = replace(wrong[ada], head=said, relation="ccomp")
    wrong[moss] = replace(wrong[moss], head=said, relation="nsubj")
    wrong[left] = replace(wrong[left], head=sen, relation="acl:relcl")
    found = with_whole_names(wrong)
    assert [(found[each].head, found[each].relation) for each in (sen, ada, moss, left)] == [
        (ada, "nmod:desc"),
        (said, "nsubj"),
        (ada, "flat"),
        (ada, "acl:relcl"),
    ]


PARTED = ("Sen.", "Ada", "Moss", "left")


def test_what_hangs_on_one_part_and_holds_another_stays_a_tree() -> None:
    [tree] = trees(Article("The boats sank, said Sen. Ada Moss, who left."))
    sen, ada, moss, left = (next(at for at, one in enumerate(tree.tokens) if one.form == form) for form in PARTED)
    wrong = list(tree.tokens)
    wrong[sen] = replace(wrong[sen], head=left, relation="nsubj")
    wrong[ada] = replace(wrong[ada], head=tree.root, relation="nsubj")
    wrong[moss] = replace(wrong[moss], head=ada, relation="flat")
    wrong[left] = replace(wrong[left], head=ada, relation="acl:relcl")
    found = with_whole_names(wrong)
    assert [found[each].head for each in (sen, ada, moss, left)] == [ada, tree.root, ada, ada]


def test_subjects_of_two_verbs_stay() -> None:
    [tree] = trees(Article("Ada Moss said Peter Okoye left."))
    assert with_whole_names(tree.tokens) == tree.tokens


def test_many_titles_take_time_in_proportion_to_their_number() -> None:
    [tree] = trees(Article("Sen. Ada Moss"))
    name = [replace(token, head=-1, relation="nsubj") for token in tree.tokens]
    with frozen_memory():
        measured = growth(lambda size: lambda: with_whole_names(name * (size // len(name))))
    assert measured.worst <= MOST_GROWTH, str(measured)
