"""Every fault that keeps a certain clause from being asked about has one that it holds for and one that it does not."""

from dataclasses import replace

import pytest

from quizengine import Article
from quizengine.language import full_names, realised
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_contexts import contexts_of
from quizengine_numeric_recall.stem_faults import CUTS, FAULTS, figure_stem_fault

HITS = {
    "trivia": "Ada Moss of Oslo spoke for 40 minutes.",
    "nowhere": "The Mills of Tolmara\n\nIt goes on.\n\nThere were 90 rooms in the old tower.",
    "of-a-number": "In Oslo, 11 bought 40 apples from Ada Moss.",
    "too-little": "A farmer bought 40 apples.",
    "list": "Adam Smith offered three reasons.",
    "minor-life": "Ada Moss was born in Cork in 1926.",
    "relative": "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nIn 1984, Tom Moss founded Oslo Mills.",
    "minor-event": "In 1984, Ada Moss made an application to the Oslo Prize.",
    "minor-victim": "A fall of rock killed Ada Moss's dog Rex in 1984.",
    "election": "Oslo elected Ada Moss in 1987.",
    "small-subject": "Nine painters moved to Lisbon with Ada Moss.",
    "up-to-now": "Ninety painters have been expelled from Oslo.",
    "supposed": "Ada Moss once praised Oslo in 1984.",
    "state": "Norway\n\nIt lies far north. In 1850, Norway was a poor country of farmers and fishermen.",
    "illness": "Ada Moss\n\nShe sang. In Oslo, Ada Moss caught a chill in 1984.",
    "in-passing": "Ada Moss visited Oslo in 1984.",
    "reply": "The scholar Ada Moss agreed in 1984.",
    "breaks-off": "The initiation of Ada Moss happened, at Oslo Hall, in 1984.",
    "two-times": "Ada Moss began airing plays in Oslo in mid-September in 1984.",
    "amount": "In 1984, Ada Moss spent $33,400 on schools in Oslo.",
    "from": "Oslo had 391,000 people in 2010 from the Moss Bureau.",
    "echo": "Mayors\n\nIt rained.\n\nThe elections of Oslo elected 70 members.",
    "no-event": "Ada Moss played in 26 games in 2013.",
    "whose-age": "In Oslo, Sven Dahl taught Ada Moss to swim at the age of 19.",
    "no-state": "Ada Moss moved to the school of Oslo until 1848.",
    "no-sentence": "Ada Moss praised Norway after 45-minute meeting",
    "no-whole": "Norway will own 56 percent.",
    "dash": "Voters in Norway praised a number of women - 62 in Oslo.",
    "statistics": "Brock Holt batted .292 and scored 11 runs for Boston.",
    "two-years": "Imports from China rose from 12,000 tons in 2010 to 31,000 tons in 2019.",
    "worked-out": "Ada Moss led Sven Dahl in Norway by 11 points with 46 percent to 35 percent.",
    "points-along": "Harland was finally reduced in Oslo in 1992.",
    "after-what": "After 40 days, Ada Moss sold the mill of Oslo.",
    "two-counts": "Ada Moss was married four times to three sailors of Oslo.",
    "more": "Ada Moss sold three more mills of Oslo in 1984.",
    "mentions": "Ada Moss cited Oslo's plan 16 times.",
    "minor-person": "Ada Moss ran. Ada Moss swam. Ada Moss sang. Then Sven Dahl bought Oslo Mills in 1984.",
    "half-a-name": "Ada Moss ran. Ada Moss swam. Her brother Joseph sang. Then Joseph bought Oslo Mills in 1984.",
    "short-name": "Ms. Paris founded Oslo Mills in 1984 with the painter JJ Paris.",
    "schooling": "Ada Moss entered the school of William Glennie in 1799.",
    "complement": "Ada Moss considered the 40 mills of Oslo, built by her father, ugly.",
    "no-date": "Ada Moss received the 2012 Award of Oslo.",
    "subject-date": "Hopes for a regatta at Oslo in 1909 ended when Ada Moss sold the boats.",
    "of-the-day": "Mills\n\nIt rained on Monday.\n\nOslo Mills has hired 250 weavers.",
    "no-time": "Mills\n\nIt rained on Monday.\n\nThe exports of Oslo Mills fell by 12 percent.",
    "no-year": "Oslo Mills made a profit of $52m in the three months to 30 June.",
    "matter": "The police of Oslo were first tipped off in 1984.",
    "belief": "In 1984, the sailors of Oslo believed their freedom as loyal subjects had come under attack.",
    "its-event": "In 1984, the sailors of Oslo discovered the dangers of the port when Ada Moss burned the mill.",
    "bracketed": "(Oslo Mills) bought 40 apples from Ada Moss.",
    "subtitle": "In Oslo, 40 painters saw Oslo Mills: The Last Year.",
    "two-statements": "Forty million sailors will starve before 2030 and grants are half their levels of Oslo.",
    "half-marked": "In 1984, Ada Moss founded a firm called ORRA!",
    "pro-noun": "Ada Moss sold one to Oslo for $40,000.",
    "doubtful-pronoun": "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nIda Dahl sang. In 1984, she sold a mill in Oslo.",
    "moves": "Norway\n\nOslo is the capital of Norway.\n\nThe capital was moved back to Oslo in 1812.",
    "half-a-title": "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nIn 1838, Sven Dahl was made Earl of Moss in Oslo.",
    "example": "Oslo\n\nIt rains.\n\nFor example, a day of Oslo corresponds to 40 hours.",
    "ordinal": "A third, only slightly related mill was bought by Ada Moss of Oslo.",
    "bare-year": "The sailors of Oslo came to Norway and held Cork by 435.",
    "since": "Oslo\n\nIt rains.\n\nSince 2002, the Oslo League has 16 teams.",
    "known-to-all": "Oslo\n\nIt rains.\n\nThe clock of Oslo divides the day into 24 hours.",
    "one-side": "In 1649, new treaties with Norway were signed in Oslo.",
    "titled": "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nTom Moss sang. Captain Moss was killed in Oslo in 1786.",
}
MISSES = {
    "trivia": "Ada Moss of Oslo painted for 40 years.",
    "nowhere": "The Mills of Tolmara\n\nIt goes on.\n\nThere were 90 rooms in the old mill of Tolmara.",
    "of-a-number": "Ada Moss has 30 apples in Oslo.",
    "too-little": "A farmer from Norway bought 40 apples.",
    "list": "Adam Smith offered three gardeners a job.",
    "minor-life": "Ada Moss moved to Cork in 1926.",
    "relative": "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nIn 1984, Ada Moss founded Oslo Mills.",
    "minor-event": "In 1984, Ada Moss made a gift to the Oslo Museum.",
    "minor-victim": "A fall of rock killed King Rex of Oslo in 1984.",
    "election": "Oslo honoured Ada Moss in 1987.",
    "small-subject": "Ninety painters moved to Lisbon with Ada Moss.",
    "up-to-now": "Ninety painters were expelled from Oslo.",
    "supposed": "Ada Moss praised Oslo in 1984.",
    "subject-date": "Hopes for a regatta at Oslo ended in 1909 when Ada Moss sold the boats.",
    "state": "Norway\n\nIt lies far north. In 1850, Norway was a member of the Nordic League.",
    "illness": "Ada Moss\n\nShe sang. In Oslo, Ada Moss caught a burglar in 1984.",
    "in-passing": "Ada Moss moved to Oslo in 1984.",
    "reply": "The scholar Ada Moss agreed to the sale of Oslo Mills in 1984.",
    "breaks-off": "The initiation of Ada Moss happened at Oslo Hall in 1984.",
    "two-times": "Ada Moss began airing plays in Oslo in September 1984.",
    "amount": "In 1984, Ada Moss spent a fortune on schools in Oslo.",
    "from": "Oslo had 391,000 people in 2010.",
    "echo": "Mayors\n\nIt rained.\n\nThe people of Oslo elected 70 members.",
    "whose-age": "In Oslo, Ada Moss won the Dahl Prize at the age of 19.",
    "no-state": "Ada Moss moved to the school of Oslo in 1848.",
    "no-event": "Ada Moss made her first film in 2013.",
    "no-sentence": "Ada Moss praised Norway after a 45-minute meeting.",
    "no-whole": "Norway will own 56 percent of the bank.",
    "dash": "Voters in Norway praised 62 women in Oslo.",
    "statistics": "Brock Holt scored 11 runs for Boston.",
    "two-years": "Imports from China rose to 31,000 tons in 2019.",
    "worked-out": "Ada Moss led Sven Dahl in Norway by 11 points.",
    "points-along": "Harland was reduced in Oslo in 1992.",
    "after-what": "After 40 days of rain, Ada Moss sold the mill of Oslo.",
    "two-counts": "Ada Moss was married four times to sailors of Oslo.",
    "more": "Ada Moss sold three old mills of Oslo in 1984.",
    "mentions": "Ada Moss crossed Oslo's square 16 times.",
    "minor-person": "Ada Moss ran. Ada Moss swam. Ada Moss sang. Then Ada Moss bought Oslo Mills in 1984.",
    "half-a-name": "Ada Moss ran. Ada Moss swam. Her brother Joseph sang. Then Ada Moss bought Oslo Mills in 1984.",
    "short-name": "Ms. Paris founded Oslo Mills in 1984 with the painter Orrin Moss.",
    "schooling": "Ada Moss entered the bank of William Glennie in 1799.",
    "complement": "Ada Moss considered the 40 mills of Oslo ugly.",
    "no-date": "Ada Moss received the Award of Oslo in 2012.",
    "of-the-day": "Mills\n\nIt rained.\n\nOslo Mills has hired 250 weavers.",
    "no-time": "Mills\n\nIt rained on Monday.\n\nThe exports of Oslo Mills fell by 12 percent in May.",
    "no-year": "Oslo Mills made a profit of $52m in the three months to 30 June 1998.",
    "matter": "The police of Oslo were first tipped off by Ada Moss in 1984.",
    "belief": "In 1984, the sailors of Oslo believed the story of Ada Moss.",
    "its-event": "In 1984, the sailors of Oslo discovered the island of Senn.",
    "bracketed": "Oslo Mills (Norway) bought 40 apples from Ada Moss.",
    "subtitle": "In Oslo, 40 painters saw Oslo Mills: they were tired.",
    "two-statements": "Forty million sailors will starve when the mills of Oslo and Cork are sold.",
    "half-marked": "In 1984, Ada Moss founded a firm called ORRA.",
    "pro-noun": "Ada Moss sold one of the mills to Oslo for $40,000.",
    "doubtful-pronoun": "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nAda Moss sang. In 1984, she sold a mill in Oslo.",
    "moves": "Norway\n\nOslo is the capital of Norway.\n\nOslo was moved back to the coast in 1812.",
    "half-a-title": "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nIn 1838, Sven Dahl was made Earl of Senn in Oslo.",
    "example": "A day of Oslo, as an example, began in 1970.",
    "ordinal": "A third of the mills of Oslo were bought by Ada Moss.",
    "bare-year": "The sailors of Oslo came to Norway and held Cork by 435 forts.",
    "since": "Oslo\n\nIt rains.\n\nSince 2002, the Oslo League has had 16 teams.",
    "known-to-all": "Oslo\n\nIt rains.\n\nThe clock of Oslo divides the day into 20 hours.",
    "one-side": "In 1649, new treaties between Norway and Cork were signed in Oslo.",
    "titled": "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nAda Moss was killed in Oslo in 1786.",
}


