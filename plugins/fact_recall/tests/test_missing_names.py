"""A name is asked for by a gap in its sentence, where that stands alone and nothing else asks about it."""

from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, Question, ShortTextQuestion
from quizengine.language import GAP, names_in, trees
from quizengine.text.facts import Facts
from quizengine_fact_recall import GENERATOR
from quizengine_fact_recall.missing_names import RULE, missing_names
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.subject_questions import SUBJECT_RULE, agent_question, office_question
from quizengine_fact_recall.typed_participants import accepted

FILLER = "\n\n".join(["The old bread of the long street was good and the rain was warm that year."] * 14)


def gaps(sentence: str, rule: str = RULE) -> list[Question]:
    article = Article(f"The Mills of Orra\n\n{sentence}\n\n{FILLER}")
    facts = Facts(GENERATOR.find(article))
    asked = [one for number, fact in enumerate(facts) for one in GENERATOR.ask(fact, facts, Random(number))]
    return [one for one in asked if isinstance(one, Question) and one.origin and one.origin.rule == rule]


def stems(sentence: str) -> list[str]:
    return [each.stem for each in gaps(sentence)]


PLAIN = "predicate-with-a-name"


def test_a_sentence_that_stands_alone_has_a_gap_for_its_name() -> None:
    told = "The mills of Orra had sold bread to the army of Peru until 1920."
    assert stems(told) == [
        "Which country is missing? “The mills of Orra had sold bread to the army of _____ until 1920.”"
    ]


def test_what_a_map_tells_is_not_asked_for() -> None:
    told = "The mills of Orra had sold bread to the bakers of {}Lima until 1920."
    assert stems(told.format("")) != []
    assert stems(told.format("Peru’s ")) == []


def test_a_place_of_birth_is_asked_for_plainly() -> None:
    told = "Ruth Abel was born in Lisbon, the youngest of five children, two of whom baked bread at the mills of Orra."
    assert [each.stem for each in gaps(told, "in-which-city")] == ["In which city was Ruth Abel born?"]
    assert stems(told) == []


def test_who_founded_something_is_asked_for_plainly() -> None:
    told = "The Orra Bread Fair was founded by Ruth Abel to encourage young bakers."
    assert [each.stem for each in gaps(told, "by-whom")] == [
        "By whom was the Orra Bread Fair founded to encourage young bakers?"
    ]


def test_nobody_asks_who_was_born_somewhere() -> None:
    assert gaps("Ruth Abel was born at the mills of Orra in 1920.", SUBJECT_RULE) == []


def test_whom_an_untitled_part_of_a_life_is_about_is_not_asked_for() -> None:
    told = (
        "The mills of Orra had sold old bread to Ruth Abel for many years until 1920. Tom Reed left. Tom Reed rested."
    )
    again = " Ruth Abel lived in Senn. Ruth Abel sold bread. The king thanked Ruth Abel."
    names = [
        [fact.name.full for fact in missing_names(Article(f"Early years\n\n{text}\n\n{FILLER}"))]
        for text in (told, told + again)
    ]
    assert names == [["Ruth Abel"], []]


def test_three_others_of_the_kind_stand_beside_it() -> None:
    told = "The mills of Orra had sold their bread to Lisbon for many years."
    rest = " The mills bought wheat from Madrid. Wheat came from Vienna and from Warsaw as well."
    found = gaps(told + rest)
    choice = next(each for each in found if isinstance(each, ChoiceQuestion) and each.answer == "Lisbon")
    assert sorted(choice.distractors) == ["Madrid", "Vienna", "Warsaw"]


