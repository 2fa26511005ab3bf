"""What a student may type for a name: what a reasonable reader calls it, and nothing that is another's."""

import pytest

from quizengine import Article
from quizengine.language import names_in
from quizengine_fact_recall.participant_kinds import askable_kind
from quizengine_fact_recall.typed_participants import accepted, can_be_typed


def forms(text: str, full: str) -> set[str]:
    [name] = [each for each in names_in(Article(text)) if each.full == full]
    return set(accepted(name))


@pytest.mark.parametrize(
    ("text", "full", "more"),
    [
        ("Ada Moss visited the Harrow Museum in 1920. Ben Harrow was there.", "Harrow Museum", {"Harrow"}),
        ("Ada Moss worked for the Harrow Motor Company in 1920.", "Harrow Motor Company", {"Harrow Motor", "Harrow"}),
        ("Ada Moss attended Harrow High School in 1920.", "Harrow High School", {"Harrow High", "Harrow"}),
        ("Ada Moss lived in New York City. She often left New York.", "New York City", {"New York"}),
        (
            "Ada Moss won the Harrow Engineering Prize in 1920.",
            "Harrow Engineering Prize",
            {"Harrow Engineering", "Harrow Prize", "Harrow"},
        ),
        (
            "Ada Moss served in the U.S. Army in Peru.",
            "U.S. Army",
            {"United States Army", "Army"},
        ),
        (
            "Ada Moss addressed the U.N. Security Council in 1950.",
            "U.N. Security Council",
            {"Security Council", "United Nations Security Council"},
        ),
        (
            "Ada Moss joined the Lisbon Institute for Salt Research in 1920.",
            "Lisbon Institute for Salt Research",
            {"Institute for Salt Research", "Lisbon Institute"},
        ),
        (
            "In 1991 the Orra Society of Bakers (OSB) met. Ada Moss led the Orra Society of Bakers.",
            "Orra Society of Bakers",
            {"OSB"},
        ),
        ("The town thanked Sir Jan Moss in 1920.", "Jan Moss", {"Sir Jan Moss"}),
        ("The town thanked Sister Ada Moss in 1920.", "Ada Moss", {"Sister Ada Moss", "Sister Moss"}),
        ("The town feared the Twelfth Amendment in May.", "Twelfth Amendment", {"12th Amendment", "12th"}),
        ("They passed the Grain Act. The Grain Act of 1715 was long.", "Grain Act", {"Grain Act of 1715"}),
        ("In May Moss began his pamphlet Old Orra: A Tale, and left.", "Old Orra", {"Old Orra: A Tale"}),
        (
            "Moss attended the Orra University (sometimes translated as “Free School”) in 1920.",
            "Orra University",
            {"Free School"},
        ),
        ("The Catholic Awakening came to Orra. Ada Moss opposed the Awakening.", "Awakening", {"Catholic Awakening"}),
        ("The town feared Imperial Russia in May. Russia was large.", "Imperial Russia", {"Russia"}),
        ("The Reed, whose real name is Tom Orr, sang. The Reed likes tea.", "Tom Orr", {"The Reed"}),
        ("Dr. Zed Moral slept. Zed slept. Mr. Zed left.", "Zed Moral", {"Zed", "Moral"}),
        ("Juan de Harrow came to Orra. Harrow sold his boat.", "Juan de Harrow", {"de Harrow", "Harrow"}),
        ("Ada Moss became a Dame. Maud II knew it.", "Maud II", {"Maud the Second", "Queen Maud 2"}),
        ("Ada Moss became a Dame. Queen Maud II made Ada Moss a Dame.", "Maud II", {"Queen Maud II"}),
    ],
)
def test_a_name_is_accepted_as_people_use_it(text: str, full: str, more: set[str]) -> None:
    assert more <= forms(text, full)


