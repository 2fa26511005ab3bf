"""What is no prose is told apart by kind, and prose that only resembles it is not."""

import pytest

from quizengine import Article
from quizengine.text.layout import layout_of

ASIDE = {
    "By Jane Doe": "byline",
    "By Jane Doe and Peter Holm, Valley Post": "byline",
    "BY JANE DOE, Staff Writer": "byline",
    "Ann Holm, Environment editor": "byline",
    "Ann Holm | Senior Reporter": "byline",
    "By Jane Doe, Published: May 3, 2021": "byline",
    "By Jane Doe · May 3, 2021 · 5 min read": "byline",
    "May 3, 2021": "date",
    "Published 10:41 AM EDT, June 4, 2021": "date",
    "Updated 3:05 pm, Wednesday, June 4, 2021": "date",
    "June 4, 2021 / 7:00 AM / CBS News": "date",
    "10:15 CET, 3 May 2021": "date",
    "Modified: 2021-05-03T10:15:00Z": "date",
    "Publication date: 3 May 2021": "date",
    "Friday, 21 August 2015": "date",
    "Published: 3 May 2021, 10:15": "date",
    "Last updated on 3 May 2021": "date",
    "Editor’s note: The flood was in 1953.": "editors’ note",
    "This article was originally published in 2019 by The Valley Post.": "editors’ note",
    "This story has been updated to include 3 names.": "editors’ note",
    "CORRECTION (May 4, 2021): An earlier version gave another date.": "editors’ note",
    "This article was amended on 4 May 2021 to mend a name.": "editors’ note",
    "An earlier version of this article had a wrong name in it.": "editors’ note",
    "A version of this article appears in print on May 4, Section A, Page 12.": "editors’ note",
    "Note to readers: we may earn a commission if you buy a boat.": "editors’ note",
    "Views expressed in this article are those of the author.": "editors’ note",
    "Update, June 5: The company has sent a statement.": "editors’ note",
    "This transcript has been edited for length.": "editors’ note",
    "Additional reporting by Jane Doe in Senn.": "credit",
    "Peter Holm contributed reporting.": "credit",
    "Jane Doe contributed to this report.": "credit",
    "Translated by Peter Holm.": "credit",
    "Jane Doe is a staff writer at The Valley Post.": "credit",
    "Subject: Text for Monday": "mail header",
    "3.1 What a river is": "heading",
    "Related: Ten bridges that fell": "share line",
    "Photograph: Ada Marsh/Valley Post": "caption",
    "Figure 3. Vehicles a day, 1990 to 2020": "caption",
    "A woman waters her field. Ann Holm/AFP via Getty Images": "caption",
    "Chart: Ann Holm • Source: Valley Board": "caption",
    "SOURCE: Valley Board, 2021": "caption",
    "Data source: Valley Board": "caption",
    "Image caption, The mill is 90 years old": "caption",
    "The mayor with two engineers. AFP/Getty Images": "caption",
    "Two men mend a pylon. REUTERS/Ann Holm": "caption",
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
    "1. Holm A, Doe J. Rivers of the valley. J Rivers. 2019;12:44-59.": "source",
    "Doe J, Holm A, et al. Floods in small valleys. Water. doi: 10.1000/w.11": "source",
    "Holm, Ann. Rivers of the North. Orra: Valley Press, 2019.": "source",
    "See Holm 2019, pp. 44–59.": "source",
    "Ibid., p. 44.": "source",
    "7. Ibid., 44.": "source",
    "Holm, Ann, and Jane Doe. “Dams.” Journal of Dams 12, no. 3 (2014): 44–59.": "source",
    "More at www.example.org/flood": "source",
    "To the Editor:": "letter form",
    "Re: “The mill must go”, May 3": "letter form",
    "Re “Our Mills Are Old” (news article, May 3):": "letter form",
    "Peter Holm, via email": "letter form",
    "Dear Sir or Madam,": "letter form",
    "Yours faithfully,": "letter form",
    "Yours in hope,": "letter form",
    "With many thanks,": "letter form",
    "Dear Ms. Holm:": "letter form",
    "Kind regards, Maria Lopes": "letter form",
    "Maria Lopes, Orra": "signature",
    "— Dr. Maria Lopes, Head of the Clinic": "signature",
    "Year\tCars\n1990\t12,000\n2000\t13,000": "table",
    "| Year | Cars |\n|---|---|\n| 1990 | 12 |": "table",
    "1990 12,000 14,500": "table",
    "Length: 240 m": "table",
    "Orra: 3,200": "table",
    "Jan;12;14\nFeb;11;13": "table",
    "Orra valley 12 300": "table",
    "Home > News > Local": "share line",
    "Watch: The bridge falls in 30 seconds": "share line",
    "5 min read": "share line",
    "Read the full story here.": "share line",
    "For more, visit our website.": "share line",
    "In this article: dams, floods, Orra": "share line",
    "You have 3 free articles left this month.": "share line",
    "Enjoying our work? Subscribe now.": "share line",
    "Listen to this article · 6:12 min": "share line",
    "Don’t miss our next story: sign up here": "share line",
    "Support independent journalism. Donate today.": "share line",
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
    "May 3 was cold, and 40 people left Orra by the road.",
    "The price was plain: 300 crowns for a boat with its oars.",
    "Thanks to the rain of 1990, the mill ran for 9 months.",
    "Read the sky, the miller told his 4 sons.",
    "An earlier version of the bridge had been built of oak.",
    "Support for the mill grew among the farmers of the valley.",
    "The charts on page 12 show how the river rose.",
    "Views of the valley are sold in every shop of the town.",
    "Listen to the river, said the old miller.",
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
    [
        "ORRA —",
        "ORRA, May 3 (Reuters) —",
        "SENN, Sweden (AP) —",
        "Orra (AFP) -",
        "NEW ORRA –",
        "Senn, May 3 —",
        "NEW ORRA, D.C. —",
        "SENN:",
        "SENN/ORRA, May 3 (Reuters) -",
        "(CNN)",
        "(Reuters) -",
        "[SENN]",
        "Senn |",
        "SENN, Iowa, May 3, 2021 /PRNewswire/ --",
        "Orra, Sweden –",
    ],
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
