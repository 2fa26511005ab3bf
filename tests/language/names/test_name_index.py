"""Names: short forms belong to their bearers, namesakes are kept apart, and kinds are told from one another."""

from pathlib import Path

import pytest

from quizengine.language.names import Name, name_at, names_in, namesakes
from quizengine.text.article import Article

TROOPS = Path(__file__).parents[3] / "seeds" / "north-korean-troops.txt"


def people(text: str) -> dict[str, tuple[str, ...]]:
    return {name.full: name.forms[1:] for name in names_in(Article(text)) if name.kind == "person"}


def named(text: str, full: str) -> Name:
    return next(name for name in names_in(Article(text)) if name.full == full)


def kind(text: str, full: str) -> str:
    return named(text, full).kind


def test_an_adjective_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    found = names_in(Article("In 1970 Venera 7 landed. Additional Venera probes came. Recent Venera models sank.\n"))
    assert [name.full for name in found] == ["Venera"]


def test_the_article_about_troops_names_four_people_in_full() -> None:
    found = [name for name in names_in(Article.from_bytes(TROOPS.read_bytes())) if name.kind == "person"]
    assert [(name.full, name.forms[1:]) for name in found] == [
        ("Wi Sung-lac", ("Wi",)),
        ("Lloyd J. Austin III", ("Austin",)),
        ("Kim Jong-un", ()),
        ("Volodymyr Zelenskyy", ("Zelenskyy",)),
    ]
    assert [name.role for name in found][1] == "U.S. Defense Secretary"


@pytest.mark.parametrize(
    ("text", "full", "forms"),
    [
        ("Ruth Abel spoke first. Then Abel left.", "Ruth Abel", ("Abel",)),
        (
            "Dr. Ana de la Cruz came. De la Cruz stayed, and de la Cruz wrote.",
            "Ana de la Cruz",
            ("De la Cruz", "de la Cruz"),
        ),
        (
            "Lloyd J. Austin III spoke. So did Lloyd Austin, and Austin left.",
            "Lloyd J. Austin III",
            ("Lloyd Austin", "Austin"),
        ),
        ("Joseph Biden met Joe Biden fans. Biden smiled.", "Joseph Biden", ("Joe Biden", "Biden")),
        ("Zoë Müller sang. Later Muller bowed.", "Zoë Müller", ("Muller",)),
        ("Seán O’Brien rowed. O’Brien’s boat sank.", "Seán O’Brien", ("O’Brien",)),
        ("Mary Smith-Jones won. Smith-Jones cried.", "Mary Smith-Jones", ("Smith-Jones",)),
        ("Senator Anna Berg rose. The crowd cheered Anna, and Berg spoke.", "Anna Berg", ("Anna", "Berg")),
    ],
)
def test_short_forms_belong_to_the_full_name(text: str, full: str, forms: tuple[str, ...]) -> None:
    found = people(text)
    assert full in found
    assert set(forms) <= set(found[full]) | {full}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("U.S. Defense Secretary Lloyd Austin spoke.", "U.S. Defense Secretary"),
        ("The campaign manager Lloyd Austin spoke.", "campaign manager"),
        ("They met former New York City mayor Lloyd Austin.", "New York City mayor"),
        ("Lloyd Austin, a retired teacher, spoke.", "a retired teacher"),
        ("Lloyd Austin (D-Ohio), the mayor of Leeds, spoke.", "the mayor of Leeds"),
        ("Mr. Lloyd Austin spoke.", ""),
        ("Lloyd Austin, however, spoke.", ""),
    ],
)
def test_the_role_is_what_the_article_says(text: str, role: str) -> None:
    assert named(text, "Lloyd Austin").role == role


@pytest.mark.parametrize(
    "text",
    [
        "Orsolina Rose Moss ran the mill. Later Orsolina Moss sold it.",
        "Orsolina Rose Moss (14 March 1871 – 2 November 1948) ran the mill.",
        "Orsolina Rose Moss (born 1971) runs the mill.",
    ],
)
def test_a_first_name_that_no_list_has_stays_before_a_second_one(text: str) -> None:
    assert named(text, "Orsolina Rose Moss").full == "Orsolina Rose Moss"


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Secretary of State Hillary Clinton spoke.", "Hillary Clinton"),
        ("Florida Republican Marco Diaz spoke.", "Marco Diaz"),
        ("Billionaire investor Carl Weiss spoke.", "Carl Weiss"),
        ("Addressing reporters, Carl Weiss spoke.", "Carl Weiss"),
        ("“Never,” Carl Weiss’s lawyer said.", "Carl Weiss"),
        ("On Monday Carl Weiss spoke.", "Carl Weiss"),
        ("Texas National Committeewoman Jo Okoye agreed. Okoye left.", "Jo Okoye"),
    ],
)
def test_titles_places_and_days_are_no_part_of_a_name(text: str, full: str) -> None:
    assert full in people(text)