def test_a_country_is_typed_whatever_other_countries_there_are() -> None:
    told = "The mills of Orra had sold their bread to Peru for many years."
    rest = " The mills bought wheat from Chile. Wheat came from Brazil and from Egypt as well."
    found = gaps(told + rest)
    assert [type(each) for each in found if getattr(each, "answer", "") == "Peru"] == [ShortTextQuestion]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mills of Orra had sold bread to the army of the United States until 1920.",  # few countries have a "the"
        "Ruth Abel’s father, Tom Reed, was a baker who sold bread to the mills of Orra until 1920.",  # a relative
        "On June 8, 1914, the mills of Orra sold their best bread to the army of Peru.",  # one day of many
        "The mills of Orra mocked the likely Norwegian nominee Tom Reed until 1920.",  # whom everybody guesses
        "Only Peru had sold its bread to the mills of Orra until 1920.",  # only
        "The mills of Orra might sell their bread to Peru until 1920.",  # perhaps
        "The mills of Orra had sold bread to Peru, to Chile or to Egypt until 1920.",  # each fits
        "This mill of Orra had sold its bread to Peru until 1920.",  # which mill?
        "The best known of all is the old mill by the river in Peru.",  # the best what?
        "The traders of the mill told Peru that their bread was good.",  # whom they told
        "The mills sold their bread for a dinner in Lima on a Friday in spring.",  # where one dinner was
        "The delta of the Mississippi pushes far out into the blue sea in fingers.",  # the river, not the state
        "The bakers feared the Joint Council on Bread and Flour of the old town.",  # half a name
        "On May 3, the mills of Orra had sold their bread to Peru until 1920.",  # of which year?
        "“The mills of Orra had sold bread to Peru until 1920,” he said.",  # a quotation
        "The mills of Orra had sold Peru's bread to everybody in the street.",  # an owner
        "During the Orra War the mills of the old street had sold bread.",  # only dates it
        "The mills of Orra had sold bread to bakers in the East End of London.",  # of which city else?
        "In return the mills of Orra had sold bread to the army of Peru.",  # for what?
        "Still, the mills of Orra had sold bread to the army of Peru.",  # in spite of what?
        "The Peruvian army and the mills of Orra had brought bread to Peru.",  # its people tell
        "Reed argues that the mills of Orra had sold all their bread to Peru until 1920.",  # who is Reed?
        "Both mills had sold all their bread to the army of Peru until 1920.",  # which two?
        "Outraged, the mills of Orra had sold all bread of Peru until 1920.",  # at what?
        "Although much smaller, the mills of Orra had sold bread to Peru until 1920.",  # than what?
        "The mills of Orra had reacted by selling all their bread to Peru in 1920.",  # to what?
        "The mills of Orra had sold their bread to the captain of Lisbon 12 until 1920.",  # half a name
    ],
)
def test_what_does_not_stand_alone_has_no_gap(sentence: str) -> None:
    assert not [each for each in gaps(sentence) if "bread" in each.stem]


@pytest.mark.parametrize(
    "sentence",
    [
        "Both mills and farms in Orra had sold bread to Peru until 1920.",
        "Much smaller than before, the mills of Orra had sold bread to Peru until 1920.",
        "The mills of Orra had reacted to a tax by selling all their bread to Peru in 1920.",
    ],
)
def test_what_a_sentence_tells_itself_needs_no_other(sentence: str) -> None:
    assert [each for each in gaps(sentence) if "bread" in each.stem]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("ORB", False),  # nowhere in full
        ("outer rowing league (ORL)", False),  # everybody knows who follows it
        ("outer river barrage (ORB)", True),
    ],
)
def test_a_short_abbreviation_is_asked_for_if_the_article_explains_it(told: str, asked: bool) -> None:
    short = told.removesuffix(")")[-3:]
    text = f"The people of Orra had built the {told} until 1920. The rain fell on the {short} that year."
    rest = "Ada Moss baked bread and rested. " * 10
    sold = f"The mills of Orra sold all their good bread to bakers from the {short} in 1921."
    article = Article(f"The Mills of Orra\n\n{text} {sold} {rest}\n\n{FILLER}")
    assert (short in [fact.name.full for fact in missing_names(article)]) is asked


def test_what_an_article_keeps_naming_is_the_topic_and_has_no_gap() -> None:
    told = "The mills of Orra had sold bread to the Senn Bakers Council for years."
    assert [each for each in gaps(told) if "bread to" in each.stem]
    again = "The Senn Bakers Council met."
    assert not [each for each in gaps(f"{told}\n\n{again}") if "bread to" in each.stem]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The miller Tom Reed, a seller of bread to Peru, was proud of his mills.", "Peru"),  # only describes him
        ("The mills of Orra had sold bread to Peru and in its old town of Lima.", "Peru"),  # the city tells it
    ],
)
def test_a_name_that_is_told_aside_has_no_gap(sentence: str, name: str) -> None:
    assert name not in [each.answer for each in gaps(sentence) if isinstance(each, ShortTextQuestion)]