@pytest.mark.parametrize(
    ("text", "full", "wrong"),
    [
        ("Ada Moss worked for the Standard Oil Company in 1920.", "Standard Oil Company", "Standard"),  # a common word
        ("Ada Moss taught at the American University in Orra.", "American University", "American"),  # a people
        ("Ada Moss lived in Mexico City for years.", "Mexico City", "Mexico"),  # what the city lies in
        ("Tom Reed played for Senn City in 1920 and signed a contract.", "Senn City", "Senn"),  # a club of several
        ("Ada Moss won the Young Baker Prize in 1920.", "Young Baker Prize", "Young Prize"),  # begins with a word
        ("Ada Moss led the Orra Society of Bakers in 1991.", "Orra Society of Bakers", "OSB"),  # stands nowhere
        (
            "Ada Moss won the Harrow Engineering Prize. Tom Reed won the Harrow Painting Prize.",
            "Harrow Engineering Prize",
            "Harrow Prize",  # there are two
        ),
        ("Ada Moss served in the U.S. Army. Tom Reed joined the British Army.", "U.S. Army", "Army"),  # there are two
        (
            "Orra feared the Catholic Awakening, which the Protestant Awakening followed.",
            "Awakening",
            "Catholic Awakening",  # there are two
        ),
        ("Quillon Harrow came to Orra. He sold his boat.", "Quillon Harrow", "Ms. Harrow"),  # by the pronoun
    ],
)
def test_what_may_be_something_else_is_not_accepted(text: str, full: str, wrong: str) -> None:
    assert wrong not in forms(text, full)


def test_a_team_is_accepted_without_its_league_and_with_its_town() -> None:
    text = "Tom Reed played for the Triple-A Senn Larks in 1920. He left. Later he played for the Lisbon Red Larks."
    assert "Senn Larks" in forms(text, "Triple-A Senn Larks")
    longer = "Tom Reed played for the Lisbon Red Larks in 1920. In 1921 the Red Larks lost every game."
    assert "Lisbon Red Larks" in forms(longer, "Red Larks")


def test_a_team_is_accepted_by_what_the_article_calls_it_alone() -> None:
    text = "Tom Reed played for the Pittsburgh Larks in 1920. In 1921 the Larks lost every game. {}"
    assert "Larks" in forms(text.format(""), "Pittsburgh Larks")
    assert "Larks" not in forms(text.format("He also met the Boston Larks."), "Pittsburgh Larks")


def test_two_spellings_of_a_name_that_differ_in_capitals_are_one_answer() -> None:
    text = "Tom MacReed played for the Larks. Later Tom Macreed left. MacReed slept."
    [name] = [each for each in names_in(Article(text)) if each.full == "Tom MacReed"]
    folded = [form.casefold() for form in accepted(name)]
    assert len(folded) == len(set(folded))


def test_a_name_with_a_roman_number_before_it_is_not_typed() -> None:
    names = names_in(Article("The deputies of the IV Congress met in Orra. Ada Moss saw the Orra Congress there."))
    numbered, other = (next(each for each in names if each.full == full) for full in ("IV Congress", "Orra Congress"))
    assert can_be_typed(other)
    assert not can_be_typed(numbered)
    assert askable_kind(numbered) == ""


def test_a_name_that_is_cut_before_a_nickname_is_not_typed() -> None:
    text = "Ann Mary “Nan” Orr was a miller of Senn. Ben Moss was a baker.\n"
    cut = [name for name in names_in(Article(f"Mills\n\n{text}")) if name.full.startswith("Ann")]
    assert not any(can_be_typed(name) for name in cut if "Orr" not in name.full)


def test_a_war_is_typed_in_any_of_its_names() -> None:
    assert {"World War II", "WWII"} <= forms("Ada Moss fought in the Second World War in 1940.", "Second World War")


def test_a_name_that_is_cut_before_a_foreign_preposition_is_not_typed() -> None:
    names = names_in(Article("Ada Moss attended the University of Orra am See in 1920."))
    assert not can_be_typed(next(each for each in names if each.full.startswith("University of Orra")))
