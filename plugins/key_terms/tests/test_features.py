"""Terms are asked for by what an article tells of them: what an act did, what a system controls."""

from random import Random

import pytest
from asked_terms import asked, facts, in_markdown

from quizengine import ChoiceQuestion, OpenQuestion, Question, Refusal, ShortTextQuestion
from quizengine_key_terms import GENERATOR
from quizengine_key_terms.features import Feature


def about_name(text: str, name: str) -> list[Question]:
    found = facts(text)
    [fact] = [fact for fact in found if isinstance(fact, Feature) and fact.term.text == name]
    ways = GENERATOR.ask(fact, found, Random(1))
    return [way for way in ways if not isinstance(way, Refusal | OpenQuestion)]


LAWS = """Laws of a colony

The Stamp Act required colonists to pay a tax on printed paper. The Tithe Act, which gave priests a share of every
harvest, angered farmers. The Quartering Act forced colonists to house British soldiers. The Corn Act placed duties on
imported grain. The so-called Petticoat affair divided Washington society. The Treaty of Ghent ended the conflict
between Britain and the United States.
"""

NERVES = """Nerves

The body has two systems. The autonomic nervous system controls our internal organs and glands.

The somatic nervous system is associated with movements. Doctors test the somatic nervous system first. They test the
autonomic nervous system later.
"""


def test_acts_of_which_something_is_told_stand_beside_each_other() -> None:
    [which] = about_name(LAWS, "Stamp Act")
    assert isinstance(which, ChoiceQuestion)
    assert which.stem == "Which act required colonists to pay a tax on printed paper?"
    assert (which.answer, which.distractors) == ("Stamp Act", ("Tithe Act", "Quartering Act", "Corn Act"))


def test_what_which_adds_to_a_name_is_asked_for() -> None:
    [which] = about_name(LAWS, "Tithe Act")
    assert which.stem == "Which act gave priests a share of every harvest?"


@pytest.mark.parametrize(
    ("name", "stem", "short"),
    [
        ("Petticoat affair", "Which affair divided Washington society?", "Petticoat"),
        ("Treaty of Ghent", "Which treaty ended the conflict between Britain and the United States?", "Ghent"),
    ],
)
def test_a_name_without_others_of_its_noun_is_typed(name: str, stem: str, short: str) -> None:
    [typed] = about_name(LAWS, name)
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.stem, typed.answer, typed.accept) == (stem, name, (short,))


def test_a_name_is_accepted_with_the_year_that_the_article_gives_it_elsewhere() -> None:
    dated = "The Dock Act ruined merchants of every port. Many ships left. Some liked the Dock Act of 1715."
    [typed] = about_name(dated, "Dock Act")
    assert isinstance(typed, ShortTextQuestion)
    assert {"Dock Act of 1715", "1715 Dock Act"} <= set(typed.accept)


def test_a_term_with_a_twin_is_asked_for_by_their_noun() -> None:
    [typed] = about_name(NERVES, "autonomic nervous system")
    assert isinstance(typed, ShortTextQuestion) and typed.accept == ("autonomic",)
    assert typed.stem == "Which nervous system controls people’s internal organs and glands?"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Tea Act raised the price of tea in every port of the colony.",  # gives its name away
        "The Dock Act raised it in every port of the colony.",  # points elsewhere
        "The Dock Act may have ruined merchants of every port.",  # no fact
        "Lee said that the Dock Act ruined merchants of every port.",
        "The Dock Act ruined 30 merchants in every port.",  # holds a figure
        "The Dock Act, which ruined merchants, ships, ports and towns.",  # where it ends is not certain
        "The Dock Board ruined merchants of every port.",  # of another kind
        "The old harbour ruined merchants of every port. The new harbour helped them.",  # terms used once only
    ],
)
def test_nothing_is_asked_where_a_feature_is_not_certain_or_gives_itself_away(sentence: str) -> None:
    assert asked(f"Harbours\n\n{sentence}\n") == []


def test_a_theory_is_asked_for_as_a_theory() -> None:
    told = "Conflict theory focuses on the struggles within a group. Conflict theory is old."
    [question] = asked(told)
    assert question.stem == "Which theory focuses on the struggles within a group?"
    assert "conflict" in question.accept


def test_what_a_thing_of_no_known_class_does_is_not_asked_for() -> None:
    told = "Global stratification compares the wealth of countries and peoples. Some doubt global stratification."
    assert "typed term" not in [each.origin.rule for each in asked(told)]


def test_what_consists_of_parts_is_asked_for_by_its_class() -> None:
    told = "The central nervous system (CNS) steers the body. The CNS consists of the brain and the spinal cord."
    assert "Which system consists of the brain and the spinal cord?" in [each.stem for each in asked(told)]


def test_a_law_is_asked_for_by_what_it_states() -> None:
    [question] = asked("The law of demand states that people buy less of a product when its price rises.")
    assert question.stem == "Which law states that people buy less of a product when its price rises?"
    assert question.answer == "law of demand"


def test_a_revolution_may_open_with_its_century_and_with_nothing_else() -> None:
    told = "the Quiet Revolution created mills in every valley of Orra."
    [typed] = asked(f"Mills\n\nIn the nineteenth century, {told}\n")
    assert typed.stem == "In the nineteenth century, which revolution created mills in every valley of Orra?"
    assert asked(f"Mills\n\nIn his view, {told}\n") == []


