"""What is no prose is told apart by kind, and prose that only resembles it is not."""

import pytest

from quizengine import Article
from quizengine.layout import layout_of

ASIDE = {
    "By Jane Doe": "byline",
    "By Jane Doe and Peter Holm, Valley Post": "byline",
    "BY JANE DOE, Staff Writer": "byline",
    "May 3, 2021": "date",
    "Friday, 21 August 2015": "date",
    "Published: 3 May 2021, 10:15": "date",
    "Last updated on 3 May 2021": "date",
    "Editor’s note: The flood was in 1953.": "editors’ note",
    "This article was originally published in 2019 by The Valley Post.": "editors’ note",
    "This story has been updated to include 3 names.": "editors’ note",
    "Additional reporting by Jane Doe in Senn.": "credit",
    "Jane Doe contributed to this report.": "credit",
    "Translated by Peter Holm.": "credit",
    "Jane Doe is a staff writer at The Valley Post.": "credit",
    "Subject: Text for Monday": "mail header",
    "3.1 What a river is": "heading",
    "Related: Ten bridges that fell": "share line",
    "Photograph: Ada Marsh/Valley Post": "caption",
    "Figure 3. Vehicles a day, 1990 to 2020": "caption",
    "Table 2: Vehicles a day. The counts are those of May.": "caption",
    "The bridge on Monday. Photo: Ada Marsh/Valley Post": "caption",
    "A man of 40 walks to the mill. (AP Photo/Ann Holm)": "caption",
    "The mill in May. (Ann Holm/Valley Post)": "caption",
    "Sources: Ministry of Roads; Valley Post.": "caption",
    "¹ Report of the ministry, 1999, p. 12.": "note",
    "[4] Another report of 300 pages.": "note",
    "Smith, J. (2019). The flood of 1953. Valley Press, 300 pp.": "source",
    "Lopes, M. A., Rivers of the North, 2001.": "source",
    "Available at https://example.org/flood": "source",
    "More at www.example.org/flood": "source",
    "To the Editor:": "letter form",
    "Dear Sir or Madam,": "letter form",
    "Yours faithfully,": "letter form",
    "Kind regards, Maria Lopes": "letter form",
    "Maria Lopes, Orra": "signature",
    "— Dr. Maria Lopes, Head of the Clinic": "signature",
    "Year\tCars\n1990\t12,000\n2000\t13,000": "table",
    "| Year | Cars |\n|---|---|\n| 1990 | 12 |": "table",
    "1990 12,000 14,500": "table",
    "Orra valley 12 300": "table",
    "Home > News > Local": "share line",
    "Watch: The bridge falls in 30 seconds": "share line",
    "5 min read": "share line",
    "* * *": "separator",
}
PROSE = [
    "By Monday the water had fallen by 3 metres.",
    "By 1990, the town had 300 people.",
    "May 3 was the day on which the bridge fell.",
    "Published in 1999, the report names 3 faults.",
    "Figure 3 shows that 300 people came.",
    "Table 2 was taken by two old men.",
    "The train ran at 200 (km/h).",
    "Research by the university shows that 300 people left.",
    "Produced by the thousand, the bricks were cheap.",
    "Written by a monk in 1200, the book is lost.",
    "Sincerely held beliefs shaped the town.",
    "Source: the place where a river begins.",
    "Jane Doe is a writer who left the town in 1990.",
    "Sources in the ministry said that it fell.",
    "Maria Lopes, the mayor of Orra, left.",
    "The report is out. It can be read at https://example.org/flood",
    "References to the flood are rare in her 3 books.",
]


@pytest.mark.parametrize(("paragraph", "kind"), ASIDE.items(), ids=list(ASIDE.values()))
def test_what_is_no_prose_is_of_its_kind(paragraph: str, kind: str) -> None:
    text = f"The flood\n\nThe bridge fell in May.\n\n{paragraph}\n\nIt was built again."
    layout = layout_of(text)
    assert [text[slice(*pair)] for pair in layout.furniture] == [paragraph]
    assert layout.kinds == (kind,)


@pytest.mark.parametrize("paragraph", PROSE)
def test_prose_that_resembles_it_is_body(paragraph: str) -> None:
    text = f"The flood\n\nThe bridge fell in May.\n\n{paragraph}\n\nIt was built again."
    assert [text[slice(*pair)] for pair in layout_of(text).body][1] == paragraph


@pytest.mark.parametrize(
    "dateline",
    ["ORRA —", "ORRA, May 3 (Reuters) —", "SENN, Sweden (AP) —", "Orra (AFP) -", "NEW ORRA –", "Senn, May 3 —"],
)
def test_a_dateline_is_no_part_of_its_sentence(dateline: str) -> None:
    article = Article(f"The flood\n\n{dateline} The bridge fell in May.\n\nIt was built again.")
    assert [one.text for one in article.paragraphs] == ["The bridge fell in May.", "It was built again."]
    assert [one.text for one in article.furniture] == [dateline]


@pytest.mark.parametrize("opening", ["The mayor — Maria Lopes — left.", "NATO — the alliance — left.", "X-rays help."])
def test_a_dash_alone_makes_no_dateline(opening: str) -> None:
    assert Article(f"The flood\n\n{opening}\n\nIt was built again.").paragraphs[0].text == opening


def test_a_list_of_sources_ends_at_the_next_heading_with_prose_under_it() -> None:
    entries = "References\n\nThe flood of 1953, told by 12 people.\n\nRivers. Senn, 2001."
    more = "What comes next\n\n" + (
        "The town will build a bridge with 4 lanes over the river in the years to come, as the mayor said on Monday."
    )
    article = Article(f"The flood\n\nThe bridge fell in May.\n\n{entries}\n\n{more}")
    assert [one.text[:17] for one in article.paragraphs] == ["The bridge fell i", "The town will bui"]


def test_a_letter_keeps_what_it_says_alone() -> None:
    letter = "A bridge too far\n\nTo the Editor: The bridge cost 3 million crowns.\n\nThe mayor must go.\n\n"
    article = Article(f"{letter}Yours faithfully,\n\nMaria Lopes\n\n12 Mill Road, Orra")
    assert [one.text for one in article.paragraphs] == ["The bridge cost 3 million crowns.", "The mayor must go."]


def test_a_mail_has_no_title() -> None:
    head = "From: Ann Holm\n\nTo: Class 7\n\nSubject: A text\n\nDear all,"
    article = Article(f"{head}\n\nThe bridge fell in May.\n\nIt was built again.\n\nBest wishes,\n\nAnn")
    assert article.title is None
    assert [one.text for one in article.paragraphs] == ["The bridge fell in May.", "It was built again."]


def test_the_title_stands_below_navigation_and_date() -> None:
    article = Article(
        "Home > News > Local\n\nMay 3, 2021\n\nThe flood\n\nBy Ann Holm\n\nThe bridge fell.\n\nIt rained."
    )
    assert str(article.title) == "The flood" and article.kicker is None
    assert [one.text for one in article.paragraphs] == ["The bridge fell.", "It rained."]
