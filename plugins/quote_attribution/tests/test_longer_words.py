"""Which words of a quotation are shown: those that its speaker adds, too, or the first clause of a long sentence."""

import pytest

from quizengine import Article
from quizengine_quote_attribution import Quotation, find
from quizengine_quote_attribution.clause_boundaries import first_clause
from quizengine_quote_attribution.excerpts import excerpt
from quizengine_quote_attribution.proof import proof


def quotations(text: str) -> list[Quotation]:
    return [one for one in find(Article(text)) if isinstance(one, Quotation)]


def test_words_that_say_too_little_are_shown_with_those_that_go_on() -> None:
    first, *_ = quotations("“I would have been glad of it,” Ruth Abel said. “Nobody sold boats to our fishermen.”")
    assert excerpt(first).words == "I would have been glad of it. Nobody sold boats to our fishermen"
    assert "our fishermen" in proof(first).text


def test_words_that_say_enough_are_shown_alone() -> None:
    first, *_ = quotations("“Fishermen of Norway bought boats,” Ruth Abel said. “Nobody sold lamps to our weavers.”")
    assert excerpt(first).words == "Fishermen of Norway bought boats"


def test_one_sentence_that_says_enough_is_shown_rather_than_two_long_ones() -> None:
    whole = "Weavers of Denmark sold bread, lamps and bells to farmers of Sweden in a cold winter"
    more = "The council of Orra sold forty wooden boats to the fishermen of Norway"
    (one,) = quotations(f"“{whole}. {more},” said Ruth Abel.")
    assert excerpt(one).words == whole


def test_words_of_another_paragraph_are_not_joined() -> None:
    first, *_ = quotations("“I would have been glad of it,” Ruth Abel said.\n\n“Nobody sold boats to fishermen.”")
    assert not excerpt(first).words


LONG = (
    "We counted every boat and every lamp in the old harbour of Norway before the winter came to the village, "
    "and the fishermen of the council wrote down what they had seen in a book that nobody has opened for forty years"
)


def test_of_a_sentence_that_is_too_long_the_first_main_clause_is_shown() -> None:
    (one,) = quotations(f"“{LONG},” said Ruth Abel, a weaver.")
    assert excerpt(one).words == (
        "We counted every boat and every lamp in the old harbour of Norway before the winter came to the village …"
    )


def test_what_else_the_subject_of_a_long_sentence_did_is_left_out() -> None:
    first = "The council of Orra bought the harbour because fishermen of Norway had loved it for a decade"
    (one,) = quotations(f"“{first} and has sold {'boats and lamps and ' * 6}bells to Denmark,” said Ruth Abel.")
    assert excerpt(one).words == f"{first} …"


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("The council of Orra may sell the harbour, the ferry and the pier to fishermen of Norway", ", if {} are sold"),
        ("Harbours have always been places of storms; have always sold bread to the weavers", "; and have {} as well"),
    ],
)
def test_a_condition_or_what_follows_a_semicolon_is_left_out_of_a_long_sentence(first: str, rest: str) -> None:
    (one,) = quotations(f"Ruth Abel said: “{first}{rest.format('forty boats and lamps and ' * 6 + 'bells')}.”")
    assert excerpt(one).words == f"{first} …"


def test_a_whole_clause_behind_that_is_shown_as_a_sentence() -> None:
    words = "a single brave harbour may sell boats, lamps and bread without risk to the rest of Norway"
    for said in ("observed in 1932 that", "said"):
        (one,) = quotations(f"Ruth Abel {said} “{words}.”")
        assert (one.name, excerpt(one).words) == ("Ruth Abel", "A" + words[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Abel said that Norway “has sold boats, lamps and bread to all of Denmark.”",
        "Ruth Abel said “the boats that sold lamps and bread to Denmark” had sunk.",
        "Ruth Abel saw that “a single brave harbour may sell boats, lamps and bread to Norway.”",
    ],
)
def test_a_part_of_a_clause_is_not_shown_as_a_sentence(text: str) -> None:
    assert [excerpt(one).words for one in quotations(text)] in ([], [""])