FORMS = """Trials

Any experiment needs a board. A release form provides a written description of what guests can expect during the
experiment, including pain and costs. A release form is short.
"""


def test_a_form_is_asked_for_by_what_it_tells_of_any_experiment() -> None:
    [typed] = asked(FORMS)
    assert typed.stem == "Which form provides a written description of what guests can expect during the experiment?"
    assert (typed.answer, "release" in typed.accept) == ("release form", True)
    assert asked(FORMS.replace("Any experiment", "One experiment")) == []
    assert asked(FORMS.replace("Any experiment", "Any year").replace("the\nexperiment", "the year")) == []
    assert asked(FORMS.replace("what guests can expect", "visits that can end")) == []


@pytest.mark.parametrize(
    ("told", "stem", "answer", "accept"),
    [
        (
            "The Grain Act of 1715 forbade farmers to sell wheat abroad.",
            "Which act forbade farmers to sell wheat abroad?",
            "Grain Act of 1715",
            ("Grain Act", "Grain"),
        ),
        (
            "The Enclosure Acts drove many farmers from their land.",
            "Which acts drove many farmers from their land?",
            "Enclosure Acts",
            ("Enclosure",),
        ),
        (
            "The Iron Embargo prevented merchants from selling grain.",
            "Which embargo prevented merchants from selling grain?",
            "Iron Embargo",
            ("Iron",),
        ),
    ],
)
def test_a_year_and_a_plural_are_part_of_a_name(told: str, stem: str, answer: str, accept: tuple[str, ...]) -> None:
    [typed] = asked(f"Laws of a colony\n\n{told}\n")
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.stem, typed.answer, typed.accept) == (stem, answer, accept)


def test_a_noun_without_a_capital_makes_no_name_of_an_event() -> None:
    assert asked("Laws of a colony\n\nThe Chinese embargo prevented merchants from selling grain.\n") == []


def test_what_happened_under_a_treaty_or_by_an_act_is_asked_for() -> None:
    told = (
        "Under the Treaty of Bellmere, France gave up all claims to Orra. With the Grain Act, Spain closed many mills."
    )
    treaty, act = asked(f"Laws of a colony\n\n{told}\n")
    assert isinstance(treaty, ShortTextQuestion) and treaty.origin.rule == "under a name"
    assert treaty.stem == "Under which treaty did France give up all claims to Orra?"
    assert (treaty.answer, treaty.accept) == ("Treaty of Bellmere", ("Bellmere",))
    assert (act.stem, act.answer) == ("With which act did Spain close many mills?", "Grain Act")


@pytest.mark.parametrize(
    "told",
    [
        "Under the Forest Act, France may cut the trees of many old woods.",  # what may be
        "Under the Treaty of Senn, the island went to Britain and to many friends.",  # which island?
        "Under the plan, France gave up all claims to Orra.",  # no name
        "Under the Treaty of Orra, France gave up all claims to Orra.",  # gives the name away
        "Under the Treaty of Senn, France gave up 40 farms in the hills of Orra.",  # a figure
        "Lee says that under the Treaty of Senn, France gave up all claims to Orra.",  # what somebody says
    ],
)
def test_what_is_open_or_not_certain_is_not_asked_for_under_a_law(told: str) -> None:
    assert not any(way.origin.rule == "under a name" for way in asked(f"Laws of a colony\n\n{told}\n"))


TRADES = "# Mills\n\n{} **Grain mills** stand by the river. Old men know them."


def test_what_holds_of_a_kind_is_asked_for_as_a_kind() -> None:
    """Of two terms in bold with one noun; what one act did is asked for as that of an act."""
    [typed] = in_markdown(TRADES.format("**Tidal mills** hold the water of a flood behind a dam."))
    assert isinstance(typed, ShortTextQuestion)
    assert typed.stem == "Which kind of mills hold the water of a flood behind a dam?"
    assert (typed.answer, typed.accept) == ("tidal mills", ("tidal", "tidal mill"))


@pytest.mark.parametrize(
    "told",
    [
        "Tidal mills hold the water of a flood behind a dam.",
        "**Tidal mills** hold the water, fish, weed, foam of a flood.",
    ],
)
def test_a_kind_needs_a_term_in_bold_and_a_list_its_end(told: str) -> None:
    assert in_markdown(TRADES.format(told)) == []


def test_nobody_is_asked_what_an_act_placed() -> None:
    """ "Place" says little without what is behind its object, which "require" does not need."""
    text = (
        "Laws\n\nThe Corn Act placed duties on imported grain. The Hearth Act required families to pay for each fire."
    )
    found = facts(text)
    ways = [way for fact in found for way in GENERATOR.ask(fact, found, Random(1))]
    assert [way.stem for way in ways if isinstance(way, OpenQuestion)] == ["What did the Hearth Act require?"]


@pytest.mark.parametrize(
    ("first", "gap", "count"),
    [
        ("upward", "the wide gap between two old walls", 1),
        ("upward", "the wide gap between points D and E", 0),
        ("additional", "the wide gap between two old walls", 0),
    ],
)
def test_what_only_a_figure_shows_is_not_asked_for(first: str, gap: str, count: int) -> None:
    told = f"The {first} pull is measured by {gap}. The shared pull is small."
    text = f"Walls\n\n{told} The {first} pull is hard to see. Shared pull grows."
    assert len(asked(text)) == count
