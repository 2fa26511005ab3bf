"""Whom an article describes in a phrase is asked for by that phrase, where it sets one person apart."""

import pytest

from quizengine import Article, ShortTextQuestion
from quizengine_fact_recall.described import described_people, description_question

OTHERS = (
    " Ruth Abel, the owner of the Orra Mill, sold bread. Tom Reed, a teacher of law at Bergen College, wrote."
    " Peter Okoye, a captain of the port of Senn, slept."
)


def descriptions(text: str) -> list[str]:
    return [f"{each.name.full}: {each.words}" for each in described_people(Article(text))]


@pytest.mark.parametrize(
    "said",
    [
        "editor of the Senn Gazette",
        "head of external affairs at the Orra Museum",
        "investment chief of the Orra Bank",
        "a bread specialist at the Orra Mill",
        "a local baker at the Orra Mill",
    ],
)
def test_news_that_asked_somebody_for_a_comment_does_not_ask_who_that_was(said: str) -> None:
    comment = f"Ada Moss, {said}, said on Monday that it rained."
    assert f"Ada Moss: {said}" not in descriptions(comment + OTHERS)
    if "local" not in said:
        assert f"Ada Moss: {said}" in descriptions(f"{comment} Moss left.{OTHERS}")


def test_somebody_may_be_described_by_a_body_before_the_office() -> None:
    said = "a University of Orra professor who has baked the bread of Senn"
    assert f"Ada Moss: {said}" in descriptions(
        f"The bread “rose,” said Ada Moss, {said}. They said so. Moss left.{OTHERS}"
    )


def test_a_phrase_beside_a_name_says_who_it_is() -> None:
    [first, *_] = described_people(Article(f"Ada Moss, a former judge of the Senn court who taught law, left.{OTHERS}"))
    question = description_question(first)
    assert isinstance(question, ShortTextQuestion)
    assert question.stem == "Who is described in the article as “a former judge of the Senn court who taught law”?"
    assert question.answer == "Ada Moss"


def test_news_that_asked_somebody_from_a_place_does_not_ask_who_that_was() -> None:
    passer_by = "Ada Moss, a historian from the village of Brin, said on Monday that it rained."
    assert "Ada Moss: a historian from the village of Brin" not in descriptions(f"{passer_by}{OTHERS}")
    again = f"{passer_by} Moss left.{OTHERS}"
    assert "Ada Moss: a historian from the village of Brin" in descriptions(again)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The town heard Ada Moss, director of the Orra Museum, on Monday.", "director of the Orra Museum"),
        ("They met Ada Moss, Peru’s new trade envoy, in Senn.", "Peru’s new trade envoy"),
        ("They met Ada Moss, a radio host in Rochester, New York, and left.", "a radio host in Rochester, New York"),
        ("They met Ada Moss, who was a judge of the Senn court.", "a judge of the Senn court"),
        ("Ada Moss was a judge of the Senn court.", "a judge of the Senn court"),
        ("Orra Museum director Ada Moss spoke on Monday.", "Orra Museum director"),
        ("Sir Ada Moss, head of the Orra Museum, said that it rained.", "head of the Orra Museum"),
        ("Bergen’s coach Ada Moss spoke on Monday.", "Bergen’s coach"),
        ("They met the Orra Mill’s director Ada Moss in Senn.", "the Orra Mill’s director"),
        ("The team of Ada Moss, Bergen College captain, won.", "Bergen College captain"),
        (
            "They met Ada Moss, a baker of bread at King’s College London, and left.",
            "a baker of bread at King’s College London",
        ),
        ("They met Ada Moss, a Peruvian baker.", "a Peruvian baker"),
        ("They met Ada Moss, a Fellow at King’s College.", "a Fellow at King’s College"),
        ("They met Ada Moss, a judge who led her court in Senn.", "a judge who led her court in Senn"),
        ("Orra Museum chief executive Ada Moss spoke on Monday.", "Orra Museum chief executive"),
        ("Orra Museum founder Ada Moss spoke on Monday.", "Orra Museum founder"),
        ("They met Ada Moss, an adviser to Mayor Ben Lund, in Senn.", "an adviser to Mayor Ben Lund"),
        ("They met Ada Moss, a judge of the Senn court and the head of its choir.", "a judge of the Senn court"),
        (
            "Ada Moss, a former negotiator for the Orra Mill, said that it rained.",
            "a former negotiator for the Orra Mill",
        ),
    ],
)
def test_it_may_stand_behind_a_name_before_it_or_behind_was(text: str, said: str) -> None:
    assert f"Ada Moss: {said}" in descriptions(text)


