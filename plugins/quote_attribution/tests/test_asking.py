"""Questions about quotations: right, standing alone, and with options that are wrong and likely."""

from pathlib import Path
from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, Question, Refusal, ShortTextQuestion
from quizengine.quiz import assemble
from quizengine.testing import check_generator
from quizengine_quote_attribution import GENERATOR, Quotation, ask, find

TROOPS = Path(__file__).parents[3] / "seeds" / "north-korean-troops.txt"
COUNCIL = (
    "“The bridge will be closed until spring,” said Ruth Abel, the mayor.\n\n"
    "“Nobody asked the families on the other bank,” said Tomas Lindqvist, a baker.\n\n"
    "“Our ferry carried 4,000 cars on a normal day,” said Peter Oduya, an engineer.\n\n"
    "“Lamps along the harbour wall burned until morning,” said Helen Trevose, a pilot.\n"
)


def asked(text: str) -> list[list[Question]]:
    facts = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    return [[q for q in ask(fact, facts, Random(1)) if isinstance(q, Question)] for fact in facts]


def refused(text: str) -> list[str]:
    facts = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    return [r.reason for fact in facts for r in ask(fact, facts, Random(1)) if isinstance(r, Refusal)]


def test_the_generator_keeps_the_contract_on_the_article_about_troops() -> None:
    questions = check_generator(GENERATOR, Article.from_bytes(TROOPS.read_bytes()))
    who = [q for q in questions if q.stem.startswith("Who ")]
    assert len(who) == 4
    assert all(isinstance(q, ChoiceQuestion) and len(q.distractors) == 3 for q in who)


def test_who_said_it_offers_the_others_of_the_article() -> None:
    first = asked(COUNCIL)[0][0]
    assert isinstance(first, ChoiceQuestion)
    assert first.stem == "Who said, “The bridge will be closed until spring”?"
    assert first.answer == "Ruth Abel"
    assert sorted(first.distractors) == ["Helen Trevose", "Peter Oduya", "Tomas Lindqvist"]


def test_what_somebody_said_offers_the_words_of_others() -> None:
    second = asked(COUNCIL)[1][1]
    assert isinstance(second, ChoiceQuestion)
    assert second.stem == "Which of these did Tomas Lindqvist say, according to the article?"
    assert second.answer == "“Nobody asked the families on the other bank”"
    assert len(second.distractors) == 3


def test_one_who_speaks_twice_has_the_same_options_only_of_the_same_length() -> None:
    long = (
        COUNCIL
        + "\n“Nobody asked us when they came in the night with their lamps and took it apart,” said Ada Marsh.\n"
    )
    (which,) = [q for q in asked(long)[0] if q.stem.startswith("Which of these")]
    assert isinstance(which, ChoiceQuestion)
    assert max(map(len, which.distractors)) <= 1.75 * len(which.answer)


def test_a_quotation_that_is_much_longer_than_all_others_is_not_asked_by_its_length() -> None:
    long = (
        "“We counted the stones in the wall, and the boats, and the lamps, and every bell that rang in the night before"
    )
    text = COUNCIL + f"\n{long} the water came,” said Ada Marsh.\n"
    assert [q.stem[:8] for q in asked(text)[4]] == ["Who said"]


def test_a_lone_speaker_is_asked_for_by_typing() -> None:
    (question,) = asked("“The bridge will be closed until spring,” said Ruth Abel, the mayor.")[0]
    assert isinstance(question, ShortTextQuestion)
    assert question.answer == "Ruth Abel"
    assert "Abel" in question.accept


def test_a_namesake_asks_for_the_full_name() -> None:
    text = "“The bridge will be closed until spring,” said Ruth Abel. Her brother Simon Abel did not come."
    (question,) = asked(text)[0]
    assert isinstance(question, ShortTextQuestion)
    assert question.stem.endswith("Give the full name.")
    assert "Abel" not in question.accept


