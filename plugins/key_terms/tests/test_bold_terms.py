"""Words around a term in bold say what it means, where they would prove nothing of another word."""

import pytest
from asked_terms import in_markdown, in_markdown_openly

from quizengine import ShortTextQuestion

TYPED = "Which term does the article use for {}?"


@pytest.mark.parametrize(
    ("told", "term", "meaning"),
    [
        (
            "Many hills hold a **sill** (a sheet of rock between two layers).",
            "sill",
            "a sheet of rock between two layers",
        ),
        (
            "Farmers use **terracing**—the building of level steps into a slope—to keep soil.",
            "terracing",
            "the building of level steps into a slope",
        ),
        (
            "Villages hold meadows as a **commons**, meaning land that all households may use.",
            "commons",
            "land that all households may use",
        ),
        (
            "Mills enjoy **bulk savings**, which means that each sack costs less as more are milled.",
            "bulk savings",
            "the fact that each sack costs less as more are milled",
        ),
        (
            "Minds begin with **encoding**, which is the input of facts into memory.",
            "encoding",
            "the input of facts into memory",
        ),
        (
            "Economists call a rise in the price of most goods **inflation**.",
            "inflation",
            "a rise in the price of most goods",
        ),
        (
            "In a **command economy**, the state decides what is produced.",
            "command economy",
            "an economy in which the state decides what is produced",
        ),
        (
            "The **gene pool** is the sum of all the alleles in a population.",
            "gene pool",
            "the sum of all the alleles in a population",
        ),
        (
            "Fear of strangers turns into **xenophobia**, which is a wild fear and even hatred of guests.",
            "xenophobia",
            "a wild fear and even hatred of guests",
        ),
        (
            "Monks sold **pardons**, papers that freed a sinner from blame.",
            "pardons",
            "papers that freed a sinner from blame",
        ),
        (
            "Strong winds carry fine grains away from bare ground. This is called **deflation**.",
            "deflation",
            "what happens when strong winds carry fine grains away from bare ground",
        ),
        (
            "**Attrition**, or slow surface wear, blunts each blade.",
            "attrition",
            "slow surface wear",
        ),
        (
            "A **tidal** mill (or tide mill) is one that stands by the sea.",
            "tidal mill",
            "a mill that stands by the sea",
        ),
        (
            "Sounds reach the **cochlea**: a coiled tube in which waves become signals.",
            "cochlea",
            "a coiled tube in which waves become signals",
        ),
        (
            "Scales need **accuracy** (how close the reading is to the true weight).",
            "accuracy",
            "how close a reading is to the true weight",
        ),
        (
            "She defended **gradualism**, which held that rocks formed slowly, rather than in a day.",
            "gradualism",
            "the view that rocks formed slowly",
        ),
        (
            "Later came another labor system, the **boonwork**, which required peasants to build roads.",
            "boonwork",
            "a labor system that required peasants to build roads",
        ),
        (
            "**Drift** means that sand moves along a shore, but this need not be slow.",
            "drift",
            "the fact that sand moves along a shore",
        ),
    ],
)
def test_a_term_in_bold_is_defined_by_the_words_around_it(told: str, term: str, meaning: str) -> None:
    [typed] = in_markdown(f"Slopes and mills\n\n{told} Old men know it.")
    assert (typed.stem, typed.answer) == (TYPED.format(meaning), term)
    assert not any(way.stem == typed.stem for way in in_markdown(f"{told.replace('**', '')} Old men know it."))


@pytest.mark.parametrize(
    "told",
    [
        "Walls may have a **sill** (see the drawing of the old mill).",  # what is in brackets tells nothing of it
        "Hills hold **sills**, the bones of animals, and the roots of trees.",  # a list
        "The largest town of the region is the **Orra Ring**.",  # a name
        "Towns rose after the invention of **bakery**, the work of Orra and Lisk.",  # explains all of it
        "The **nesting season**, which is the time of most danger, ends in July.",  # a judgement
        "The gift that most people like is **bread** that comes from the mill.",  # it continues
        "In a **command economy**, the state decided what was produced.",  # it tells what happened once
        "A thin skin wraps the cell. This is called the **membrane**.",  # a thing in the sentence, not what it tells
        "Heat may change the shape of a lock, leading to loss of grip, known as **seizing**.",  # all of it is
        "The grains in the upper rows form dunes which consist of quartz: These are called **drums**.",  # which?
        "They left the mill. This is called **deflation**.",  # it tells what happened once
        "A region in which two languages are spoken is called **bilingual**.",  # an adjective
    ],
)
def test_other_words_around_a_term_in_bold_define_nothing(told: str) -> None:
    assert in_markdown(f"Slopes and mills\n\n{told} Old men know it.") == []


