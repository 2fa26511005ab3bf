"""Questions about quotations: right, standing alone, and with options that are wrong and likely."""

from pathlib import Path
from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, Question, Refusal, ShortTextQuestion
from quizengine.testing import check_generator
from quizengine_quote_attribution import GENERATOR, Quotation, ask, find
from quizengine_quote_attribution.asking_about import RULE

TROOPS = Path(__file__).parents[3] / "seeds" / "north-korean-troops.txt"
COUNCIL = (
    "“Our bridge will be closed until spring,” said Ruth Abel, a weaver.\n\n"
    "“Nobody asked the families of Orra about boats,” said Tomas Lindqvist, a baker.\n\n"
    "“Our ferry carried 4,000 cars on a normal day,” said Peter Oduya, an engineer.\n\n"
    "“Lamps along our harbour wall burned until morning,” said Helen Trevose, a pilot.\n"
)


def asked(text: str) -> list[list[Question]]:
    facts = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    return [[q for q in ask(fact, facts, Random(1)) if isinstance(q, Question)] for fact in facts]


def refused(text: str) -> list[str]:
    """The reasons why quotations are not asked about, but for those that concern open questions."""
    facts = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    return [
        r.reason for fact in facts for r in ask(fact, facts, Random(1)) if isinstance(r, Refusal) and r.rule != RULE
    ]


def test_the_generator_keeps_the_contract_on_the_article_about_troops() -> None:
    questions = check_generator(GENERATOR, Article.from_bytes(TROOPS.read_bytes()))
    who = [q for q in questions if q.stem.startswith("Who ")]
    chosen = [q for q in who if isinstance(q, ChoiceQuestion)]
    assert len(chosen) == 4 and all(len(q.distractors) == 3 for q in chosen)
    assert [q.stem.removesuffix(" Type the name.") for q in who if q not in chosen] == [q.stem for q in chosen]


def test_who_said_it_offers_the_others_of_the_article() -> None:
    first = asked(COUNCIL)[0][0]
    assert isinstance(first, ChoiceQuestion)
    assert first.stem == "Who said, “Our bridge will be closed until spring”?"
    assert first.answer == "Ruth Abel"
    assert sorted(first.distractors) == ["Helen Trevose", "Peter Oduya", "Tomas Lindqvist"]


def test_a_lone_speaker_is_asked_for_by_typing() -> None:
    (question,) = asked(
        "Ruth Abel rows. Abel sings. Abel swims. Abel dives.\n\n"
        "“Our bridge will be closed until spring,” said Ruth Abel, a weaver."
    )[0]
    assert isinstance(question, ShortTextQuestion)
    assert question.answer == "Ruth Abel"
    assert "Abel" in question.accept


def test_a_namesake_asks_for_the_full_name() -> None:
    text = "“Our bridge will be closed until spring,” said Ruth Abel. Ruth Abel rows; Ruth Abel sings. "
    text += "Ruth Abel dives. Ruth Abel swims. "
    text += "Simon Abel came."
    (question,) = asked(text)[0]
    assert isinstance(question, ShortTextQuestion)
    assert question.stem.endswith("Give the full name.")
    assert "Abel" not in question.accept


def test_words_that_name_their_speaker_are_not_asked() -> None:
    assert refused("“Ruth Abel never forgets a bridge,” Ruth Abel said.") == ["its own words name Ruth Abel"]


def test_one_long_sentence_is_refused() -> None:
    long = "we counted every stone in the wall and then " * 6
    (reason,) = refused(f"“And {long.strip()},” said Ruth Abel, a weaver.")
    assert reason == "it has fewer than 5 words, or more than 35 in its first sentence"


@pytest.mark.parametrize(
    "words",
    [
        "Well, let me put it this way",
        "They are also very funny people",
        "I will not let you down",
        "We are in shock, horrified",
        "We are in contact with all relevant parties, with whom we share a wish",
    ],
)
def test_words_that_anybody_may_say_are_not_asked(words: str) -> None:
    assert refused(f"“{words},” said Ruth Abel.") == ["its words say too little to be told from others"]


def test_a_part_of_a_sentence_is_not_asked() -> None:
    text = "The company “has a long way to go before anybody buys its boats,” said Ruth Abel."
    assert refused(text) == ["it is a part of a sentence only"]


