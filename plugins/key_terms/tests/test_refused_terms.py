"""What looks like a definition or a term and is none: nothing is asked about it."""

import pytest
from asked_terms import asked, asked_openly, in_markdown, in_markdown_openly

from quizengine import OpenQuestion


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "A grange is a farm that belonged to monks. Later, a grange is a league of farmers who help each other.",
            id="a special sense behind the first one",
        ),
        pytest.param(
            "Visual signalling often involves showing bright feathers to a possible partner.",
            id="what a thing only often involves",
        ),
        pytest.param(
            "A circle is many things: a weekly gathering of neighbours, or people who share a garden or a meal.",
            id="the next one of a list",
        ),
        pytest.param(
            "The prize rewards years of service, earning of special praise, or making cloth of gold.",
            id="the last one of a list of deeds",
        ),
        pytest.param(
            "The study finds that married weavers are less likely to move, as are those who own a loom.",
            id="others of whom the same holds",
        ),
        pytest.param(
            "The canoe, which is the only vehicle that needs no road, has a new seat.",
            id="what no other thing is",
        ),
        pytest.param(
            "The largest weaving organization is the Orra Foundation, which remains under the control of one family.",
            id="which of many it is",
        ),
        pytest.param("The lens, a lamp that is brighter than its rivals, is old.", id="how it compares, by the way"),
        pytest.param("ZQ, a leading maker of board games, opened a shop.", id="a firm behind a participle"),
        pytest.param("ADM, a network of firms that make board games, opened a shop.", id="an abbreviated firm"),
        pytest.param(
            "The European Grain Office (EGO) meets. EGO is an organisation that sets prices of rye.",
            id="an organisation whose name is written out",
        ),
        pytest.param("Millers watch EPC, or early price control.", id="an abbreviation beside its own words"),
        pytest.param(
            "Kinpicking is the tendency for people to form crews, including rowing crews, with others like them.",
            id="what goes on behind examples",
        ),
        pytest.param("Ann drank water. Such total refusal of beer is known as drymouthing.", id="a such"),
        pytest.param("ZQ is a company that makes board games.", id="an abbreviated firm in a sentence of its own"),
        pytest.param(
            "Ada Brenn was a painter. Brenn was also known as a sculptor with a taste for very large stones.",
            id="one more name",
        ),
        pytest.param(
            "Many settlers came with an illness, known as scurvy, ague and fever in the north.",
            id="one of several names",
        ),
        pytest.param(
            "The valley holds a class of lamps called flickers, whose brightness increase at odd times of the night.",
            id="a meaning whose verb does not agree",
        ),
        pytest.param(
            "Many settlers came with an illness, known as scurvy in a north whose cold last all through the year.",
            id="a gap beside a verb that does not agree",
        ),
    ],
)
def test_no_term_is_asked_for(told: str) -> None:
    assert asked(f"A short text\n\n{told}") == []


@pytest.mark.parametrize(
    ("told", "terms"),
    [
        ("A toll is a tax that drivers pay for the use of a road.", []),
        ("A tax that drivers pay for the use of a road is called a toll.", ["toll"]),
    ],
)
def test_a_news_report_defines_only_what_it_says_is_called_so(told: str, terms: list[str]) -> None:
    said = "“It is late,” said Ann Abel. “It is closed,” said Bo Brenn."
    assert [question.answer for question in asked(f"Roads reopen\n\n{told} {said}")] == terms
    assert [question.answer for question in asked(f"Roads reopen\n\n{told}")] == ["toll"]
    in_bold = told.replace(" toll", " **toll**")
    assert [question.answer for question in in_markdown(f"# Roads reopen\n\n{in_bold} {said}")] == ["toll"]


@pytest.mark.parametrize(
    ("told", "term"),
    [
        ("A grange is a farm that belongs to a monastery. Some are large.", "grange"),
        ("Visual signalling involves showing bright feathers to a possible partner.", "visual signalling"),
        ("Ann Abel, a friend of the idea of home rule, or voting on every tax of a town, won.", "home rule"),
        ("She was known for the study of arachnids, or animals that have eight legs and no wings.", "arachnids"),
        ("A diarchy is a form of government wherein the power is held by two kings.", "diarchy"),
        ("DNA is a molecule that stores the plan of a cell.", "DNA"),
        ("The valley holds a class of lamps called flickers, whose brightness increases at night.", "flickers"),
    ],
)
def test_what_is_defined_for_certain_still_is(told: str, term: str) -> None:
    assert [question.answer for question in asked(f"A short text\n\n{told}")] == [term]


@pytest.mark.parametrize(("verb", "terms"), [("look", []), ("are", ["gritstones"])])
def test_a_noun_in_a_row_of_adjectives_goes_with_are_only(verb: str, terms: list[str]) -> None:
    questions = in_markdown(f"# Sands\n\nThere are **gritstones** (rocks that {verb} grey, bad carriers of water).")
    assert [question.answer for question in questions if not isinstance(question, OpenQuestion)] == terms


def test_an_article_with_its_terms_in_bold_asks_for_no_everyday_word() -> None:
    bold = "A **sill** is a sheet of rock that lies flat. A **dike** is a sheet of rock that stands. A **scarp** falls."
    told = f"# Kitchens\n\nA porridge is a mixture that holds oats and water. {bold}"
    assert {question.answer for question in in_markdown(told)} == {"sill", "dike"}
    assert "porridge" in {question.answer for question in in_markdown(told.replace("*", ""))}
    assert in_markdown_openly(told) and not any("orridge" in stem for stem, _ in in_markdown_openly(told))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (
            "The Weavers (film)\n\nThe Weavers is a documentary film produced by Loomlight about wool.",
            "What is The Weavers?",
        ),
        (
            "Grain\n\nThe European Grain Office (EGO) meets. EGO is an organisation that sets prices of rye.",
            "What is the European Grain Office (EGO)?",
        ),
        ("Knees\n\nThe swelling of the skins around a joint is called tendinitis.", "What is tendinitis?"),
    ],
)
def test_a_term_has_its_article_and_number(text: str, stem: str) -> None:
    assert [asked_stem for asked_stem, _ in asked_openly(text)] == [stem]