def test_words_that_name_their_speaker_are_not_asked() -> None:
    assert refused("“Ruth Abel never forgets a bridge,” Ruth Abel said.") == ["its own words name Ruth Abel"]


def test_a_long_quotation_is_cut_after_a_sentence_and_marked_there() -> None:
    long = (
        "We counted every stone in the wall before the water came up again. "
        + "And then we counted them all once more " * 4
    )
    first = asked(f"“{long.strip()},” said Ruth Abel, the mayor.")[0][0]
    assert (
        first.stem
        == "Who said, “We counted every stone in the wall before the water came up again. […]”? Type the name."
    )


def test_one_long_sentence_is_refused() -> None:
    long = "we counted every stone in the wall and then " * 6
    (reason,) = refused(f"“And {long.strip()},” said Ruth Abel, the mayor.")
    assert reason == "it has fewer than 5 words, or more than 40 in its first sentence"


@pytest.mark.parametrize(
    "words", ["Well, let me put it this way", "They are also very funny", "I will not let you down"]
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
    + "\n“The wooden bridge will stay closed until the council meets in spring,” Ruth Abel said. "
    + "“Families on the other bank will get a ferry, and the ferry will be free.”\n"
)


def test_two_quotations_of_a_speaker_are_asked_about_and_a_third_is_not() -> None:
    by_abel = [
        q for ways in asked(MORE) for q in ways if "Ruth Abel" in (getattr(q, "answer", ""), *q.stem.split(", "))
    ]
    assert len(by_abel) == 2
    assert refused(MORE) == ["other words of Ruth Abel are asked about"]


def test_one_who_is_asked_about_twice_is_named_in_no_question() -> None:
    assert not [q.stem for ways in asked(MORE) for q in ways if "Ruth Abel" in q.stem]


def test_which_of_these_is_asked_once_of_each_speaker() -> None:
    stems = [q.stem for ways in asked(COUNCIL) for q in ways if q.stem.startswith("Which of these")]
    assert len(stems) == len(set(stems)) == 4


def test_what_all_the_options_speak_of_is_named_in_the_question() -> None:
    text = (
        "“Every winter the ferries to Norway sail half empty,” said Ruth Abel.\n\n"
        "“Nobody from Norway ever paid for the bridge,” said Tomas Lindqvist.\n\n"
        "“Storms from Norway sank forty boats in the bay,” said Peter Oduya.\n\n"
        "“Lamps bought in Norway burned until the morning,” said Helen Trevose.\n"
    )
    stems = [q.stem for ways in asked(text) for q in ways]
    assert "What did Peter Oduya say about Norway, according to the article?" in stems


def test_nearly_the_same_words_of_two_people_are_not_asked_about() -> None:
    text = COUNCIL + "\n“All lamps along the harbour wall burned until the morning,” said Simon Marsh.\n"
    assert [not ways for ways in asked(text)] == [False, False, False, True, True]


def test_a_surname_with_a_strange_word_before_it_is_no_key() -> None:
    text = COUNCIL + "\n“Every bell in the old tower rang before the water came,” said Monster Abel.\n"
    assert not asked(text)[4]


def test_what_links_a_quotation_to_what_was_said_before_it_is_not_shown() -> None:
    text = "“And so the ferry carried 4,000 cars, but nobody paid for it,” said Ruth Abel.\n\n"
    text += "“So we sold forty boats to the fishermen of Norway,” said Tomas Lindqvist.\n"
    (first, *_), (second, *_) = asked(text)
    assert first.stem.startswith("Who said, “So the ferry")
    assert second.stem.startswith("Who said, “We sold forty boats")


def test_of_a_quotation_that_begins_with_a_long_sentence_a_later_one_is_shown() -> None:
    long = "we counted every stone in the wall and every boat in the bay, and then " * 4
    text = f"“First {long}we slept. Twelve boats from Norway lay in the harbour at night,” said Ruth Abel."
    (question,) = asked(text)[0][:1]
    assert question.stem.startswith("Who said, “[…] Twelve boats from Norway lay in the harbour at night”?")


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


