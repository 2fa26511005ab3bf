"""Which whole sentences are shown with a gap: complete ones that name something and leave nobody open."""

import pytest

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_gaps import rules_out_options
from quizengine_numeric_recall.sentence_faults import FAULTS, shown_alone
from quizengine_numeric_recall.whole_sentences import whole_sentence

HITS = {
    "of-the-day": "Sven Dahl of Tolmara says the mayor, who says no more, has sold 40 boats in Oslo.",
    "no-time": "The exports of the mills of Tolmara fell by 12 percent overnight, as did the price of horses.",
    "no-year": "The mills of Tolmara sold 40 boats to Oslo in the three months ending 30 June.",
    "no-sentence": "Sven Dahl of Tolmara left the old mills of Oslo with 40 boats",
    "short": "Sven Dahl sold 40 boats.",
    "parted": "Sven Dahl came to Oslo on May 23, 2015 Dahl left the race on June 3, 2016.",
    "quoted": "Sven Dahl told the mayor of Oslo that the “terribly slow old boats” were worth 40 horses.",
    "unsure": "Sven Dahl sold the mill in Oslo with 40 boats if the mayor was right.",
    "table": "Sven Dahl sold 90 boats, 80 horses, 70 carts and 40 mills to Oslo.",
    "names-nothing": "In the old town the price of the bread is 40 cents.",
    "lost-subject": "Some 40 percent were formerly workers in the mills of Tolmara.",
    "bare-subject": "The school moved to Lisbon in 1911.",
    "guessed": "Sven Dahl sold 58,825 boats to the old town of Oslo.",
    "half-a-range": "The mills of Tolmara grew from 7,000 looms in the spring to 9,000 looms in the summer.",
    "no-event": "After the death of his mother in 1846, Sven Dahl moved to the mills of Tolmara.",
    "age": "Sven Dahl, 42, moved to the mills of Tolmara with a horse.",
    "no-date": "The 1863 Proclamation of Tolmara ended the long war in Oslo.",
    "in-a-name": "The old Fortune 500 companies pay more attention to the mayor of Oslo.",
    "no-noun": "Among the mills of Tolmara that are at risk are 16 involving the mayor of Oslo.",
    "hearsay": "Sven Dahl said that the mayor of Oslo had told him to expect 400 boats.",
    "unknown-source": "Moss argues that the mills of Tolmara sold 400 boats to the old town of Oslo.",
    "aside": "Tolmara, a town of 9,000 sailors, has already lost the old mill.",
    "minor-victim": "The sailors of Tolmara shot the old dog's friend in 1863.",
    "some-people": "Builders constructed 220 old houses in the long summer of the war.",
    "standing": "In 2013, Tolmara had the highest rents of all the towns in the north.",
    "decade": "The mayor of Tolmara was the first owner of the party of the 1930s, which began in 1932.",
    "relative": "Tom Dahl, a brother of Sven Dahl, showed Sven Dahl the mills of Tolmara in 1863.",
    "short-name": "Ms. Paris joined the old school of Tolmara aged 14 with the painter JJ Paris, her aunt.",
    "minor-event": "Sven Dahl made a submission to the old museum of Oslo in 1863.",
    "minor-life": "The painter Ines Duarte was born in the old town of Faro in 1926.",
    "illness": "The painter Ines Duarte caught a bad chill in 1863.",
    "in-passing": "The painter Ines Duarte visited her old aunt in 1863.",
    "points-along": "On Monday, the sailors of Tolmara sold 40 old boats to Oslo.",
    "reply": "In 1863, the scholar Sven Dahl agreed.",
    "after-what": "After 40 days, the old mill of Sven Dahl in Tolmara was sold to Oslo.",
    "mentions": "The mayor of Oslo mentioned the mills of Tolmara 40 times.",
    "list": "Sven Dahl offered the mayor of Oslo three reasons for the sale.",
    "no-whole": "The mayor of Oslo said on Monday that Tolmara Mills will own 40 percent.",
    "statistics": "Sven Dahl sold 40 boats to Oslo in an average year.",
    "trivia": "The stock of Tolmara Mills in Oslo closed on Monday at $31.",
    "complement": "Sven Dahl branded the owner of the 60 mills, which stand in the old town of Oslo, ugly.",
    "worked-out": "Tolmara Mills leads Oslo Mills by 7 points, 49 percent to 42 percent, in the poll.",
    "matter": "The sailors of the old town of Tolmara were first injured in 1863.",
    "pro-noun": "Sven Dahl, a sailor of the old town of Oslo, offers one for $40,000.",
    "doubtful-pronoun": (
        "Sven Dahl ran. Sven Dahl sang.\n\nThe painter Peter Lind sang. In 1863, he sold all the old boats of Oslo."
    ),
    "moves": "Norway\n\nOslo is the capital of Norway.\n\nThe capital was moved to the old town of Bergen in 1812.",
    "example": "An example of a day of Tolmara is 2440588, which corresponds to 1 January 1970.",
    "ordinal": "A third, only slightly related mill was bought by the mayor of Oslo.",
    "bare-year": "The sailors of Tolmara came to Norway and held the town of Cork by 435.",
    "since": "Since 2002, the old League of Tolmara has 16 teams in Oslo.",
    "known-to-all": "The old clock of Tolmara divides the day into 24 hours.",
    "one-side": "In 1649, new treaties with Norway were signed in the town of Tolmara.",
    "titled": "Sven Dahl ran. Sven Dahl sang.\n\nIn 1786, Captain Tolmara was killed in the old town of Oslo.",
}
MISSES = {
    "unknown-source": "Ada Moss argues that the mills of Tolmara sold 400 boats to the old town of Oslo.",
    "of-the-day": "Sven Dahl of Tolmara says the mayor, who says no more, sold 40 boats in Oslo.",
    "no-time": "The exports of the mills of Tolmara fell by 12 percent in 1911, as did the price of horses.",
    "no-year": "The mills of Tolmara sold 40 boats to Oslo in the three months ending 30 June 1911.",
    "trivia": "The stock of Tolmara Mills in Oslo was worth $31 on Monday.",
    "no-sentence": "Sven Dahl of Tolmara left the old mills of Oslo with 40 boats. [3]",
    "short": "Sven Dahl of Tolmara sold the mayor of Oslo 40 boats.",
    "parted": "Sven Dahl sold 40 boats to Oslo: they were old.",
    "quoted": "Sven Dahl showed the film “The Old Boats” to 40 sailors in Oslo.",
    "unsure": "Sven Dahl would sell the mill in Oslo with 40 boats.",
    "table": "Sven Dahl sold 90 boats and 40 mills to Oslo.",
    "names-nothing": "Oslo says that the price of the bread is 40 cents.",
    "lost-subject": "Some 40 percent of the workers in the mills of Tolmara were children.",
    "bare-subject": "The old school of the monks of Tolmara moved to Lisbon in 1911.",
    "guessed": "Sven Dahl sold 58,000 boats to the old town of Oslo.",
    "half-a-range": "The looms in Tolmara were sold to Oslo and 9,000 dollars were paid in the summer.",
    "no-event": "After his retirement in 1846, Sven Dahl moved to the mills of Tolmara.",
    "age": "Sven Dahl moved to the mills of Tolmara at the age of 42.",
    "no-date": "The Proclamation of Tolmara ended the long war in Oslo in 1863.",
    "in-a-name": "The old Tolmara mills and 500 companies pay attention to the mayor of Oslo.",
    "no-noun": "Among the mills of Tolmara that are at risk are 16 mills involving the mayor of Oslo.",
    "hearsay": "Sven Dahl said that the mayor of Oslo had asked him to buy 400 boats.",
    "aside": "Tolmara has lost 9,000 sailors and already lost the old mill.",
    "minor-victim": "The sailors of Tolmara sold the old dog's friend in 1863.",
    "some-people": "Builders from Tolmara constructed 220 old houses in the long summer of the war.",
    "standing": "In 2013, Tolmara sold the highest mills of all the towns in the north.",
    "decade": "The mayor of Tolmara was the first owner of the party of the 1930s, which ended in 1952.",
    "relative": "Sven Dahl opened the old mills of Tolmara to the people in 1863.",
    "short-name": "Ms. Paris joined the old school of Tolmara aged 14 with the painter Orrin Moss, her aunt.",
    "minor-event": "Sven Dahl made a gift to the old museum of Oslo in 1863.",
    "minor-life": "The painter Sven Dahl of Tolmara was born in the old town of Faro in 1926.",
    "illness": "The painter Ines Duarte caught a bad burglar in 1863.",
    "in-passing": "Sven Dahl left the old mills of Oslo Ferries in 1863.",
    "points-along": "On Monday, May 3, the sailors of Tolmara sold 40 old boats to Oslo.",
    "reply": "In 1863, the scholar Sven Dahl agreed to the sale of the mill.",
    "after-what": "After 40 days of rain, the old mill of Sven Dahl in Tolmara was sold to Oslo.",
    "mentions": "The mayor of Oslo painted the mills of Tolmara 40 times.",
    "list": "Sven Dahl offered the mayor of Oslo three horses for the sale.",
    "no-whole": "The mayor of Oslo said on Monday that Tolmara Mills will own 40 percent of Cork.",
    "statistics": "Sven Dahl sold 40 boats to Oslo in a good year.",
    "complement": "Sven Dahl found 40 boats in the old town of Oslo.",
    "worked-out": "Tolmara Mills leads Oslo Mills by 7 points in the poll.",
    "matter": "The sailors of the old town of Tolmara were first injured in the fire of 1863.",
    "pro-noun": "Sven Dahl, a sailor of the old town of Oslo, offers one of them for $40,000.",
    "doubtful-pronoun": (
        "Sven Dahl ran. Sven Dahl sang.\n\nThe painter Sven Dahl sang. In 1863, he sold all the old boats of Oslo."
    ),
    "moves": "Norway\n\nOslo is the capital of Norway.\n\nThe school was moved back to the old town of Bergen in 1812.",
    "example": "The old day of Tolmara, as an example, began in 1970.",
    "ordinal": "A third of the mills of Tolmara were bought by the mayor of Oslo.",
    "bare-year": "The sailors of Tolmara came to Norway and held the town of Cork by 435 forts.",
    "since": "Since 2002, the old League of Tolmara has had 16 teams in Oslo.",
    "known-to-all": "The old clock of Tolmara divides the day into 20 hours.",
    "one-side": "In 1649, new treaties between Norway and Oslo were signed in the town of Tolmara.",
    "titled": "In 1786, Sven Dahl was killed in the old town of Oslo.",
}