def test_a_first_word_is_no_name_because_of_its_capital() -> None:
    assert names_in(Article("Critics say so. However, nobody knows. Asked again, they left.")) == ()


def test_a_month_before_a_day_is_no_given_name() -> None:
    (jan, _) = names_in(Article("Jan Pires met Ada Moss. On Jan. 29, Moss left. Jan stayed.\n"))
    assert [each.start for each in jan.mentions] == [0, 47]


def test_father_and_son_are_two_people() -> None:
    found = people("George H.W. Bush lost in 1992. George W. Bush won in 2000. Donald Trump Jr. is no Donald Trump.")
    assert [*found] == ["George H.W. Bush", "George W. Bush", "Donald Trump Jr.", "Donald Trump"]


def test_a_short_form_goes_to_the_only_one_named_so_far() -> None:
    text = "Hillary Clinton spoke. Clinton left.\n\nHer husband Bill Clinton stayed."
    assert "Clinton" in named(text, "Hillary Clinton").forms
    assert [other.full for other in namesakes(named(text, "Hillary Clinton"))] == ["Bill Clinton"]


def test_a_short_form_after_both_namesakes_is_nobodys_for_certain() -> None:
    text = "Hillary Clinton and Bill Clinton spoke. Then Clinton left."
    assert [name.certain for name in names_in(Article(text)) if name.full == "Clinton"] == [False]


def test_a_surname_that_is_a_given_name_means_whoever_was_named_last() -> None:
    text = "Paul Okoye, a baker, objected. Then Ruth Paul spoke of bread. Paul left early."
    assert "Paul" in named(text, "Ruth Paul").forms
    assert "Paul" not in named(text, "Paul Okoye").forms


def test_a_surname_that_is_a_given_name_is_nobodys_where_both_may_be_meant() -> None:
    text = "Ruth Paul spoke of bread. Then Paul Okoye, a baker, objected. Paul left early."
    assert "Paul" not in (*named(text, "Ruth Paul").forms, *named(text, "Paul Okoye").forms)


def test_who_is_called_by_the_surname_is_not_meant_by_the_given_name() -> None:
    text = "Ruth Paul spoke of bread. Then Paul Okoye, a baker, objected. Okoye was angry. Paul left early."
    assert "Paul" in named(text, "Ruth Paul").forms


def test_a_ruler_is_no_namesake_with_a_surname() -> None:
    text = "Paul Okoye wrote of the war. In it, King Paul lost two towns."
    assert "Paul" not in named(text, "Paul Okoye").forms


def test_a_title_tells_namesakes_apart() -> None:
    text = "Hillary Clinton and Bill Clinton spoke. Then Mrs. Clinton left. Mr. Clinton stayed."
    assert [mention.start for mention in named(text, "Hillary Clinton").mentions] == [0, 50]
    assert named(text, "Bill Clinton").pronoun == "he"


@pytest.mark.parametrize(
    ("text", "full", "expected"),
    [
        ("The Federal Bureau of Investigation said no.", "Federal Bureau of Investigation", "organisation"),
        ("He works at the University of Leeds.", "University of Leeds", "organisation"),
        ("A report by NATO said no.", "NATO", "organisation"),
        ("Abel Telecom said that it was late.", "Abel Telecom", "organisation"),
        ("She lives in Kenya.", "Kenya", "place"),
        ("They met in Tromsund.", "Tromsund", "place"),
        ("They sailed on Lake Anders.", "Lake Anders", "place"),
        ("They fished at Harrow Lake.", "Harrow Lake", "place"),
        ("Then Nkechi Obi said no.", "Nkechi Obi", "person"),
        ("Then Quillon London said no.", "Quillon London", "person"),
        ("The town sent Quillon London home.", "Quillon London", "other"),
        ("The town liked Inner London best.", "Inner London", "place"),
        ("The town liked SNP Scotland best.", "SNP Scotland", "place"),
        ("It won the Booker Prize.", "Booker Prize", "other"),
    ],
)
def test_kinds_are_told_apart(text: str, full: str, expected: str) -> None:
    assert kind(text, full) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tolmara Bank paid for it. They met in Tolmara. The mills of Tolmara closed.", "Tolmara"),
        ("Norway Chimes, the captain of the ferry, said no. They met in Norway.", "Norway"),
    ],
)
def test_a_place_is_nobody_who_is_named_after_it(text: str, place: str) -> None:
    assert kind(text, place) == "place"


def test_an_acronym_stands_for_its_organisation() -> None:
    text = "The Federal Bureau of Investigation came. Later the FBI left."
    assert named(text, "Federal Bureau of Investigation").forms[1:] == ("FBI",)


def test_the_full_name_may_stand_in_the_title_only() -> None:
    text = "Ruth Abel Wins Again\n\nThe mayor, Abel, won. Nobody had expected it, and Abel least of all.\n"
    assert [*people(text)] == ["Ruth Abel"]


