"""What a term is, and aspects of it, are asked openly, with the words of the article as the model answer."""

from random import Random

import pytest
from asked_terms import MARKETS, asked_openly, facts

from quizengine import Article, MatchingQuestion, OpenQuestion, Question, Refusal, Span
from quizengine.checks.quizzes import QUIZ_CHECKS
from quizengine.engine import start
from quizengine.generation.blueprint import Blueprint
from quizengine.generation.pairs import review_pairs
from quizengine.language import Tree, trees
from quizengine_key_terms import GENERATOR
from quizengine_key_terms.broken_meanings import leaves_a_part_out


@pytest.mark.parametrize(
    ("told", "stem", "answer"),
    [
        (
            "A tariff is a tax that a government places on imported goods.",
            "What is a tariff?",
            "A tariff is a tax that a government places on imported goods.",
        ),
        (
            "Serfs were peasants who were bound to the land.",
            "What were serfs?",
            "Serfs were peasants who were bound to the land.",
        ),
        (
            "Cordage refers to the ropes and chains of a ship.",
            "What is cordage?",
            "Cordage refers to the ropes and chains of a ship.",
        ),
        (
            "Some fibers are efferent (efferent means “moving outward”).",
            "What does the term “efferent” mean?",
            "“Moving outward”.",
        ),
        (
            "The law of demand states that people buy less of a product when its price rises.",
            "What does the law of demand state?",
            "The law of demand states that people buy less of a product when its price rises.",
        ),
        (
            "Erosion occurs when water carries soil away. Erosion is slow.",
            "When does erosion occur?",
            "Erosion occurs when water carries soil away.",
        ),
        (
            "Conflict theory focuses on the inequalities within a group. Some like conflict theory.",
            "What is conflict theory?",
            "Conflict theory focuses on the inequalities within a group.",
        ),
        (
            "A lockpool is a narrow basin between two gates. Boats rise in the lockpool.",
            "What is a lockpool?",
            "A lockpool is a narrow basin between two gates.",
        ),
        (
            "A lunar tide is a tide that returns after about 12 hours. Sailors know each lunar tide.",
            "What is a lunar tide?",
            "A lunar tide is a tide that returns after about 12 hours.",
        ),
        (
            "Strictly speaking, a moat (or fosse) is a ditch that holds water around a castle. A moat is deep.",
            "What is a moat?",
            "A moat is a ditch that holds water around a castle.",
        ),
        (
            "The Great Reform, or the Reform of Senn, was a movement that gave land to peasants. Poets praised the "
            "Great Reform.",
            "What was the Great Reform?",
            "The Great Reform was a movement that gave land to peasants.",
        ),
        (
            "In 1793 the town bought a sieve, a device that sorted grain. A sieve is loud.",
            "What was a sieve?",
            "A sieve was a device that sorted grain.",
        ),
        (
            "A wardship is a custom by which one person holds land until that individual gives it to an heir.",
            "What is a wardship?",
            "A wardship is a custom by which one person holds land until that individual gives it to an heir.",
        ),
        (
            "Memory describes our ability to keep what happened to us.",
            "What is memory?",
            "Memory is people’s ability to keep what happened to them.",
        ),
        (
            "Grain and the milled seeds are also referred to as dry goods because sailors keep them dry.",
            "What are dry goods?",
            "Dry goods are grain and the milled seeds.",
        ),
        (
            "Sailors learn by a process known as drilling, which teaches people to act at once. Drilling is old.",
            "What is drilling?",
            "Drilling is a process which teaches people to act at once.",
        ),
        (
            "Ropes are made of strands, which are the thinnest parts of a rope that bear weight. Strands are cheap.",
            "What are strands?",
            "Strands are the thinnest parts of a rope that bear weight.",
        ),
        (
            "Nautical terms consist of roots, prefixes, and suffixes. Nautical terms are old.",
            "What do nautical terms consist of?",
            "Nautical terms consist of roots, prefixes, and suffixes.",
        ),
        (
            "The term drift is used to describe soil that ice left behind.",
            "What does the term “drift” mean?",
            "Soil that ice left behind.",
        ),
    ],
)
def test_a_central_term_is_asked_for_with_the_definition_as_the_model_answer(told: str, stem: str, answer: str) -> None:
    assert asked_openly(f"News\n\n{told} Old men know it.\n") == [(stem, answer)]