def found(sentence: str) -> set[str]:
    """The faults of a sentence for its last figure; "none" where it is no whole sentence at all."""
    article = Article(f"Sven Dahl and Tolmara\n\n{sentence}\n\nIt rained.")
    shown = list(whole_sentence(quantities_in(article)[-1]))
    return {name for context, said in shown for name, holds in FAULTS if holds(context, said)} if shown else {"none"}


def test_every_fault_has_its_examples() -> None:
    assert {name for name, _ in FAULTS} == set(HITS) == set(MISSES)


@pytest.mark.parametrize("fault", HITS)
def test_a_fault_holds_where_it_should(fault: str) -> None:
    assert fault in found(HITS[fault])


@pytest.mark.parametrize("fault", MISSES)
def test_a_fault_does_not_hold_where_it_should_not(fault: str) -> None:
    assert not {fault, "none"} & found(MISSES[fault])


def lead(sentence: str, before: str = "It rained in Oslo.") -> str | None:
    """What stands before a sentence that is shown; None where it is not."""
    article = Article(f"Tolmara\n\n{before} {sentence}\n\nIt rained.")
    context, said = next(whole_sentence(quantities_in(article)[-1]))
    shown = shown_alone(context, said)
    return shown.lead if shown else None


@pytest.mark.parametrize(
    "sentence",
    [
        "In the spring, the Ministry of Norway announced that it added 40 boats.",  # whoever announced it
        "The monks of Tolmara sold all their 40 boats to the mayor of Oslo.",
        "After his death, Sven Dahl was called the first owner of 40 boats in Oslo.",
        "Many of the looms of Tolmara were made by Sven Dahl with 40 others.",
        "Ada Moss already sold the mayor of Oslo 40 boats.",
    ],
)
def test_a_pronoun_with_a_noun_before_it_is_understood(sentence: str) -> None:
    assert lead(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Their uncle from Tolmara sold the mayor of Oslo 40 boats.",
        "This made the mayor of Oslo sell 40 boats to Tolmara.",
        "We sold the mayor of Oslo all 40 boats of Tolmara.",
        "The mayor of Oslo sold 40 boats there in the summer.",
        "Ada Moss sold him 40 of the old boats of Tolmara.",
        "Ferry Nord replaced it with 40 boats in order to please Oslo.",
        "Mary Moss was the reason why he sold 40 boats to the mayor of Oslo.",
    ],
)
def test_nobody_is_left_open(sentence: str) -> None:
    assert lead(sentence) is None