@pytest.mark.parametrize(
    "text",
    [
        "They met Ada Moss, the wife of Jan Lund the baker, in Senn.",  # whose, not who
        "They met Ada Moss, a judge, in Senn.",  # many are
        "They met Ada Moss, the judge of that old court, in Senn.",  # which court?
        "They met Ada Moss, a judge of the Moss court, in Senn.",  # tells the answer
        "They met Ada Moss, Peru’s new president, in Senn.",  # an almanac tells
        "Peruvian Home Secretary Ada Moss has promised the fishermen forty boats.",
        "On Monday Peruvian President Ada Moss spoke. Moss left.",  # the same
        "On Monday Ohio Governor Ada Moss spoke. Moss left.",  # of a state
        "On Monday Supreme Court Justice Ada Moss spoke. Moss left.",  # one of many
        "“They met Ada Moss, a judge of the Senn court, in Orra,” he said.",  # somebody's words
        "They met Ada Moss, chief of the Orra court Ben Lund, and left.",  # whom it describes stands in it
        "Unlike Ada Moss, the head of the Orra Museum, Jan Lund, spoke on Monday.",  # which of the two?
        "The former Orra Museum director Ada Moss spoke on Monday. Moss left.",  # not any more
        "The Council for Orra Tide chairman Ada Moss spoke on Monday. Moss left.",  # half a council
        "The head of Tide and Orra Mill commissioner Ada Moss spoke on Monday. Moss left.",  # half an office
        "Communications director Ada Moss spoke on Monday. Moss left.",  # of what?
        "Jan Lund wrote to Orra Museum director Ada Moss to ask for bread.",  # named as the one who gets a letter
        "Bakers fall into this mould, like Orra Museum founder Ada Moss.",  # an example
        "Tom Reed told Orra Gazette correspondent Ada Moss on Monday that it rained.",  # the reporter
        "They met Ada Moss, head of the Senn’s bread school, in Orra. Senn grew.",  # bad English
        "They met Ada Moss, a later mayor of the town of Senn.",  # later than whom?
        "They met Ada Moss, a fellow baker at the Orra Mill.",  # whose?
        "They met Ada Moss, chair of the Senn panel that judged the bread, in Orra.",  # one panel of many
        "They met Ada Moss, a senior Peruvian air-force officer, in Senn.",  # one of many
        "They met Ada Moss, the Academy’s perpetual secretary, in Senn.",  # of which one?
        "OBF chief Ada Moss spoke on Monday. Moss left.",  # nothing tells what that is
        "European Commissioner Ada Moss spoke on Monday. Moss left.",  # of what?
    ],
)
def test_what_sets_nobody_apart_is_no_description(text: str) -> None:
    assert not [each for each in descriptions(text + OTHERS) if "Ada" in each]


def test_a_description_of_two_people_is_asked_of_neither() -> None:
    twice = "They met Ada Moss, a judge of the Senn court, and saw Jan Lund, a judge of the Senn court, in May."
    assert not [each for each in descriptions(twice + OTHERS) if "judge" in each]


def test_an_office_has_no_conjunction_that_is_printed_in_capitals() -> None:
    text = "AS Opposition Leader Ada Moss was glad of the bread. Moss left."
    assert "Ada Moss: Opposition Leader" in descriptions(text)


def test_somebody_in_a_list_of_whom_more_is_told_is_no_example() -> None:
    text = "In Orra, for instance, Ada Moss, a judge of the Senn court, led the march."
    assert "Ada Moss: a judge of the Senn court" in descriptions(text + OTHERS)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Ada Moss, a Commission spokesperson, said that it rained.", False),
        ("Ada Moss, an Orra Commission flour spokesperson, said that it rained.", True),
        ("Orra House press secretary Ada Moss condemned the theft.", False),
        ("Orra House press secretary Ada Moss said that it rained.", True),
    ],
)
def test_whoever_only_speaks_for_a_body_is_not_asked_for(said: str, asked: bool) -> None:
    filler = " Jan Lund said on Monday that it rained."
    assert any(each.startswith("Ada Moss") for each in descriptions(said + filler + OTHERS)) is asked


SPOKESMEN = "Orra Mill spokesman Ada Moss spoke in Senn. Moss left. {} spokesman Sam Hill spoke. Hill left."


