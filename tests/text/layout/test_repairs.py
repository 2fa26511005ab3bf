"""What paper, screens and clipboards do to a text is undone: its paragraphs read as they were written."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine import Article
from quizengine.text.layout import restore_layout

CARRIED = "The bridge over the Orra carried 12,400 vehicles a day until the flood of"
REPAIRS = {
    "lines of one length": (
        f"{CARRIED}\nlast week. The repair will cost two million crowns, and\nnobody knows who pays.",
        [f"{CARRIED} last week. The repair will cost two million crowns, and nobody knows who pays."],
    ),
    "a word divided at the end of a line": ("The cus-\ntomers left.", ["The customers left."]),
    "a compound divided at its hyphen": ("The well-\nknown baker left.", ["The well-known baker left."]),
    "a compound that the text has elsewhere": (
        "The sea-\nfront is old. We love the sea-front.",
        ["The sea-front is old. We love the sea-front."],
    ),
    "a word that the text has elsewhere": (
        "The self-\nish gene. A selfish gene.",
        ["The selfish gene. A selfish gene."],
    ),
    "a compound of names": ("The Anglo-\nSaxon kings of 1914-\n18 left.", ["The Anglo-Saxon kings of 1914-18 left."]),
    "a chain of words divided at a hyphen": ("The state-of-the-\nart mill left.", ["The state-of-the-art mill left."]),
    "a hyphen that waits for its word": ("The pre- and post-\nwar mills.", ["The pre- and post-war mills."]),
    "a sign that divides words alone": ("The gov¬\nernment left.", ["The government left."]),
    "a soft hyphen": ("The cus\u00ad\ntom\u00aders left.", ["The customers left."]),
    "a page number within a sentence": (
        f"{CARRIED}\n\n12\n\nlast week.",
        [f"{CARRIED} last week."],
    ),
    "a page break within a sentence": (f"{CARRIED}\n\f\nlast week.", [f"{CARRIED} last week."]),
    "a page number in brackets": (f"{CARRIED}\n[12]\nlast week.", [f"{CARRIED} last week."]),
    "a page number in Roman figures": (f"{CARRIED}\nxii\nlast week.", [f"{CARRIED} last week."]),
    "a foot that a browser prints": (
        f"{CARRIED}\nhttps://example.org/mill 3/5/24, 10:15\nPage 2 of 5\nlast week.",
        [f"{CARRIED} last week."],
    ),
    "a foot with date and page": (
        f"{CARRIED}\nThe Valley Post, 3 May 2024, p. 12\nlast week.",
        [f"{CARRIED} last week."],
    ),
    "a head with the letter of its section": (
        f"{CARRIED}\nA12  THE VALLEY POST\nlast week.",
        [f"{CARRIED} last week."],
    ),
    "a line that says where the text goes on": (
        f"{CARRIED}\nContinued on page 14\nlast week.",
        [f"{CARRIED} last week."],
    ),
    "an empty line behind every line": (
        f"{CARRIED}\n\nlast week, when it fell with all that stood on it, and the\n\nmayor wept.",
        [f"{CARRIED} last week, when it fell with all that stood on it, and the mayor wept."],
    ),
    "a page number that says so": (f"{CARRIED}\nPage 3 of 12\nlast week.", [f"{CARRIED} last week."]),
    "a page number with a running head": (
        f"The flood\n\n{CARRIED}\n12\nTHE VALLEY POST\nlast week.",
        [f"{CARRIED} last week."],
    ),
    "a running head with its number": (f"{CARRIED}\n12  The Valley Post\nlast week.", [f"{CARRIED} last week."]),
    "a foot with its number": (f"{CARRIED}\nThe Valley Post | 12\nlast week.", [f"{CARRIED} last week."]),
    "paragraphs whose first lines are set in": (
        f"   {CARRIED}\nlast week. It fell.\n   {CARRIED}\nlast month, and nobody came to see it there.\n   It rose.",
        [
            f"{CARRIED} last week. It fell.",
            f"{CARRIED} last month, and nobody came to see it there.",
            "It rose.",
        ],
    ),
    "heads that come again": (
        "".join(f"{CARRIED}\nRivers of the North\nlast week. " for _ in range(3)),
        [" ".join([f"{CARRIED} last week."] * 3)],
    ),
    "a foot in small letters above the number of its page": (
        f"{CARRIED}\nrivers of the north\n\n12\n\flast week. {CARRIED}\nrivers of the north\n\n13\n\flast month.",
        [f"{CARRIED} last week. {CARRIED} last month."],
    ),
    "a figure on a line of its own is not joined": (f"{CARRIED}\n300\ndays.", [CARRIED, "days."]),
    "a title glued to the first paragraph": (
        f"The bridge falls\nOn Monday the bridge fell. {CARRIED} last week.",
        [f"On Monday the bridge fell. {CARRIED} last week."],
    ),
    "a line for each paragraph": (
        f"The bridge falls\n{CARRIED} last week. It fell.\nThe mayor came at noon. She wept.",
        [f"{CARRIED} last week. It fell.", "The mayor came at noon. She wept."],
    ),
    "a line for each sentence": ("It fell.\nShe wept.\n\nThey left.", ["It fell. She wept.", "They left."]),
    "speech, a line for each speaker": ("“We go.”\n“No.”\n\nThey left.", ["“We go.”", "“No.”", "They left."]),
    "dots before items": ("• 300 people left.\n• 40 houses fell.", ["300 people left.", "40 houses fell."]),
    "hyphens before items": ("- 300 people left.\n- 40 houses fell.", ["300 people left.", "40 houses fell."]),
    "stars before items": ("* 300 people left.\n* 40 houses fell.", ["300 people left.", "40 houses fell."]),
    **{
        f"{sign!a} before items": (f"{sign} Boil 2 eggs.\n{sign} Add 300 peas.", ["Boil 2 eggs.", "Add 300 peas."])
        for sign in (*"—»~‐−⁃∙❖☐👉", "✔\ufe0f", "\uf0b7", "o", "[x]", "- [ ]")
    },
    "Roman figures before items": ("i. Boil 2 eggs.\nii. Add 300 peas.", ["Boil 2 eggs.", "Add 300 peas."]),
    "Roman figures in brackets": ("(i) Boil 2 eggs.\n(ii) Add 300 peas.", ["Boil 2 eggs.", "Add 300 peas."]),
    "figures in rings": ("① Boil 2 eggs.\n② Add 300 peas.", ["Boil 2 eggs.", "Add 300 peas."]),
    "figures on keys": ("1\ufe0f\u20e3 Boil 2 eggs.\n2\ufe0f\u20e3 Add 300 peas.", ["Boil 2 eggs.", "Add 300 peas."]),
    "numbers without a blank": ("1.Boil 2 eggs.\n2.Add 300 peas.", ["Boil 2 eggs.", "Add 300 peas."]),
    "a sign of its own in a sentence stays": ("− 12 degrees is cold.", ["− 12 degrees is cold."]),
    "dashes before items": ("– 300 people left.\n– 40 houses fell.", ["300 people left.", "40 houses fell."]),
    "a dash before speech stays": ("– We go.\n\n– No.", ["– We go.", "– No."]),
    "a number below zero stays": ("-12 degrees is cold.", ["-12 degrees is cold."]),
    "numbers before items": ("1. Boil 2 eggs.\n2. Add 300 peas.", ["Boil 2 eggs.", "Add 300 peas."]),
    "letters before items": ("a) Boil 2 eggs.\n\nb) Add 300 peas.", ["Boil 2 eggs.", "Add 300 peas."]),
    "a number that begins a line is no item": (
        f"{CARRIED}\n1990. It fell.",
        [CARRIED, "1990. It fell."],
    ),
    "items in one line": ("• 300 people left. • 40 houses fell.", ["300 people left.", "40 houses fell."]),
    "an item of two lines": (
        f"- {CARRIED}\nlast week.\n- It fell.",
        [f"{CARRIED} last week.", "It fell."],
    ),
    "signs of quoted mail": (f"> {CARRIED}\n> last week.", [f"{CARRIED} last week."]),
    "raised figures": ("“It is high,”¹ she said.² He left.³⁻⁵", ["“It is high,” she said. He left."]),
    "powers stay": ("It has 40 km², 10² fields and 5 m³.", ["It has 40 km², 10² fields and 5 m³."]),
    "figures in brackets": ("It fell.[4] She wept.[5][6] He[7] left.", ["It fell. She wept. He left."]),
    "figures in brackets behind a blank": (
        "It fell [1] in May. She wept [2] and left. He stayed [3].",
        ["It fell in May. She wept and left. He stayed."],
    ),
    "a figure in brackets that is spoken of": ("See [4] for more.", ["See [4] for more."]),
    "words in brackets": ("It fell.[citation needed] It rose.[note 2]", ["It fell. It rose."]),
    "a figure glued to a sentence": (
        "They slept in schools.4 The rest left.5",
        ["They slept in schools. The rest left."],
    ),
    "a figure glued to a quotation": ("“It is high,”3 she said.", ["“It is high,” she said."]),
    "two figures glued to a sentence": (
        "They slept in schools.4,5 The rest left.",
        ["They slept in schools. The rest left."],
    ),
    "a caret before a figure": ("They slept in schools.^4 The rest left.", ["They slept in schools. The rest left."]),
    "a figure in round brackets": (
        "They slept in schools.(4) The rest left.",
        ["They slept in schools. The rest left."],
    ),
    "figures in round brackets that count on": (
        "They slept there (1). The rest left (2). It rained (3).",
        ["They slept there. The rest left. It rained."],
    ),
    "figures in round brackets that do not stay": (
        "The four (4), five (5) and two (2).",
        ["The four (4), five (5) and two (2)."],
    ),
    "a page behind a figure in brackets": ("It fell.[4]: 12 She wept.", ["It fell. She wept."]),
    "a star behind a word": ("The miller* left.", ["The miller left."]),
    "stars around a word stay": ("The *miller* left.", ["The *miller* left."]),
    "a figure of a figure": ("See Fig.4 The rest left.", ["See Fig.4 The rest left."]),
    "daggers": ("It fell† in May‡.", ["It fell in May."]),
    "blanks that do not break": ("It fell\u00a0in\u202fMay.", ["It fell in May."]),
    "a blank that groups digits stays": ("It cost 12\u202f400 crowns.", ["It cost 12\u202f400 crowns."]),
    "blanks without width": ("It\u200b fell\ufeff in\u2060 May.", ["It fell in May."]),
    "signs of direction": ("\u2066It fell\u2069 in\u061c May.", ["It fell in May."]),
    "control characters": ("It fell\b in May.", ["It fell in May."]),
    "a joiner at the end of a word": ("It fell\u200d in May.", ["It fell in May."]),
    "a sign with its stroke apart": ("So 5 =\u0338 6 there.", ["So 5 ≠ 6 there."]),
    "ligatures": ("The \ufb01rst \ufb02ood.", ["The first flood."]),
    "entities": ("&ldquo;It fell,&rdquo; Smith &amp; Co&nbsp;said.", ["“It fell,” Smith & Co said."]),
    "accents apart": (unicodedata.normalize("NFD", "José Martínez ate at Zoë’s."), ["José Martínez ate at Zoë’s."]),
}


def paragraphs(text: str) -> list[str]:
    return [one.text for one in Article.from_bytes(text.encode()).paragraphs]


@pytest.mark.parametrize("name", REPAIRS)
def test_a_text_reads_as_it_was_written(name: str) -> None:
    text, expected = REPAIRS[name]
    start, end = "This is how it began.", "That was all."
    assert paragraphs(f"{start}\n\n{text}\n\n{end}") == [start, *expected, end]


@pytest.mark.parametrize(
    "lines",
    [
        ["It fell.", "She wept.", "They left."],
        [f"{CARRIED} last week, when the river rose by three metres in one night, as it had not done since {year}"
         for year in ("1931", "1899", "1874")],
    ],
)  # fmt: skip
def test_a_text_without_empty_lines_has_a_line_for_each_paragraph(lines: list[str]) -> None:
    assert paragraphs("\n\n{}\n\n".format("\n".join(lines))) == lines


def test_a_figure_below_zero_is_no_item() -> None:
    assert restore_layout("- 1 4/5", lines=True).text == "- 1 4/5"


def test_what_the_page_had_beside_the_text_is_told() -> None:
    article = Article.from_bytes(f"The flood\n\n{CARRIED}\n12\nTHE VALLEY POST\nlast week.[4] It fell.".encode())
    assert article.left_out == "1 page number, 1 running head, 1 footnote mark"


def test_a_text_that_is_clean_stays_as_it_is() -> None:
    text = f"The flood\n\n{CARRIED} last week.\n\n  “It is 40 km²,” she said.  \n\n- twelve -\n"
    text = text.replace("- twelve -", "It fell.")
    assert restore_layout(text, lines=True).text == text


WORDS = "Cus- tomers. 12 [4] ¹ “No,” he said. THE POST A: Q: > e\u0301 \u00ad | schools.4 Lee: &amp; • - 1."
BREAKS = ("\n", "\n\n", "\r\n", "\f", " ", "\t", "\u00a0")
PIECES = st.sampled_from([*WORDS.split(" "), *BREAKS])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_character_leads_back_to_where_it_stood(text: str) -> None:
    done = restore_layout(text, lines=True)
    places = [done.alignment.back(at, at + 1) for at in range(len(done.text))]
    assert all(one[0] <= other[0] for one, other in pairwise(places))
    for at, (start, end) in enumerate(places):
        assert 0 <= start <= end <= len(text)
        if done.text[at].isalnum():
            assert unicodedata.normalize("NFC", text[start:end]) == done.text[at] or len(text[start:end]) > 1


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_letter_is_lost_but_those_of_the_page(text: str) -> None:
    done = restore_layout(text, lines=True)
    kept = sorted(filter(str.isalpha, unicodedata.normalize("NFC", done.text)))
    there = sorted(filter(str.isalpha, unicodedata.normalize("NFC", text.replace("&amp;", "&"))))
    lost = {word for word in ("running head", "footnote mark") if word in done.left_out}
    assert kept == there or lost


def test_a_dash_before_whoever_said_the_words_above_is_no_sign_of_an_item() -> None:
    words = "“We will open the harbour of Orra in May.”\n\n- Ada Moss\n\nIt rained in the harbour all day long."
    assert Article(f"Boats\n\n{words}\n").text == f"Boats\n\n{words}\n"


def test_a_title_that_comes_again_beside_a_page_number_is_a_running_head() -> None:
    text = f"The mill burns\n\n{CARRIED}\n12\n\nThe mill burns\nlast week.\n\nIt rained."
    assert paragraphs(text) == [f"{CARRIED} last week.", "It rained."]


@pytest.mark.parametrize("title", ["Why did the bridge fall?", "BRIDGE FALLS!"])
def test_a_title_that_ends_like_a_sentence_may_be_glued_to_the_first_paragraph(title: str) -> None:
    article = Article.from_bytes(f"{title}\nOn Monday the bridge fell. {CARRIED} last week.\n\nIt rained.".encode())
    assert str(article.title) == title
    assert [one.text for one in article.paragraphs] == [
        f"On Monday the bridge fell. {CARRIED} last week.",
        "It rained.",
    ]