def test_another_figure_of_its_kind_rules_options_out() -> None:
    for sentence, told in (
        ("Sven Dahl sold the mayor of Oslo 90 boats and 40 horses.", True),
        ("Sven Dahl sold the mayor of Oslo 40 horses for $900.", False),
    ):
        article = Article(f"Tolmara\n\n{sentence}\n\nIt rained.")
        horses = next(one for one in quantities_in(article) if one.low == 40)
        context, said = next(whole_sentence(horses))
        assert rules_out_options(context, said) is told


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("The synagogue of 1912 is one of the old houses of the town of Tolmara.", "no-date"),
        ("The old letters of Sven Dahl were printed in the town of Tolmara as recently as 1995.", "no-date"),
        ("White soldiers from Tolmara, in contrast, received $13 monthly with no deductions.", "parted"),
        ("The people of Tolmara soon rose against the garrison, which held out until September 1800.", "parted"),
        ("Ada Moss of Tolmara herself had died in August 1568.", "parted"),
        ("The plan says that Tolmara will grow; and that 30 more boats will be needed in Oslo.", "no-sentence"),
        ("Sven Dahl paid for the mill of Oslo - far less than the $900 that Tolmara owes.", "parted"),
        ("The soldiers from Tolmara received a lower wage than those of Oslo: ten dollars a month.", "parted"),
    ],
)
def test_a_year_of_a_thing_a_contrast_and_an_amount_behind_a_colon_are_left_alone(sentence: str, fault: str) -> None:
    assert fault in found(sentence)


def test_the_year_of_a_treaty_may_be_asked_for() -> None:
    assert "no-date" not in found("The peace treaty of 1947 created a free town of Tolmara with a mayor.")


def test_a_small_count_is_guessed_whoever_is_named_beside_it() -> None:
    assert "guessed" in found("Sven Dahl planned a long day with stops in five mills of Oslo.")
    assert "guessed" not in found("Sven Dahl planned a long day with stops in 15 mills of Oslo.")


@pytest.mark.parametrize("date", ["on 3 May 1863", "on May 3, 1863"])
def test_a_gap_for_a_part_of_a_date_is_no_question(date: str) -> None:
    assert "no-date" in found(f"The old mill of Sven Dahl {date} was sold to Oslo.")
