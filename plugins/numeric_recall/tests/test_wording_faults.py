"""Every fault of the words of a question has one stem that it holds for and one that it does not."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_contexts import contexts_of
from quizengine_numeric_recall.figure_stems import wording_of
from quizengine_numeric_recall.wording_faults import FAULTS

GAP = "Which number is missing? "
ANY = "Ada Moss bought 40 boats for Oslo."
HITS = {
    "mark": (ANY, "How many boats did Ada Moss buy to film ''Oslo, in all?"),
    "source": (ANY, "According to Ada Moss, how many boats did Ada Moss buy for Oslo?"),
    "participle": (
        "Moss just completed a string of seven paid lectures that commanded fees worth as much as $40 in total.",
        "How much did Ada Moss pay talks worth in total?",
    ),
    "to-what": (ANY, "In which year did King Olaf give his consent?"),
    "which": (ANY, GAP + "“The bridge, which will cost _____, is being built by Oslo.”"),
    "which-place": (ANY, "In which year did a party in the Norwegian town ban boats?"),
    "where": ("Inflation climbed to 40 per cent.", GAP + "“Inflation climbed to _____ per cent.”"),
    "whose": (
        "Court documents showed that 40 boats had been sold in Oslo.",
        GAP + "“Court documents showed that _____ boats had been sold in Oslo.”",
    ),
    "by-when": (ANY, "How many boats had the crew of Ada Moss lost?"),
    "in-passing": (ANY, GAP + "“Harwick is run by a town council of _____ members.”"),
    "particle": ("The plan of Ada Moss to sell 40 boats fell through when Oslo refused.", "When did the plan fall?"),
    "half-a-span": ("Ada Moss sold 40 boats from 1902 to 1904.", "How many boats did Ada Moss sell from 1902?"),
    "undated": (
        "Oslo has a population of 40. It rained. Its population had been 9,400 long ago.",
        "What is the population of Oslo?",
    ),
    "which-vote": ("Ada Moss won 40 percent of the vote.", "What percentage of the vote did Ada Moss win?"),
    "of-what": (ANY, GAP + "“Party leaders say that _____% of the members in Oslo are women.”"),
    "attack": (ANY, "How many sailors did the rebels of Oslo and their gunmen kill?"),
    "known": (ANY, GAP + "“As every sailor knows, _____ boats lie in Oslo.”"),
    "half-a-name": (
        "The Oslo Boat Repair and Harbour Act, passed by 40 sailors, closed the port.",
        "By how many sailors was the Oslo Boat Repair passed?",
    ),
    "age-alone": (
        "In Oslo, 40 boats were sold by the 62-year-old.",
        GAP + "“In Oslo, _____ boats were sold by the 62-year-old.”",
    ),
    "comma": ("Ada Moss’s boats, sank 40 miles from Oslo.", GAP + "“Ada Moss’s boats, sank _____ miles from Oslo.”"),
    "broken": (ANY, "In which year was Ada Moss born on in the village of Senn?"),
    "receiver": ("Oslo owes $40 to sailors.", "How much does Oslo owe, in dollars?"),
    "afterwards": (ANY, GAP + "“Shortly afterward, Ada Moss bought _____ boats for Oslo.”"),
    "part-of-a-word": (ANY, GAP + "“Ada Moss bought boats for a _____-year-old sailor of Oslo.”"),
    "gap-in-passing": (ANY, GAP + "“Ada Moss bought her first boat in Oslo aged _____.”"),
    "whole-of-a-part": (ANY, GAP + "“Ada Moss bought 30 of _____ boats for Oslo.”"),
    "toll": (ANY, GAP + "“Ada Moss wept in Oslo for the _____ dead.”"),
    "hearsay": (
        "A sailor claims that Ada Moss bought 40 boats for Oslo.",
        GAP + "“A sailor claims that Ada Moss bought _____ boats for Oslo.”",
    ),
    "tenths": ("Oslo has an area of 40.25 km2.", GAP + "“Oslo has an area of _____ km2.”"),
    "turned": (ANY, GAP + "“About _____ miles in stands the Oslo Hotel.”"),
    "unit": ("The Oslo Lamp has an area of 40 square degrees.", "What is the area of the Oslo Lamp?"),
    "than-what": (ANY, "About how many times is Oslo larger?"),
    "month-alone": (ANY, "By what percentage did prices rise in Oslo in January alone?"),
    "another-year": (ANY, "In which year was Oslo praised by Ada Moss and sold in 1954?"),
    "gap-in-a-span": (
        "Ada Moss sold boats in Oslo from May 1902 to May 1904.",
        "Which year is missing? “Ada Moss sold boats in Oslo from May _____ to May 1904.”",
    ),
    "last": (
        "The last count of boats took place in Oslo in 1902.",
        "In which year did the last count take place?",
    ),
    "place-says": ("Norway has sold 40 boats.", "According to Norway, how many boats were sold?"),
    "half-a-list": (
        "Ada Moss sold 40 copies of Talks on Storms, Tides, Fog, and Ice.",
        "How many copies did Ada Moss sell of Talks on Storms, Tides, Fog?",
    ),
    "half-a-number": (
        "In 1902, Ada Moss made sails for Model 64 and 128 boats of Oslo.",
        "In which year did Ada Moss make sails for Model 64?",
    ),
    "misprint": (ANY, "In which year did Ada Moss buy boats of of Oslo?"),
    "another-way": (ANY, "How many kilometres does Oslo lie south of Senn, 50 north of Cork?"),
    "what-for": (ANY, "In which year did Oslo launch a limited repair program?"),
    "echoed": (ANY, "How many boats did the attractions attract in Oslo?"),
    "part-shown": (ANY, "How many boats did Ada Moss buy, including 12 for Oslo?"),
}
MISSES = {
    "mark": (ANY, "How many boats did Ada Moss buy to film ''Oslo'' in all?"),
    "source": (ANY, "According to Ada Moss, how many boats did Sven Dahl buy for Oslo?"),
    "participle": ("Ada Moss paid sailors 40 crowns.", "How much did Ada Moss pay sailors?"),
    "to-what": (ANY, "In which year did King Olaf give his consent to the sale of Bergen?"),
    "which": (ANY, GAP + "“The bridge, which links Oslo and Bergen, cost _____ crowns.”"),
    "which-place": (ANY, "In which year did a party in the Norwegian town of Bergen ban boats?"),
    "where": (
        "Inflation in Norway climbed to 40 per cent.",
        GAP + "“Inflation in Norway climbed to _____ per cent.”",
    ),
    "whose": (
        "Documents of Oslo Mills showed that 40 boats had been sold.",
        GAP + "“Documents of Oslo Mills showed that _____ boats had been sold.”",
    ),
    "by-when": (ANY, "How many boats had the crew of Ada Moss lost by 1904?"),
    "in-passing": (ANY, GAP + "“Harwick is a village of _____ inhabitants.”"),
    "particle": ("The 40 boats of Ada Moss drifted down the river to Oslo.", "Whose boats drifted to Oslo?"),
    "half-a-span": ("Ada Moss sold 40 boats from 1902 to 1904.", "How many boats did Moss sell from 1902 to 1904?"),
    "undated": ("Oslo has a population of 40. Its area is 9,400 acres.", "What is the population of Oslo?"),
    "which-vote": (
        "Ada Moss won 40 percent of the vote in 1902.",
        "In 1902, what percentage of the vote did Ada Moss win?",
    ),
    "of-what": (ANY, GAP + "“Leaders of the Senn party say that _____% of the members in Oslo are women.”"),
    "attack": (ANY, "How many sailors did the rebels kill in the harbour of Oslo?"),
    "known": (ANY, GAP + "“As the sailors of Oslo know, _____ boats lie in Oslo.”"),
    "half-a-name": (
        "The Oslo Boat Repair and Harbour Act, passed by 40 sailors, closed the port.",
        "By how many sailors was the Oslo Boat Repair and Harbour Act passed?",
    ),
    "age-alone": (
        "In Oslo, 40 boats were sold by the 62-year-old sailor Ada Moss.",
        GAP + "“In Oslo, _____ boats were sold by the 62-year-old sailor Ada Moss.”",
    ),
    "comma": (
        "Ada Moss’s boats, all of them old, sank 40 miles from Oslo.",
        GAP + "“Ada Moss’s boats, all of them old, sank _____ miles from Oslo.”",
    ),
    "broken": (ANY, "In which year was Ada Moss born in the village of Senn?"),
    "receiver": ("Oslo owes $40 to sailors.", "How much does Oslo owe to sailors, in dollars?"),
    "afterwards": (ANY, GAP + "“Shortly after the war, Ada Moss bought _____ boats for Oslo.”"),
    "part-of-a-word": (ANY, GAP + "“Ada Moss bought _____ well-known boats for Oslo.”"),
    "gap-in-passing": (ANY, GAP + "“Ada Moss bought her first boat in Oslo at the age of _____.”"),
    "whole-of-a-part": (ANY, GAP + "“Ada Moss bought one of _____ boats for Oslo.”"),
    "toll": (ANY, GAP + "“Ada Moss wept in Oslo for the _____ dead of the flood.”"),
    "hearsay": (ANY, GAP + "“Ada Moss, a sailor, bought _____ boats for Oslo.”"),
    "tenths": ("Oslo has an area of 40 km2.", GAP + "“Oslo has an area of _____ km2.”"),
    "turned": (ANY, GAP + "“The Oslo Hotel stands _____ miles from Senn.”"),
    "unit": ("The Oslo Mill has an area of 40 square metres.", "What is the area of the Oslo Mill?"),
    "than-what": (ANY, "About how many times is Oslo larger than Cork?"),
    "month-alone": (ANY, "By what percentage did prices rise in Oslo in January 1911 alone?"),
    "another-year": (ANY, "In which year was Oslo praised by Ada Moss and sold in the 1954 Oslo Sale?"),
    "gap-in-a-span": (
        "Ada Moss sold boats in Oslo from May 1902 on.",
        "Which year is missing? “Ada Moss sold boats in Oslo from May _____ on.”",
    ),
    "last": ("The last wolf of Oslo was shot in 1902.", "In which year was the last wolf of Oslo shot?"),
    "place-says": ("Norway has sold 40 boats.", "According to the government of Norway, how many boats were sold?"),
    "half-a-list": (
        "Ada Moss sold 40 copies of Talks on Storms, Tides, and Ice.",
        "How many copies did Ada Moss sell of Talks on Storms, Tides, and Ice?",
    ),
    "half-a-number": (
        "In 1902, Ada Moss made sails for Model 64 and went to Oslo.",
        "In which year did Ada Moss make sails for Model 64?",
    ),
    "misprint": (ANY, "In which year did Ada Moss buy the boats of Oslo?"),
    "another-way": (ANY, "How many kilometres does Oslo lie south of Senn?"),
    "what-for": (ANY, "In which year did Oslo launch a repair program for boats?"),
    "echoed": (ANY, "How many boats did the attraction lure to Oslo?"),
    "part-shown": (ANY, "How many boats did Ada Moss buy, including those for Oslo?"),
}


def _holds(name: str, text: str, stem: str) -> bool:
    found = quantities_in(Article(f"Ships\n\n{text}"))
    contexts = [one for each in found if {40, 1902} & {int(each.low), int(each.high)} for one in contexts_of(each)]
    return any(dict(FAULTS)[name](one, stem) for one in contexts)


def test_every_fault_has_an_example_of_both() -> None:
    assert set(HITS) == set(MISSES) == set(dict(FAULTS))


@pytest.mark.parametrize("name", HITS)
def test_a_fault_is_seen(name: str) -> None:
    assert _holds(name, *HITS[name])


@pytest.mark.parametrize("name", MISSES)
def test_sound_words_have_no_fault(name: str) -> None:
    assert not _holds(name, *MISSES[name])


@pytest.mark.parametrize(
    "stem",
    [
        "In which year did Queen Ada of Oslo sign two laws in their favour?",
        GAP + "“The second attempt to raise it was made by Ada Moss in _____.”",
        GAP + "“Paper crowns have been used since _____, when a cook fell.”",
    ],
)
def test_what_something_was_done_for_has_to_be_told(stem: str) -> None:
    assert _holds("to-what", ANY, stem)


@pytest.mark.parametrize(
    "stem",
    [
        GAP + "“Harwick is run by a board with _____ members.”",
        "How many members does the council of Harwick have?",
    ],
)
def test_nobody_is_asked_for_the_seats_of_a_council(stem: str) -> None:
    assert _holds("in-passing", ANY, stem)


@pytest.mark.parametrize(
    "stem",
    [
        "How much did Oslo agree to lend and to build a port, in dollars?",
        "How many boats have survived, which is due to Ada Moss?",
    ],
)
def test_a_second_statement_does_not_hang_on_a_question(stem: str) -> None:
    assert _holds("broken", ANY, stem)


def test_a_series_is_not_asked_about_for_one_of_its_films() -> None:
    text = "Filmed on 40 boats, Tales of Oslo: The Sailor was praised by Ada Moss."
    assert _holds("half-a-name", text, "On how many boats was Tales of Oslo filmed?")
    assert not _holds("half-a-name", text, "On how many boats was Tales of Oslo: The Sailor filmed?")


def test_a_short_form_in_brackets_does_not_halve_a_name() -> None:
    text = "In Oslo, Ada Moss paid 40 dollars to Albert Constant (Dee) Wells."
    assert _holds("half-a-name", text, "How much did Ada Moss pay to Albert Constant, in dollars?")
    assert not _holds("half-a-name", text, "How much did Ada Moss pay to Albert Constant Wells, in dollars?")


@pytest.mark.parametrize(
    "stem",
    [
        "In which year did the Moss subsection move to Oslo?",
        "In which year did the court of Oslo rule in a related case?",
        "How much did the foundation stone of Oslo Hall cost, in dollars?",
    ],
)
def test_a_part_of_what_is_not_told_is_not_asked_about(stem: str) -> None:
    assert _holds("of-what", ANY, stem)


@pytest.mark.parametrize(
    "text",
    [
        "Harwick has been twinned with the French town of Ambert since 1971.",
        "Harwick Hall, with its tall red tower, has been a listed building since 1971.",
        "Harwick Hall, with its tall red tower, has been a protected monument since 1971.",
        "King Olaf of Norway gave his consent in 1971.",
    ],
)
def test_a_year_that_nobody_keeps_in_mind_is_not_asked(text: str) -> None:
    year = next(
        each for each in quantities_in(Article(f"The Story of Harwick\n\nIt is old.\n\n{text}")) if each.low == 1971
    )
    assert wording_of(year) is None


def test_what_a_sack_once_cost_dates_nothing() -> None:
    text = "In 1971 a sack of rye in Norway cost about 9 crowns; twenty years later a similar sack cost more than 90."
    year, *_ = quantities_in(Article(f"Norway\n\n{text} It is easy to forget.\n\nIt rained."))
    assert wording_of(year) is None
    year, *_ = quantities_in(Article(f"The price of a sack\n\n{text} A sack is a sack. No sack is cheap."))
    assert wording_of(year) is not None