def test_every_quotation_of_the_article_about_troops_stands_in_a_quiz_whatever_the_seed() -> None:
    article = Article.from_bytes(TROOPS.read_bytes())
    facts = [one for one in find(article) if isinstance(one, Quotation)]
    for seed in range(30):
        asked_of = [[q for q in ask(fact, facts, Random(seed)) if isinstance(q, Question)] for fact in facts]
        quiz = assemble(asked_of, seed=seed)
        assert [sum(one in ways for one in quiz) for ways in asked_of] == [1, 1, 1, 1]


def test_another_way_than_who_comes_first_now_and_then() -> None:
    facts = [one for one in find(Article(COUNCIL)) if isinstance(one, Quotation)]
    firsts = [next(iter(ask(facts[0], facts, Random(seed)))) for seed in range(40)]
    stems = [one.stem[:8] for one in firsts if isinstance(one, Question)]
    assert 0 < stems.count("Which of") < stems.count("Who said")


def test_an_organisation_stands_among_organisations_that_speak() -> None:
    text = (
        "“The storm will reach the coast before midnight,” the Met Office said in a statement.\n\n"
        "“Nobody should go near the harbour wall at night,” the Harbour Authority said.\n\n"
        "“Every boat in the bay will be counted on Monday,” the Ministry of Fisheries said.\n\n"
        "“Lectures on storms begin in the first week of May,” Tidewater University said.\n\n"
        "Abel College sent nobody.\n"
    )
    question = asked(text)[0][0]
    assert isinstance(question, ChoiceQuestion)
    assert question.stem == "Which source said, “The storm will reach the coast before midnight”?"
    assert sorted(question.distractors) == ["Harbour Authority", "Ministry of Fisheries", "Tidewater University"]


def test_whoever_the_words_speak_of_by_a_given_name_is_no_option() -> None:
    text = COUNCIL + "\n“Ruth promised forty boats, and @HelenTrevose wrote it down,” said Ada Marsh.\n"
    question = asked(text)[4][0]
    assert not {"Ruth Abel", "Helen Trevose"} & set(getattr(question, "distractors", ()))


def test_what_may_be_the_same_organisation_is_no_option() -> None:
    text = (
        "The Port Board, the HAT, Abel College and Tidewater University came. The HAT stayed. The Port Board, Abel "
        "College and Tidewater University went.\n\n"
        "“The storm will reach the coast before midnight,” the Harbour Authority of Tromsund said.\n"
    )
    question = asked(text)[0][0]
    assert isinstance(question, ChoiceQuestion)
    assert sorted(question.distractors) == ["Abel College", "Port Board", "Tidewater University"]


def test_a_title_stands_before_the_name_and_a_description_after_it() -> None:
    text = (
        "President Ruth Abel met Tomas Lindqvist, a historian.\n\n“The bridge stays closed until May,” Abel said.\n\n"
    )
    first, second = asked(text + "“Nobody asked the families on the other bank,” Lindqvist said.\n")
    assert first[0].rationale.endswith("“Abel” is President Ruth Abel.")
    assert second[0].rationale.endswith("“Lindqvist” is Tomas Lindqvist, a historian.")


def test_a_surname_alone_stands_beside_surnames() -> None:
    text = COUNCIL + "\n“Every bell in the old tower rang before the water came,” President Marsh said.\n"
    question = asked(text)[4][0]
    assert isinstance(question, ChoiceQuestion)
    assert question.answer == "Marsh"
    assert set(question.distractors) < {"Abel", "Lindqvist", "Oduya", "Trevose"}


def test_a_full_name_stands_beside_full_names() -> None:
    text = COUNCIL + "\n“Every bell in the old tower rang before the water came,” President Marsh said.\n"
    assert all("Marsh" not in getattr(ways[0], "distractors", ()) for ways in asked(text)[:3])