def test_an_organisation_is_asked_for_by_its_name() -> None:
    told = "The mills of Orra had sold bread to the Associated Press for many years."
    assert [each.stem for each in gaps(told) if "sold" in each.stem] == [
        "Which name is missing? “The mills of Orra had sold bread to the _____ for many years.”"
    ]


@pytest.mark.parametrize(
    ("text", "full", "told"),
    [
        ("Spanish bakers", "Spain", True),
        ("Turkish bakers", "Turkey", True),
        ("French bakers", "France", True),
        ("Spanish bakers", "Sparta", False),
        ("The Spa", "Spain", False),
        ("Turkish bakers", "Turk Street Mill", False),
    ],
)
def test_a_people_tells_its_country(text: str, full: str, told: bool) -> None:
    assert shares_word(text, full) is told


def test_a_short_text_has_no_gaps() -> None:
    told = "The mills of Orra had sold bread to the army of Peru until 1920."
    assert not [fact for fact in GENERATOR.find(Article(told)) if fact.kind == "name in a sentence"]


def test_a_word_that_joins_a_sentence_to_another_goes() -> None:
    told = "The mills of Orra, however, had sold bread to the army of Peru until 1920."
    assert stems(told)[0].startswith("Which country is missing? “The mills of Orra had sold")


def test_a_country_may_be_typed_in_each_way_that_people_write_it() -> None:
    article = Article("Ada Moss sold bread to the United States. Tom Reed joined the Orra Bread Council in 1920.")
    by_name = {name.full: accepted(name) for name in names_in(article)}
    assert {"United States", "U.S.", "USA", "America"} <= set(by_name["United States"])


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "Peru was selling bread and flour to all mills in Orra until 1920.",
            "Which country was selling bread and flour to all mills in Orra until 1920?",
        ),
        (
            "Ada Moss, a former baker, was selling bread and flour in Orra for ten years.",
            "Which former baker was selling bread and flour in Orra for ten years?",
        ),
        (
            "The Peruvian painter Ada Moss, whose house stood in Orra, was selling pictures to many bakers.",
            "Which Peruvian painter, whose house stood in Orra, was selling pictures to many bakers?",
        ),
    ],
)
def test_a_gap_at_the_beginning_becomes_a_plain_question(sentence: str, stem: str) -> None:
    assert [each.stem for each in gaps(sentence, SUBJECT_RULE)] == [stem]
    assert stems(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru was not selling bread and flour to mills in Orra until 1920.",  # denied
        "Peru said that all mills in Orra were selling bread and flour until 1920.",  # what somebody says
    ],
)
def test_a_subject_is_not_asked_for_by_what_tells_little_of_it(sentence: str) -> None:
    assert gaps(sentence, SUBJECT_RULE) == []


def test_a_plural_is_no_name_of_a_person_and_no_owner_has_a_gap() -> None:
    told = "In 1921 the council of Peru appointed Ada Moss as its High Commissioner for Refugees."
    assert "Refugees" not in [str(getattr(each, "answer", "")) for each in gaps(told)]
    owner = "The mills of Orra had sold bread to Peru' best buyers for many years until 1920."
    assert not any("_____'" in stem for stem in stems(owner))


def test_a_work_is_not_asked_for_by_half_its_title() -> None:
    told = "The mills of Orra paid for the second opera of the bakers, King {}, which closed at once."
    assert not any("opera" in each for each in stems(told.format("Oswald")))


def test_a_work_keeps_its_capitals_and_its_premiere_the_word_first() -> None:
    told = (
        "The Salt Miller is an opera by Ruth Abel. It was first performed at the Municipal Theatre in Lisbon in 1907."
    )
    article = Article(
        f"The Salt Miller (opera)\n\n{told} Since then The Salt Miller has been sung in Vienna.\n\n{FILLER}"
    )
    facts = Facts(GENERATOR.find(article))
    asked = [one for number, fact in enumerate(facts) for one in GENERATOR.ask(fact, facts, Random(number))]
    stems = [one.stem for one in asked if isinstance(one, Question) and "Theatre" not in one.stem]
    assert any("was The Salt Miller first performed" in stem for stem in stems)


def test_what_is_told_from_the_day_of_the_article_on_has_no_gap() -> None:
    told = "the mills of Orra had sold bread to the army of Peru until 1920."
    assert stems(f"In the past few days {told}") == []
    assert stems(f"On Monday {told}") == []