@pytest.mark.parametrize(
    "told",
    [
        "Many fought simony, the buying and selling of church offices, in those days.",  # named once, by the way
        "A seizure is a process by which this committee takes goods.",  # which committee?
        "War is a tragedy that destroys families. War is old.",  # a judgement
        "The works are about joining old and new boats. The works grow.",  # not what they are
        "The cuts mean accepting losses of 4 to 10 boats. The cuts hurt.",  # what follows from them
        "Adam Smith was a philosopher who wrote about trade. Adam Smith died in 1790.",  # a person
        "Lima is a city that lies on the coast. Lima grows.",  # a place
        "The Aune is a river within the town’s walls. The town is old. The town is small. The Aune is long.",  # which?
    ],
)
def test_what_is_passing_or_unclear_is_not_asked_openly(told: str) -> None:
    assert asked_openly(f"News\n\n{told} Old men know it.\n") == []


def test_the_title_of_an_article_is_asked_for() -> None:
    told = "The marten (Martes senn) is a shy, agile animal, found in the woods of Senn."
    answer = "The marten is a shy, agile animal, found in the woods of Senn."
    assert asked_openly(f"Marten\n\n{told} Old men know it.\n") == [("What is the marten?", answer)]


@pytest.mark.parametrize(
    ("told", "stem", "answer"),
    [
        (
            "The function of gills is to take oxygen out of water.",
            "What is the function of gills?",
            "The function of gills is to take oxygen out of water.",
        ),
        (
            "A boat of this coast has many uses. There are two basic types of sail: square sails and lateen sails.",
            "What are the two basic types of sail?",
            "Square sails and lateen sails.",
        ),
        (
            "According to the guilds, a market has three main purposes: feeding and clothing people, raising money, "
            "and spreading news.",
            "According to the guilds, what are the three main purposes of a market?",
            "Feeding and clothing people, raising money, and spreading news.",
        ),
        (
            "A loom can be divided into two parts: the frame and the harness.",
            "Into which two parts can a loom be divided?",
            "The frame and the harness.",
        ),
        (
            "Each of the three parts of a loom—the frame, the beam, and the harness—is made of oak.",
            "What are the three parts of a loom?",
            "The frame, the beam, and the harness.",
        ),
        (
            "The Senn gauge shows the depth of the river in feet. A Senn gauge is old. Sailors read a Senn gauge.",
            "What does the Senn gauge show?",
            "The Senn gauge shows the depth of the river in feet.",
        ),
        (
            "The Harbor Act granted free land to poor farmers.",
            "What did the Harbor Act grant?",
            "The Harbor Act granted free land to poor farmers.",
        ),
        (
            "The lock basin includes all gates. The lock basin includes all gates, and two pumps. A lock basin is old.",
            "What does the lock basin include?",
            "The lock basin includes all gates, and two pumps.",
        ),
        (
            "A barge consists of a hull and many small parts: ribs, planks, and a keel.",
            "What is a barge made up of?",
            "A barge consists of a hull and many small parts: ribs, planks, and a keel.",
        ),
        (
            "The hull of a barge consists of 24 ribs plus the keel and the planks (Figure 2.1).",
            "What is the hull of a barge made up of?",
            "The hull of a barge consists of 24 ribs plus the keel and the planks.",
        ),
    ],
)
def test_functions_parts_and_types_are_asked_for(told: str, stem: str, answer: str) -> None:
    assert (stem, answer) in asked_openly(f"Boats\n\n{told} Old men know it.\n")


@pytest.mark.parametrize(
    "told",
    [
        "There are three basic types of sail: square sails and lateen sails.",  # one is missing
        "They had three kinds: rye, oats and barley.",  # kinds of what?
        "The purpose of the device was to lift stones out of the water.",  # which device?
        "The effects of the flood are obvious to all.",  # not what they are
        "The Senn gauge shows the depth of the river in feet.",  # named once
        "Each of the three parts of a loom—the frame and the harness—is made of oak.",  # one is missing
        "A lock basin contains water. A lock basin contains boats. A lock basin is old.",  # which of the two?
        "A lock weir divides the river into basins. A lock weir is old. Walkers cross the lock weir.",  # into what?
        "One of the causes of the flood was the rain in the hills of Senn.",  # one of several
    ],
)
def test_what_is_not_whole_or_not_clear_is_no_aspect(told: str) -> None:
    assert asked_openly(f"Boats\n\n{told} Old men know it.\n") == []