@pytest.mark.parametrize("number", range(3))
def test_no_option_is_the_key_under_another_name(number: int) -> None:
    question = asked(COUNCIL)[number][0]
    assert isinstance(question, ChoiceQuestion)
    assert question.answer not in question.distractors


MORE = (
    COUNCIL
    + "\n“Our wooden bridge will stay closed until a council meets in spring,” Ruth Abel said. "
    + "“Families on both banks of our river will get a ferry, and the ferry will be free.”\n"
)


def test_two_quotations_of_a_speaker_are_asked_about_and_a_third_is_not() -> None:
    by_abel = [ways for ways in asked(MORE) if ways and "Ruth Abel" in (getattr(q, "answer", "") for q in ways)]
    assert len(by_abel) == 2
    alone = MORE.replace("said Tomas Lindqvist, a baker", "said the mayor")
    assert refused(alone)[-1] == "other words of Ruth Abel are asked about"


def test_one_further_quotation_of_a_speaker_is_asked_for_among_those_of_others() -> None:
    which = [q for ways in asked(MORE) for q in ways if q.stem.startswith("Which of these")]
    (question,) = which
    assert isinstance(question, ChoiceQuestion) and question.origin and question.origin.rule == "said-which"
    assert question.stem == "Which of these did Ruth Abel say?"
    assert question.answer == "“Our bridge will be closed until spring”"
    assert sorted(question.distractors) == [
        "“Lamps along our harbour wall burned until morning”",
        "“Nobody asked the families of Orra about boats”",
        "“Our ferry carried 4,000 cars on a normal day”",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tomas Lindqvist, a baker", "Ruth Abel, a weaver"),  # three quotations of two others are left
        ("a normal day", "the day of Ruth"),  # names her
        (
            "Lamps along our harbour wall burned until morning,” said Helen Trevose",
            "As a man I burned our lamps until morning,” said Peter Marsh",
        ),
        ("Nobody asked the families of Orra about boats", "Nobody asked us"),
    ],
)
def test_too_few_others_said_anything_like_it(old: str, new: str) -> None:
    assert not [q for ways in asked(MORE.replace(old, new)) for q in ways if q.stem.startswith("Which of these")]


@pytest.mark.parametrize(
    ("open_words", "times"),
    [
        ("Boats and lamps of our fishermen lasted a winter in the harbour beside the mill", 2),
        ("Boats and lamps of our fishermen lasted a winter caused by that neglect in Norway", 1),
        ("We rowed boats full of lamps for our fishermen, but right into 2008 and even into 2010, it was tough", 1),
    ],
)
def test_a_second_quotation_may_leave_a_noun_open_but_no_pronoun(open_words: str, times: int) -> None:
    text = f"{COUNCIL}\n“{open_words},” Ruth Abel said. Nobody left.\n"
    answers = [getattr(ways[0], "answer", "") for ways in asked(text) if ways]
    assert answers.count("Ruth Abel") == times


def test_nearly_the_same_words_of_two_people_are_not_asked_about() -> None:
    text = COUNCIL + "\n“All lamps along our harbour wall burned until morning,” said Simon Marsh.\n"
    assert [not ways for ways in asked(text)] == [False, False, False, True, True]


def test_a_surname_with_a_strange_word_before_it_is_no_key() -> None:
    text = COUNCIL + "\n“Every bell in Orra rang before any water came,” said Monster Abel.\n"
    assert not asked(text)[4]


def test_what_links_a_quotation_to_what_was_said_before_it_is_not_shown() -> None:
    text = "Abel and Lindqvist rowed. Abel and Lindqvist sang. Abel and Lindqvist dived. Abel and Lindqvist swam.\n\n"
    text += "“And so our ferry carried 4,000 cars, but nobody paid for it,” said Ruth Abel.\n\n"
    text += "“So we sold forty boats to fishermen from Norway,” said Tomas Lindqvist.\n"
    (first, *_), (second, *_) = asked(text)
    assert first.stem.startswith("Who said, “So our ferry")
    assert second.stem.startswith("Who said, “We sold forty boats")