def test_whoever_answers_something_untold_is_asked_for_by_no_plain_question() -> None:
    assert gaps("Ruth Abel responded by arguing that the mills of Orra sell bread to Peru.", SUBJECT_RULE) == []


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "Ruth Abel was a contemporary and close friend of Peter Okoye.",
            "Of whom was Ruth Abel a contemporary and close friend?",
        ),
        (
            "Orra has been in a partnership with Peter Okoye since 2005.",
            "With whom has Orra been in a partnership since 2005?",
        ),
        (
            "Ruth Abel was the first woman to win the Harrow Prize, in 1920.",
            "Which prize was Ruth Abel the first woman to win, in 1920?",
        ),
        (
            "In 1920, Orra was awarded with the Harrow Award at the Bread Fair in Lisbon.",
            "Which award did Orra receive in 1920 at the Bread Fair in Lisbon?",
        ),
        (
            "Ruth Abel’s main rival was Peter Okoye, and in 1861 he sold the mills of Orra.",
            "Who was Ruth Abel’s main rival?",
        ),
    ],
)
def test_a_name_in_what_somebody_is_or_was_given_is_asked_for_plainly(sentence: str, stem: str) -> None:
    assert [each.stem for each in gaps(sentence, PLAIN)] == [stem]
    assert stems(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruth Abel is a baker known for painting a portrait of Peter Okoye in bread.",  # what the portrait is of
        "After the rain the old baker was a close and trusted friend of Peter Okoye.",  # which baker?
        "Orra was a partner of Peter Okoye. Later Orra was a partner of Jan Lund and baked bread in the mills.",
        "Ruth Abel’s main friend was Peter Okoye, and in 1861 he sold the mills of Orra.",  # there may be others
        "Ruth Abel was awarded with the Harrow Award.",  # when, and for what?
        "Ruth Abel was the first woman to win, long after the Harrow Prize of the old street.",
    ],
)
def test_a_name_in_a_longer_predicate_is_not_moved(sentence: str) -> None:
    assert gaps(sentence, PLAIN) == []


def test_the_holder_of_an_office_is_asked_for_by_it() -> None:
    told = "Bergen businessman Peter Okoye is a member of the old council of bakers and the head of a mill in Orra."
    assert [each.stem for each in gaps(told, "which-office-holder")] == [
        "Which Bergen businessman is a member of the old council of bakers and the head of a mill in Orra?"
    ]
    assert gaps(told.replace("businessman", "bread"), "which-office-holder") == []


def test_the_year_before_an_office_comes_behind_the_question() -> None:
    shown = f"In 1920, vice president {GAP} sold the mills of Orra."
    tree = trees(Article("In 1920, vice president Peter Okoye sold the mills of Orra."))[0]
    assert office_question(tree, (5, 6), shown) == "Which vice president sold the mills of Orra in 1920?"


def test_a_list_of_what_something_was_founded_for_is_left_out() -> None:
    tree = trees(Article("The Orra Fair was founded by Ruth Abel to encourage bakers, millers and painters."))[0]
    shown = f"The Orra Fair was founded by {GAP} to encourage bakers, millers and painters."
    assert agent_question(tree, shown) == "By whom was the Orra Fair founded?"


def test_no_town_is_asked_for_that_a_team_lost_to() -> None:
    assert stems("The mills of Orra had sold bread in 1920 before moving to Lisbon.") != []
    assert stems("The mills of Orra had sold bread in 1920 before losing to Lisbon.") == []


def test_the_country_of_somebody_whose_people_the_article_tells_first_has_no_gap() -> None:
    told = "The bakers of Orra had sold old bread and warm rolls to the army of Peru until 1920."
    filler = f"{told}\n\n{FILLER}"

    def asked(people: str) -> bool:
        article = Article(f"Tom Reed\n\nTom Reed was {people}. Tom Reed slept. Tom Reed woke.\n\n{filler}")
        facts = Facts(GENERATOR.find(article))
        results = [one for number, fact in enumerate(facts) for one in GENERATOR.ask(fact, facts, Random(number))]
        return any(isinstance(one, Question) and "army of _____" in one.stem for one in results)

    assert asked("a tall baker")
    assert not asked("a Peruvian baker")


def test_a_clause_is_not_taken_for_whoever_was_born() -> None:
    told = "Although Ruth Abel was born in Lisbon and baked bread at the mills of Orra, the bakers of Senn thanked her."
    assert gaps(told, "in-which-city") == []
