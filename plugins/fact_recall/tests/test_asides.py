"""Names that a sentence tells only in passing are not asked for."""

import pytest

from quizengine import Article
from quizengine.language import Name, Tree, names_in, tree_at
from quizengine_fact_recall.asides import is_told_aside

NEWS = " Ada Moss said so. Ada Moss left. Ada Moss said that Ada Moss was late. Ada Moss said no."


def named(text: str, full: str) -> tuple[Tree, tuple[int, ...], Name]:
    name = next(each for each in names_in(Article(text)) if each.full == full)
    tree = tree_at(name.mentions[0])
    assert tree is not None
    return tree, tuple(tree.tokens_in(name.mentions[0])), name


@pytest.mark.parametrize(
    ("text", "full", "sort"),
    [
        ("Tom Reed, a seller of bread to Peru, was proud.", "Peru", "country"),  # describes him
        ("Ada Moss opened a mill in Peru and lived in Lima.", "Peru", "country"),  # its city stands beside it
        ("The mills sold bread during the Boer War.", "Boer War", "war"),  # dates it
        (f"Tom Reed met the millers in the shops of Peru.{NEWS}", "Peru", "country"),  # a minor person
        ("Tom Reed of Peru learned to bake bread.", "Peru", "country"),  # where he is from
        ("Tom Reed, 50, of Lima learned of his status when he was 25.", "Lima", "city"),  # the same
        ("The millers met Peruvian President Tom Reed in the shop.", "Tom Reed", "person"),  # an almanac tells
        (
            f"Ada Moss’s plan seemed safe, as the president travelled to Peru for a dinner.{NEWS}",
            "Peru",
            "country",
        ),  # tells when
        ("Orra, which sells bread to the bakers of Peru, is a town.", "Peru", "country"),  # beside what it says
        ("Orra News Agency asked the millers twice whether the bread was old.", "Orra News Agency", "organisation"),
        ("Ruth Abel’s father, Tom Reed, was a baker of bread.", "Tom Reed", "person"),  # and nobody else's
        ("The millers met Spanish Prime Minister Tom Reed in the shop.", "Tom Reed", "person"),  # the same
    ],
)
def test_a_name_is_told_aside(text: str, full: str, sort: str) -> None:
    tree, own, name = named(text, full)
    assert is_told_aside(tree, own, name, sort)


@pytest.mark.parametrize(
    ("text", "full", "sort"),
    [
        ("Tom Reed, a seller of bread, went to Peru.", "Peru", "country"),
        ("Ada Moss opened a mill in Peru and lived there.", "Peru", "country"),
        ("Ada Moss wrote about the Boer War.", "Boer War", "war"),
        (f"Ada Moss met the millers in the shops of Peru.{NEWS}", "Peru", "country"),
        (f"Bread has long been sold in Peru.{NEWS}", "Peru", "country"),
        ("Ruth Abel’s father, Tom Reed, was a baker. Reed sold bread.", "Tom Reed", "person"),  # told more of
        ("The millers met President Tom Reed in the shop.", "Tom Reed", "person"),
        ("The millers met Peruvian miller Tom Reed in the shop.", "Tom Reed", "person"),
    ],
)
def test_what_a_sentence_tells_of_its_subject_is_no_aside(text: str, full: str, sort: str) -> None:
    tree, own, name = named(text, full)
    assert not is_told_aside(tree, own, name, sort)
