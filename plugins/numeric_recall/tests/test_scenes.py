"""A question keeps the time and the event that its figure belongs to, and is not asked where these are left open."""

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of


def stem(text: str, title: str = "Tolmara") -> str | None:
    """The question for the first figure of a text, in an article on a town."""
    found = wording_of(quantities_in(Article(f"{title}\n\n{text}\n\nIt rained."))[0])
    return found.stem if found else None


def test_the_year_of_a_count_is_kept() -> None:
    told = "Tolmara is a town in Norway. It had about 13,000 inhabitants at the census of 2011"
    asked = "About how many inhabitants did Tolmara have at the census of 2011?"
    assert stem(f"{told}.") == asked
    assert stem(f"{told} and 12,000 in 1951.") == asked


def test_that_one_of_many_came_to_a_town_is_not_asked() -> None:
    assert stem("In the summer of 1348 a ship put in at Tolmara, a small port near Oslo.") is None


def test_a_later_before_a_year_goes() -> None:
    text = "Later in 1906 Moss joined a Danish party that was to map the unknown north coast of Norway."
    asked = stem(f"Ada Moss was a painter.\n\n{text}", "Ada Moss")
    assert asked is not None
    assert "ater in" not in asked
    assert asked.startswith("In which year did")


def test_the_event_of_the_title_is_put_before_what_it_did() -> None:
    opening = "The Tolmara fire was a disaster of 1901. "
    told = "Nearly every building within a radius of about 800 metres was destroyed or damaged beyond repair."
    found = [wording_of(one) for one in quantities_in(Article(f"Tolmara fire\n\n{opening}{told}\n\nIt rained."))]
    stems = [one.stem for one in found if one and "radius" in one.stem]
    assert stems == [
        "Which number is missing? “In the Tolmara fire, nearly every building within a radius of about _____ metres "
        "was destroyed or damaged beyond repair.”"
    ]


def test_a_short_sentence_of_the_dead_is_asked_with_its_event() -> None:
    text = "Tolmara fire\n\nThe Tolmara fire was a disaster. {}\n\nIt rained."
    for told, asked in (
        ("About 640 people died.", "In the Tolmara fire, about _____ people died."),
        ("More than 640 people were left homeless.", "In the Tolmara fire, more than _____ people were left homeless."),
        ("In Oslo about 640 people were killed.", "In Oslo about _____ people were killed in the Tolmara fire."),
    ):
        found = wording_of(quantities_in(Article(text.format(told)))[0])
        assert found is not None
        assert found.stem == f"Which number is missing? “{asked}”"