def faults(text: str) -> list[str]:
    """The faults of the clauses that the figures of a text stand in, empty for none."""
    found = []
    for quantity in quantities_in(Article(text)):
        for context in contexts_of(quantity):
            said = realised(context.clause)
            assert said
            said = realised(context.clause, full_names(context.tree, said.tokens))
            assert said
            found.append(figure_stem_fault(context, said))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Sven Dahl left Oslo on Thursday with 40 boats.",
        "Each side lost 40 boats in Oslo.",
        "In 2000, the then-mayor Ada Moss left Oslo.",
    ],
)
def test_words_that_lean_on_what_was_told_before_are_faults(text: str) -> None:
    assert "points-along" in faults(text)


def test_people_who_did_something_once_say_too_little_without_more() -> None:
    assert faults("Builders constructed 220 houses.") == ["too-little"]
    assert faults("Life\n\nIt goes on.\n\nHumans breathe 20 litres of air.") == [""]


def test_people_of_a_group_need_a_date_or_what_the_article_is_about() -> None:
    moved = "Eight thousand free women moved to Cork"
    assert faults(f"Mills and looms\n\nIt goes on.\n\n{moved}.") == ["too-little"]
    assert faults(f"The growth of Cork\n\nIt goes on.\n\n{moved}.") == [""]
    assert "too-little" not in faults(f"Mills and looms\n\nIt goes on.\n\n{moved} in 1785.")