def test_a_span_tells_whom_it_names() -> None:
    article = Article("Ruth Abel spoke. Then Abel left.")
    start = article.text.index("Abel left")
    found = name_at(article.span(start, start + 4))
    assert found is not None and found.full == "Ruth Abel"
    assert name_at(article.span(10, 15)) is None


def test_every_mention_is_a_view_of_the_text() -> None:
    article = Article.from_bytes(TROOPS.read_bytes())
    assert all(mention.text in name.full or mention.text for name in names_in(article) for mention in name.mentions)


@pytest.mark.parametrize("text", ["", "A", "ABC", "…", "A.B.", "The", "’s", "van", "Mr.", "of the", "X Y Z " * 50])
def test_odd_texts_have_names_or_none_but_never_fail(text: str) -> None:
    names_in(Article(text))


@pytest.mark.parametrize(
    ("label", "full"),
    [("LARRY ABEL", "Larry Abel"), ("RUTH ABEL III", "Ruth Abel III"), ("RUTH MCABEL", "RUTH MCABEL")],
)
def test_a_name_in_capitals_is_written_as_other_names_are(label: str, full: str) -> None:
    assert named(f"{label}: It rained on the harbour for a week.", full).kind == "person"


def test_a_name_in_capitals_is_the_one_that_stands_elsewhere() -> None:
    assert people("We met Ruth Abel there.\n\nRUTH ABEL took the field in the rain.") == {"Ruth Abel": ("RUTH ABEL",)}


@pytest.mark.parametrize("label", ["PARIS HOTEL", "BBC NEWS", "MORGAN STANLEY BANK"])
def test_an_organisation_in_capitals_is_no_person(label: str) -> None:
    assert label not in people(f"They met at the {label} on Monday.") and not people(f"They met at the {label}.")


@pytest.mark.parametrize(
    ("text", "full", "forms"),
    [
        ("Kestrel runs on any machine. The Kestrel Software Foundation keeps Kestrel free.", "Kestrel", {"Kestrel"}),
        (
            "Kestrel (programming language)\n\nThe Kestrel Software Foundation was set up for Kestrel in 1999.",
            "Kestrel",
            {"Kestrel"},
        ),
        ("The shares of Tavra fell. Tavra Airlines Inc. said that Tavra was late.", "Tavra Airlines Inc.", {"Tavra"}),
        ("The Tavra Harbour Trust met, and Tavra paid.", "Tavra Harbour Trust", {"Tavra"}),
    ],
)
def test_what_is_named_alone_before_a_longer_name_is_not_called_after_it(text: str, full: str, forms: set[str]) -> None:
    assert forms <= set(named(text, full).forms)
    others = [name for name in names_in(Article(text)) if name.full != full]
    assert not any(forms & set(other.forms) for other in others)


@pytest.mark.parametrize(
    "told",
    [
        "His father, Tom Orr, died in 1892.",
        "Tom Orr senior died in 1892.",
        "The mason Tom Orr, junior, died in 1892.",
        "They knew Tom Orr the Elder well.",
    ],
)
def test_a_relative_of_the_same_name_is_told_apart(told: str) -> None:
    text = f"Tom Orr\n\nTom Orr was a painter. {told} In 1850 Orr moved to Senn."
    painter, relative = (name for name in names_in(Article(text)) if name.full == "Tom Orr")
    assert (painter.forms, painter.certain, relative.forms, relative.certain) == (
        ("Tom Orr", "Orr"),
        True,
        ("Tom Orr",),
        False,
    )


def test_a_relative_of_the_same_name_is_told_apart_inside_a_sentence() -> None:
    names = names_in(
        Article("Tom Orr and his son, Tom Orr, rowed. Then Tom Orr rested, and Ada Moss’s husband, Ben Orr, left.")
    )
    assert [(name.full, name.certain, len(name.mentions)) for name in names if "Orr" in name.full] == [
        ("Tom Orr", True, 2),
        ("Tom Orr", False, 1),
        ("Ben Orr", True, 1),
    ]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Dan Orr was the son of John Orr. He had a brother, John II. Then John left.", ["John Orr", "John"]),
        ("Ada Moss (née Hale) sang. Her father was James Hale. Hale sang, too.", ["James Hale", "Hale"]),
        (
            "Ada Moss loved Washington, D.C., and George Washington. Washington fell.",
            ["George Washington", "Washington"],
        ),
        ("Ada Moss left Lincoln, Nebraska, for Ben Lincoln. Lincoln fell.", ["Ben Lincoln", "Lincoln"]),
    ],
)
def test_a_short_form_that_is_not_somebodys_is_left_to_others(text: str, whose: list[str]) -> None:
    assert [mention.text for mention in named(text, whose[0]).mentions] == whose


def test_a_skipper_is_called_so_before_the_surname() -> None:
    text = "Ludde Ingvall, the skipper of Nicorette, left Cork. Skipper Ingvall says that his start was easy.\n"
    assert "Skipper Ingvall" not in people(text)
    assert "Ludde Ingvall" in people(text)