def test_a_capital_that_an_article_puts_in_brackets_is_shown_without_them() -> None:
    (one,) = quotations("“(T)hose who sell boats in Norway do not sell lamps to fishermen,” Ruth Abel wrote.")
    assert excerpt(one).words == "Those who sell boats in Norway do not sell lamps to fishermen"


def test_words_that_an_article_adds_in_brackets_are_shown_and_others_are_not() -> None:
    shown, left_out, marked = (
        excerpt(quotations(f"“Fishermen of Norway counted losses {words} in May,” Ruth Abel said.")[0]).words
        for words in ("[of boats]", "(and not the lamps)", "[sic]")
    )
    assert shown == "Fishermen of Norway counted losses [of boats] in May"
    assert not left_out and not marked


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("[Our harbour] sold forty boats to Norway in a winter", True),
        ("The Fishermen of Norway (FN) sold forty boats in a winter", True),
        ("The losses (of boats) were counted in Norway in May", True),
        ("Our old boats [again] sank off Norway in May", True),
        ("[I heard] our old boats sank off Norway in May", False),
        ("Our old boats (we have forty) sank off Norway in May", False),
    ],
)
def test_brackets_that_tell_what_is_meant_are_shown(words: str, shown: bool) -> None:
    (one,) = quotations(f"“{words},” Ruth Abel said.")
    assert excerpt(one).words == (words if shown else "")


@pytest.mark.parametrize(
    ("cue", "joined"), [("Ruth Abel said.", True), ("Ruth Abel said, adding that Moss had asked for boats.", False)]
)
def test_words_behind_more_than_the_cue_are_not_joined(cue: str, joined: bool) -> None:
    first, *_ = quotations(f"“I would have been glad of it,” {cue} “Nobody sold boats to our fishermen.”")
    assert bool(first.then) is joined


def test_a_question_has_at_most_forty_words() -> None:
    whole = " ".join(["boats, lamps and bread of Norway"] * 5)
    (one,) = quotations(f"“Fishermen sold {whole},” Ruth Abel said.")
    assert len(excerpt(one).words.split()) == 32
    (longer,) = quotations(f"“Fishermen sold {whole} in the winter of May,” Ruth Abel said.")
    assert not excerpt(longer).words


@pytest.mark.parametrize(
    "text",
    [
        "If the boats come and the lamps burn, then we row to the harbour of Norway in the morning",
        "We counted every boat, every lamp and every bell of the harbour before the winter came",
    ],
)
def test_a_sentence_is_not_cut_where_no_main_clause_begins(text: str) -> None:
    article = Article(f"{text}.")
    assert first_clause(article.span(0, len(article.text)), 38) is None


def test_one_of_them_is_told_by_a_noun_before_it() -> None:
    words = "Somebody has to mend forty boats in the harbour, and somebody has to pay when one of them sinks"
    (one,) = quotations(f"“{words},” said Ruth Abel, a weaver.")
    assert excerpt(one).words == words


def test_the_speakers_own_mother_tells_who_she_is() -> None:
    words = "My mother mends boats and lamps at night. In the morning I row with her"
    (one,) = quotations(f"“{words},” said Ruth Abel, a weaver.")
    assert excerpt(one).words == words


@pytest.mark.parametrize(
    "words",
    [
        "You will not hear many weavers shouting at them in Norway",
        "That will help weavers, fishermen and bakers in our village",
        "I know the weavers of our village who vote for him",
    ],
)
def test_words_that_tell_of_somebody_or_something_unknown_are_not_shown(words: str) -> None:
    (one,) = quotations(f"“{words},” said Ruth Abel, a weaver.")
    assert excerpt(one).reason == "whom or what its words mean is not told"


def test_a_sentence_that_breaks_off_is_not_shown() -> None:
    (one,) = quotations("“All the fishermen of the harbour of Norway are about to,” said Ruth Abel, a weaver.")
    assert excerpt(one).reason == "it is a part of a sentence only"