def test_of_a_quotation_that_begins_with_a_long_sentence_a_later_one_is_shown() -> None:
    long = "we counted every stone in the wall and every boat in the bay, and then " * 4
    text = "Abel rowed. Abel sang. Abel dived. Abel swam.\n\n"
    text += f"“First {long}we slept. Twelve boats from Norway lay in our harbour at night,” said Ruth Abel."
    (question,) = asked(text)[0][:1]
    assert question.stem.startswith("Who said, “Twelve boats from Norway lay in our harbour at night”?")


@pytest.mark.parametrize(
    "words",
    [
        "Thank you all for the lamps, the boats and the bells",
        "He sold forty boats to Norway",
        "Everybody in Norway bought boats from him",
    ],
)
def test_thanks_and_words_about_somebody_untold_are_not_asked(words: str) -> None:
    assert not asked(f"{COUNCIL}\n“{words},” said Ada Marsh.\n")[4]


def test_an_organisation_stands_among_organisations_that_speak() -> None:
    text = (
        "“Our storm will reach Orra before midnight,” the Met Office said in a statement.\n\n"
        "“Nobody should go near harbour walls at night,” the Harbour Authority said.\n\n"
        "“Every boat of ours will be counted on Monday,” the Ministry of Fisheries said.\n\n"
        "“Lectures on storms begin in the first week of May,” Tidewater University said.\n\n"
        "Abel College sent nobody.\n"
    )
    question = asked(text)[0][0]
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "Which source said, “Our storm will reach Orra before midnight”?"
    assert sorted(question.distractors) == ["Harbour Authority", "Ministry of Fisheries", "Tidewater University"]


def test_whoever_the_words_speak_of_by_a_given_name_is_no_option() -> None:
    text = COUNCIL + "\n“@RuthAbel sold us forty boats, and @HelenTrevose promised ten lamps,” said Ada Marsh. "
    text += "Marsh rowed. Marsh sang. Marsh dived. Marsh swam.\n"
    question = asked(text)[4][0]
    assert not {"Ruth Abel", "Helen Trevose"} & set(getattr(question, "distractors", ()))


def test_an_organisation_may_stand_among_others_that_are_named_in_full_once() -> None:
    text = (
        "Tidewater University, the Ministry of Fisheries and the Museum of Trade sent nobody to Orra. "
        "The Museum of Trade slept.\n\n"
        "“Our storm will reach Orra before midnight,” the Harbour Authority said in a statement.\n"
    )
    question = asked(text)[0][0]
    assert isinstance(question, ChoiceQuestion)
    assert sorted(question.distractors) == ["Ministry of Fisheries", "Museum of Trade", "Tidewater University"]


def test_what_may_be_the_same_organisation_is_no_option() -> None:
    text = (
        "The Port Board, the HAT, Abel College and Tidewater University came. The HAT stayed. "
        "The Port Board, Abel College and Tidewater University went.\n\n"
        "“Our storm will reach Orra before midnight,” the Harbour Authority of Tromsund said.\n"
    )
    question = asked(text)[0][0]
    assert isinstance(question, ChoiceQuestion)
    assert sorted(question.distractors) == ["Abel College", "Port Board", "Tidewater University"]


def test_a_title_stands_before_the_name_and_a_description_after_it() -> None:
    text = "Captain Ruth Abel met Tomas Lindqvist, a lawyer. Abel and Lindqvist rowed. Abel and Lindqvist sang. "
    text += "Abel and Lindqvist dived.\n\n"
    text += "“Our wooden bridge is closed until May,” Abel said.\n\n"
    first, second = asked(text + "“Nobody asked the families of Orra about boats,” Lindqvist said.\n")
    assert first[0].rationale.endswith("“Abel” is Captain Ruth Abel.")
    assert second[0].rationale.endswith("“Lindqvist” is Tomas Lindqvist, a lawyer.")


def test_who_has_no_full_name_in_the_article_is_not_asked_for() -> None:
    text = COUNCIL + "\n“Every bell in Orra rang before any water came,” Captain Marsh said.\n"
    assert not asked(text)[4]


def test_a_full_name_stands_beside_full_names() -> None:
    text = COUNCIL + "\n“Every bell in Orra rang before any water came,” Captain Marsh said.\n"
    assert all("Marsh" not in getattr(ways[0], "distractors", ()) for ways in asked(text)[:3])
