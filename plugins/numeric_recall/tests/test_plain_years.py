"""A sentence with a gap for its year becomes a plain question where it says one thing and the date is its own."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of
from quizengine_numeric_recall.plain_years import plain_year
from quizengine_numeric_recall.whole_sentences import whole_sentence


def asked(text: str) -> list[str]:
    year = [each for each in quantities_in(Article(text)) if each.kind == "year"][-1]
    return [stem for context, said in whole_sentence(year) if (stem := plain_year(context, said))]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "Ada Moss lost most of her bread in a bad storm in 1835.",
            "In which year did Ada Moss lose most of her bread in a bad storm?",
        ),
        ("In 2018 Orra was the capital of bread.", "In which year was Orra the capital of bread?"),
        (
            "In March 1921 Ada Moss was appointed the head of the mill.",
            "In which year was Ada Moss appointed the head of the mill?",
        ),
        ("Ada Moss had sold the mill on 3 May 1904.", "In which year did Ada Moss sell the mill?"),
        (
            "Ada Moss has been in business with the baker Tom Reed since 1904.",
            "Since which year has Ada Moss been in business with the baker Tom Reed?",
        ),
        (
            "Ada Moss, who owned the largest mill, opened a bank in Senn in 1877.",
            "In which year did Ada Moss open a bank in Senn?",
        ),
        (
            "In 2005 Ada Moss, with a loan from the bank, completed the mill of Senn.",
            "In which year did Ada Moss complete the mill of Senn?",
        ),
        (
            "Ada Moss began selling bread in 1904 under the name of Senn.",
            "In which year did Ada Moss begin selling bread under the name of Senn?",
        ),
        (
            "Short of money, in 1862 Ada Moss worked for the mill of Senn.",
            "In which year did Ada Moss work for the mill of Senn?",
        ),
        (
            "In 1905, a year that she liked, Ada Moss printed four papers on bread.",
            "In which year did Ada Moss print four papers on bread?",
        ),
        ("Early in 1864, Ada Moss borrowed a loom.", "In which year did Ada Moss borrow a loom?"),
        ("By 1896, Ada Moss had bought all of Senn.", "By which year had Ada Moss bought all of Senn?"),
        ("Norway wants to double its mills by 2030.", "By which year does Norway want to double its mills?"),
        (
            "Ada Moss was the head of the mill from 1946 until 1959.",
            "Until which year was Ada Moss the head of the mill?",
        ),
        (
            "Ada Moss joined the mill of Senn in 1891, at the age of 13.",
            "In which year did Ada Moss join the mill of Senn?",
        ),
        (
            "Ada Moss led Norway to victory in its first free election in 1994.",
            "In which year did Ada Moss lead Norway to victory in its first free election?",
        ),
        (
            "In 1998, Ada Moss and her partner Chris Lind won the Norwegian League championship in duets.",
            "In which year did Ada Moss and her partner Chris Lind win the Norwegian League championship in duets?",
        ),
        (
            "In 1562, the Bishop of Orra collected and burned every book that he could find in Senn.",
            "In which year did the Bishop of Orra collect and burn every book that he could find in Senn?",
        ),
        (
            "Ada Moss won the Orra Prize in 1983, the Senn Medal in 1990 and the Lind Award in 1999.",
            "In which year did Ada Moss win the Lind Award?",
        ),
    ],
)
def test_a_sentence_that_says_one_thing_is_asked_plainly(text: str, stem: str) -> None:
    assert stem in asked(text)


def test_to_be_elected_to_a_learned_society_is_no_election() -> None:
    text = "Ada Moss\n\nAda Moss was a painter. In May, 1750 she was elected a Fellow of the Royal Society.\n"
    found = wording_of(quantities_in(Article(text))[-1])
    assert found is not None
    assert found.stem == "In which year was Ada Moss elected a Fellow of the Royal Society?"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss sold the mill and Tom Reed bought it in 1904.",  # which of the two?
        "The treaty of 1947 gave the mill to Ada Moss.",  # the year is part of what is asked about
        "Ada Moss praised the treaty of Senn in 2003.",  # it may be the year of the treaty
        "Ada Moss was in the mill that Tom Reed had built in 1904.",  # the year of something else
        "Ada Moss has not sold bread in the old mill since 1904.",  # not the year in which she did
        "Ada Moss did not sell the mill in 1904.",  # nothing happened
        "In 1904 Peru was a land of farmers.",  # and so it was before
        "Ada Moss visited the mill of Senn in 1904.",  # worth no question
        "From 1959 to her retirement in 1978, Ada Moss held the chair of bread.",  # one end of that time
        "Unless it rains, in 1862 Ada Moss worked for the mill of Senn.",  # a condition
    ],
)
def test_another_sentence_is_not(text: str) -> None:
    assert not asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss won the Orra Prize in 1983 and the Lind Award.",
        "Ada Moss lived in Oslo in 1983 and Cork in 1990.",
        "Ada Moss won two prizes, including the Orra Prize in 1983 and the Lind Award in 1990.",
        "Ada Moss won the Orra Prize in 1983 and sold the Lind Award in 1990.",
    ],
)
def test_only_a_list_of_things_is_cut_to_the_one_of_a_year(text: str) -> None:
    cut = {f"In which year did Ada Moss {did}?" for did in ("win the Lind Award", "live Cork", "win the Orra Prize")}
    assert not cut & set(asked(text))