def test_two_things_that_a_sentence_sets_against_each_other_are_told_apart() -> None:
    told = "A hoist lifts boats out of a river, whereas a weir holds its water back."
    more = "Each hoist is old. The weir is old."
    assert asked_openly(f"Rivers\n\n{told} {more}\n") == [("What is the difference between a hoist and a weir?", told)]
    assert asked_openly(f"Rivers\n\n{told}\n") == []


@pytest.mark.parametrize(
    "told",
    [
        "Some boats carry grain to the towns, while other boats carry salt. Some boats are old. Other boats rot.",
        "Ann Holm has a mill in Senn, while Bob Lee has one in Orra. Ann Holm bakes. Bob Lee sings.",
        "A silver spoon is a spoon that is made of silver. Old men know a silver spoon.",
        "Eel stratification compares the size and weight of eels. Eel stratification also compares their age.",
        "Fibres are bound in thick bundles of thread, called ropes, joining the boats to the bank. Ropes are old.",
        "Trust can be described as a habit of mind that grows in small towns.",
    ],
)
def test_half_an_answer_is_none(told: str) -> None:
    assert [way for way in asked_openly(f"Boats\n\n{told}\n") if not way[0].startswith("Which")] == []


def test_who_made_a_work_is_not_what_it_is() -> None:
    film = "Harbour Lamps\n\nHarbour Lamps is a 1931 British drama film directed by Ann Holm"
    assert asked_openly(f"{film}, written by Bob Lee, and produced by Cy Orr.\n") == []
    assert asked_openly(f"{film} about the life of a pilot.\n") != []


def test_what_one_of_two_like_things_does_is_asked_once() -> None:
    told = (
        "The northern rail system carries grain and timber to large towns. The southern rail system connects mining "
        "towns. The northern rail system is new. The southern rail system and the northern rail system are old."
    )
    assert asked_openly(f"Rails\n\n{told}\n") == [
        ("What does the northern rail system carry?", f"{told.split('. ')[0]}."),
        ("What does the southern rail system connect?", f"{told.split('. ')[1]}."),
    ]


def test_a_quiz_asks_about_a_term_once() -> None:
    quiz = start().draft(Article(MARKETS, "markets.txt"), blueprint=Blueprint(least=0)).quiz
    asked = [term for one in quiz.questions for term in _terms_of(one)]
    assert sorted(asked) == sorted(set(asked)) and len(asked) >= 5


def _terms_of(question: Question) -> list[str]:
    """The terms that a question about definitions asks for or about."""
    if isinstance(question, MatchingQuestion):
        return [pair.right.lower() for pair in question.pairs]
    words = f"{question.stem} {getattr(question, 'answer', '')}".lower()
    terms = ("tariff", "subsidy", "monopoly", "opportunity cost", "fiscal policy", "creditors", "entrepreneurs")
    return [term for term in terms if term in words]


def test_a_term_of_a_match_is_not_asked_for_openly_beside_it() -> None:
    found = facts(MARKETS)
    ways = [way for fact in found for way in GENERATOR.ask(fact, found, Random(1)) if not isinstance(way, Refusal)]
    match = next(way for way in ways if isinstance(way, MatchingQuestion))
    tariff, *_, creditors, _ = [way for way in ways if isinstance(way, OpenQuestion)]
    [(asked, finding)] = review_pairs([creditors, match, tariff], QUIZ_CHECKS).findings
    assert asked == tariff and finding.check == "asked-in-a-match"


def test_a_meaning_of_which_a_part_is_left_out_is_no_answer() -> None:
    cut = trees(Article("Trade\n\nTrade refers to skills, habits, and duties that a farmer has on a farm.\n"))[0]
    assert leaves_a_part_out(cut, cut.tokens_in(word_span(cut, "skills, habits")))
    whole = trees(Article("Weirs\n\nA lock is a basin between gates, and a weir is a low dam.\n"))[0]
    assert not leaves_a_part_out(whole, whole.tokens_in(word_span(whole, "a basin between gates")))


def word_span(tree: Tree, words: str) -> Span:
    article = tree.sentence.span.article
    start = article.text.index(words)
    return article.span(start, start + len(words))