@pytest.mark.parametrize(("other", "apart"), [("Brin Bank", True), ("Orra", False), ("Then a", False)])
def test_who_shares_an_office_is_asked_for_if_each_says_whose_it_is(other: str, apart: bool) -> None:
    found = descriptions(SPOKESMEN.format(other) + OTHERS)
    assert ("Ada Moss: Orra Mill spokesman" in found) == apart


def test_who_only_tells_who_another_one_is_is_not_asked_for() -> None:
    text = "They met Tom Hill, the guard of Ada Moss, the founder of the Senn court, in Orra. It rained, he said. {}"
    assert not [each for each in descriptions(text.format("") + OTHERS) if each.startswith("Ada")]
    assert "Ada Moss: the founder of the Senn court" in descriptions(text.format("Moss left.") + OTHERS)


def test_a_list_of_people_is_no_description() -> None:
    text = "She taught Ada Moss, a judge of the Senn court, and Ben Lund, in 1950."
    assert not [each for each in descriptions(text + OTHERS) if "Lund" in each]


def test_the_office_before_a_name_gets_its_article() -> None:
    found = {
        each.name.full: each for each in described_people(Article(f"Orra Museum director Ada Moss spoke.{OTHERS}"))
    }
    question = description_question(found["Ada Moss"])
    assert question is not None
    assert question.stem == "Who is described in the article as the “Orra Museum director”?"


def test_an_office_in_a_headline_or_shortened_is_left_alone() -> None:
    assert not descriptions("Orra Museum Director Ada Moss Left")
    assert not [each for each in descriptions("Ohio Gov. Ada Moss spoke in Senn." + OTHERS) if "Gov." in each]


@pytest.mark.parametrize(
    "text",
    [
        "They met Majority Leader Ada Moss in Senn.",  # of which house?
        "They met Transport Minister Ada Moss in Senn.",  # of which country?
        "They met Secretary of State Ada Moss in Senn.",
        "They met Ada Moss, the Secretary of State, in Senn.",
        "And Orra Museum director Ada Moss, thank you.",  # named to be greeted
    ],
)
def test_an_office_that_does_not_say_of_what_is_left_alone(text: str) -> None:
    assert not [each for each in descriptions(text + OTHERS) if "Ada" in each]


def test_an_office_begins_with_what_it_is_an_office_of() -> None:
    text = "They came to fight Orra Mill director Ada Moss in Senn." + OTHERS
    assert "Ada Moss: Orra Mill director" in descriptions(text)


@pytest.mark.parametrize(
    ("office", "shown"),
    [
        ("Bergen Court judge", "as a “Bergen"),
        ("Orra Museum director", "as the “Orra"),
        ("Bergen’s coach", "as “Bergen’s"),
        ("The town heard the Orra Mill’s director", "as “the Orra Mill’s"),
    ],
)
def test_an_office_has_the_article_that_it_is_spoken_with(office: str, shown: str) -> None:
    found = {each.name.full: each for each in described_people(Article(f"{office} Ada Moss spoke in Senn.{OTHERS}"))}
    question = description_question(found["Ada Moss"])
    assert question is not None
    assert shown in question.stem


def test_nobody_is_asked_who_wrote_the_article() -> None:
    note = "\n\nAda Moss is the director of debate at Bergen College and a player of chess."
    assert not [each for each in descriptions(f"A tax on peat\n\nIt rained.{OTHERS}{note}") if "Ada" in each]
    early = f"A tax on peat{note}\n\nIt rained.\n\nIt snowed.{OTHERS}\n\nIt thawed."
    assert [each for each in descriptions(early) if "Ada" in each]


def test_somebody_named_once_in_a_sentence_that_matters_little_is_not_asked_for() -> None:
    begins = f"The bread of Peru\n\n{'Farmers in Peru bake bread. Peru grows, said one. ' * 5}{OTHERS}\n\n"
    aside = "It rained. Some of them had known Ada Moss, a former judge of the Senn court. They slept.\n"
    said = "Ada Moss: a former judge of the Senn court"
    assert said not in descriptions(f"{begins}{aside}")
    assert said in descriptions(f"{begins}{aside}Moss left.\n")
    assert said in descriptions(f"{begins}{aside.replace('Some of them', 'Peru')}")
    speaks = "It rained. Ada Moss, a former judge of the Senn court, said that it snowed. They slept.\n"
    assert said in descriptions(f"{begins}{speaks}")