def test_a_decade_beside_a_year_tells_about_when_it_was() -> None:
    assert "two-years" in faults("Ada Moss founded a great party of the 1930s in Oslo in 1932.")


def test_an_average_is_left_alone() -> None:
    assert faults("Life\n\nIt goes on.\n\nAda Moss blinks 15 times every minute on average.") == ["statistics"]


def test_every_fault_but_that_of_bad_cuts_has_its_examples() -> None:
    assert {name for name, _ in (*FAULTS, *CUTS)} - {"cut"} == set(HITS) == set(MISSES)


@pytest.mark.parametrize("fault", HITS)
def test_a_fault_holds_where_it_should(fault: str) -> None:
    assert fault in faults(HITS[fault])


@pytest.mark.parametrize("fault", MISSES)
def test_a_fault_does_not_hold_where_it_should_not(fault: str) -> None:
    found = faults(MISSES[fault])
    assert found and fault not in found


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("trivia", "About 400 people filled the arena of Oslo to see Ada Moss."),
        ("of-the-day", "Mills\n\nIt rained on Monday.\n\nIn Oslo, 400 mills remain without power."),
        ("of-the-day", "Mills\n\nIt rained on Monday.\n\nOslo Mills now employs 400 weavers."),
        ("of-the-day", "Mills\n\nIt rained on Monday.\n\nOslo Mills has lost two hours."),
        ("of-the-day", "Mills\n\nIt rained on Monday.\n\nIn Oslo, 400 weavers are held."),
        ("of-the-day", "Mills\n\nIt rained on Monday.\n\nIn Oslo, 400 weavers marched through Moss Street."),
        ("of-the-day", "Mills\n\nOslo Mills is hiring 250 weavers."),
        ("trivia", "Shares in Orra Mills of Oslo rose by 56 pence."),
        ("trivia", "Shares in Orra Mills of Oslo were up 56 pence."),
        ("trivia", "The Senn poll surveyed 500 voters in Oslo."),
        ("trivia", "Boats\n\nIt rained.\n\nAda Moss hopes to sell 25 boats in Oslo."),
        ("trivia", "Ada Moss paid $800 rent in Oslo."),
        ("trivia", "Prices\n\nIt rained.\n\nIn 1970 a loaf of bread in Norway cost 90 pence."),
        ("trivia", "Prices\n\nThe loaf is dark.\n\nIn 1970 a loaf of bread in Norway cost 90 pence."),
        ("trivia", "Ada Moss praised Oslo after a 45-minute meeting."),
        ("trivia", "A meeting of the mayors of Oslo was held in the hall in 1984."),
        ("state", "Prices\n\nIt rained.\n\nIn 1983, the price of bread in Oslo was flat."),
        ("election", "In 1983, the family of Ada Moss owned most mills in Oslo."),
        ("in-passing", "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nIn 1984, Ada Moss visited Oslo and Cork."),
        ("two-times", "In 1984 Ada Moss painted the mill of Oslo and a year later the bridge."),
        ("two-times", "The mill of Oslo was widely known by the time of Ada Moss's death in 1984."),
        ("minor-life", "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nIn 1984, Tom Moss died in Oslo."),
    ],
)
def test_nobody_asks_for_crowds_meetings_relatives_or_two_times_in_one(fault: str, text: str) -> None:
    assert fault in faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "About 400 people filled the old mills of Oslo to see Ada Moss.",
        "Ada Moss paid $80,000 rent in Oslo.",
        "Oslo paid $800 a head for the bread of Senn.",
        "The price of a loaf\n\nIn 1970 a loaf of bread in Norway cost 90 pence. A loaf is a loaf. No loaf is cheap.",
        "Prices\n\nThe loaf is dark. No loaf is light.\n\nIn 1970 a loaf of bread in Norway cost 90 pence.",
        "The Congress of Oslo was held in the hall in 1984.",
        "Ada Moss\n\nAda Moss ran. Ada Moss swam.\n\nIn 1984, Ada Moss died in Oslo.",
    ],
)
def test_people_at_work_congresses_and_whom_the_title_names_are_asked_about(text: str) -> None:
    assert not {"trivia", "minor-life"} & set(faults(text))


def test_what_people_hold_is_no_fact_without_a_poll() -> None:
    assert faults("Opinion\n\nIt rained.\n\nIn Oslo, 72 percent of voters oppose Ada Moss.") == ["statistics"]
    assert faults("Opinion\n\nIt rained.\n\nIn Oslo, 72 percent of voters fear Ada Moss.") == [""]


def test_when_a_newspaper_reported_something_is_no_question() -> None:
    assert faults("In 2002, the Oslo Gazette reported on the mills of Ada Moss.") == ["in-passing"]
    assert faults("In 2002, Ada Moss reported on the mills of Oslo.") == [""]


def test_what_somebody_was_told_is_not_cut_off() -> None:
    context = next(
        contexts_of(quantities_in(Article("In 1979, Ada Moss tried to reassure Oslo, that it was safe."))[0])
    )
    said = realised(context.clause)
    assert said
    cut = replace(said, said=tuple(each for each in said.said if each < 9))
    assert figure_stem_fault(context, cut) == "complement"