def test_a_term_keeps_the_capital_with_which_its_sentence_begins() -> None:
    [typed] = in_markdown("**Boreal rock** is rock that is made of grains pressed together. Old men know it.")
    assert typed.answer.casefold() == "boreal rock" and "grains" in typed.stem


def test_paragraphs_that_begin_with_a_term_in_bold_and_a_colon_are_a_glossary() -> None:
    lines = [
        "- **abrasion**: the wearing down of rock by stones that a river carries",
        "- **ferrying**: the transport of goods across a river by boat",
        "- **opening hours**: bring boots and a map",
    ]
    asked = in_markdown("# Rivers\n\n" + "\n".join(lines))
    assert [way.answer for way in asked] == ["abrasion", "ferrying"]
    assert in_markdown(f"# Rivers\n\n{lines[0]}\n") == []


@pytest.mark.parametrize(
    "end", ["", ",", "(", "—", ":", ", which", " means", " is", ", on the other hand,", ". This is called"]
)
def test_a_text_that_ends_behind_a_term_in_bold_is_no_trouble(end: str) -> None:
    assert in_markdown(f"Slopes\n\n**Mutual aid**{end}\n\nIn a **ring**{end}\n\nThe reed is the **ring**{end}\n") == []


@pytest.mark.parametrize(
    ("told", "stem", "answer"),
    [
        (
            "**Favoritism** is unequal treatment toward the people of a town.",
            "What is favoritism?",
            "Favoritism is unequal treatment toward the people of a town.",
        ),
        (
            "A **squall** is one of a group of winds that rise without a warning.",
            "What is a squall?",
            "A squall is one of a group of winds that rise without a warning.",
        ),
        (
            "Named after a baker, the **Holm effect** refers to the fact that bread costs more after a feast.",
            "What is the Holm effect?",
            "The Holm effect refers to the fact that bread costs more after a feast.",
        ),
        (
            "**Ventral** (or lower) describes the front or a direction toward the front of an animal.",
            "What does the term “ventral” mean?",
            "The front or a direction toward the front of an animal.",
        ),
        (
            "A **clamp** is a ring that holds the rope in place.",
            "What is a clamp?",
            "A clamp is a ring that holds the rope in place.",
        ),
    ],
)
def test_a_term_in_bold_is_asked_about_by_what_explains_it(told: str, stem: str, answer: str) -> None:
    assert (stem, answer) in in_markdown_openly(f"# Slopes and mills\n\n{told} Old men know it.")


@pytest.mark.parametrize(
    ("told", "term"),
    [
        ("Frost causes sudden **dilation**, the widening of the tubes of a tree.", "dilation"),
        ("Frost causes **sudden dilation**, the widening of the tubes of a tree.", "sudden dilation"),
        ("Trunk **dilation** is the widening of the tubes of a tree.", "trunk dilation"),
    ],
)
def test_adjectives_before_words_in_bold_are_no_part_of_a_term(told: str, term: str) -> None:
    assert [one.answer for one in in_markdown(f"# Bark\n\n{told}") if isinstance(one, ShortTextQuestion)] == [term]


def test_less_of_a_thing_is_no_term() -> None:
    assert (
        in_markdown(
            "# Bark\n\nBark turns gray because trees make less resin, the substance of a trunk that holds water."
        )
        == []
    )


def test_an_act_in_brackets_needs_no_article() -> None:
    told = "Roots feel both light and **graviception** (perception of up and down)."
    assert in_markdown_openly(f"# Roots\n\n{told}") == [
        ("What is graviception?", "Graviception is perception of up and down.")
    ]


def test_empty_brackets_behind_a_term_say_nothing() -> None:
    assert in_markdown_openly("# Roots\n\nTrees feel **graviception** ( ) at the root.") == []
