"""Openings, answers and purposes that open questions once could not be asked with."""

from small_articles import not_openly_asked, openly_asked

OPENING = "Ada Moss lives in Cork. "


def test_an_opening_that_compares_is_left_out() -> None:
    assert openly_asked(
        OPENING + "Unlike Spain, Ireland exports wool every year because the hills of Ireland are green."
    ) == ["Why does Ireland export wool every year? Because the hills of Ireland are green."]


def test_a_reason_behind_a_semicolon_is_not_that_of_what_stands_before_it() -> None:
    text = "Cork lies by the sea; it grows fast because the harbour of Cork is deep."
    assert not [each for each in openly_asked(OPENING + text) if "lie" in each]


def test_a_reason_of_which_the_other_half_may_follow_is_not_asked_for() -> None:
    text = "Many bakers of Cork are leaving Ireland because their ovens do not work and they fear that the mills close."
    assert openly_asked(OPENING + text) == []
    assert "where the reason ends is not certain" in not_openly_asked(OPENING + text)


def test_an_it_stands_for_a_subject_with_a_longer_name() -> None:
    text = "Kepler's Third Law holds for Ireland. Kepler's Third Law only applies to Mars because it assumes a circle."
    assert [each.split("? ")[1] for each in openly_asked(text)] == ["Because it assumes a circle."]


def test_what_is_rejected_may_be_the_subject() -> None:
    text = "No plan for the mills of Cork was accepted because the bakers of Ireland had no money."
    assert openly_asked(OPENING + text) == [
        "Why was no plan for the mills of Cork accepted? Because the bakers of Ireland had no money."
    ]


def test_an_opening_that_points_elsewhere_is_left_out_of_a_deed() -> None:
    text = "On the advice of the director, Ada Moss left Kinsale in 1902 to join the bakers of Portugal."
    assert openly_asked(OPENING + text) == [
        "Why did Ada Moss leave Kinsale in 1902? To join the bakers of Portugal.",
    ]


def test_an_opening_stays_where_it_may_be_a_condition() -> None:
    text = "With this oven, Cork bakers sell much bread because the crust stays soft for days."
    assert not any(each.startswith("Why do Cork bakers sell") for each in openly_asked(OPENING + text))


def test_a_their_in_an_answer_may_follow_the_only_noun_that_it_can_mean() -> None:
    text = "The growing number of weavers in Cork and their debts led to the revolt of Kinsale in 1902."
    assert openly_asked(OPENING + text) == [
        "What led to the revolt of Kinsale in 1902? The growing number of weavers in Cork and their debts.",
    ]


def test_a_stated_purpose_is_asked_for() -> None:
    text = "The purpose of the Cork Law of 1902 was to protect the weavers of Kinsale from fire."
    assert openly_asked(OPENING + text) == [
        "What was the purpose of the Cork Law of 1902? To protect the weavers of Kinsale from fire."
    ]


def test_the_purpose_of_what_is_told_elsewhere_is_not_asked_for() -> None:
    text = "The purpose of this law was to protect the weavers of Kinsale from fire."
    assert openly_asked(OPENING + text) == []
