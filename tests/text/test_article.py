"""An article keeps its text untouched, and all that is taken from it is a view by offsets."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizengine.errors import ArticleError
from quizengine.text.article import MOST_CHARACTERS, Article, Span, cache_per_article

HARBOUR = "The Harbour Railway\n\nLocal History\n\nA train came in 1901.\n\nIt left in 1950.\n\nRelated Posts in 1999"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    with_mark = Article.from_bytes(b"\xef\xbb\xbfA train came.")
    assert with_mark.text == Article.from_bytes(b"A train came.").text == "A train came."


def test_a_mark_inside_the_text_is_left_out() -> None:
    assert Article.from_bytes("A train\ufeff came.".encode()).text == "A train came."


def test_newlines_between_paragraphs_stay_as_they_are() -> None:
    assert Article.from_bytes(b"One.\r\n\r\nTwo.\r\rThree.\n").text == "One.\r\n\r\nTwo.\r\rThree.\n"


def test_a_text_that_needs_no_repair_has_no_source() -> None:
    assert Article.from_bytes(b"A train came.", "a.txt") == Article("A train came.", "a.txt")


def test_the_text_of_the_file_is_kept_with_its_hash_and_every_span_leads_back_to_it() -> None:
    data = "The harbour closes\nThe cus-\ntoms office held 300\u00a0people.[2] It closed.".encode()
    article = Article.from_bytes(data, "a.txt")
    assert article.text == "The harbour closes\n\nThe customs office held 300 people. It closed."
    assert article.source is not None and article.source.text.encode() == data
    assert article.source.sha256 == hashlib.sha256(data).hexdigest()
    [word, closed] = article.find("customs|closed")
    assert [article.source.text[slice(*span.original)] for span in (word, closed)] == ["cus-\ntoms", "closed"]


def test_offsets_count_characters_and_not_bytes() -> None:
    article = Article.from_bytes("“Ça va”, said Zoë. 🚂 It left in 1950.".encode())
    [year] = article.find(r"\d+")
    assert (year.start, year.end) == (32, 36) and year.text == "1950"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "harbour.txt: found no words, expected the text of an article"),
        (b"\xef\xbb\xbf", "harbour.txt: found no words, expected the text of an article"),
        (b" \r\n\t ", "harbour.txt: found no words, expected the text of an article"),
        (b"... --- ...", "harbour.txt: found no words, expected the text of an article"),
        (b"\xfe\xff\0A\0", "harbour.txt: byte 4 is not UTF-16-BE, as the file says it is; save the file as UTF-8"),
        (b"\0\0", "harbour.txt: found a NUL byte at byte 0, expected plain text; is this a text file?"),
        (
            b"A train\0 came",
            "harbour.txt: found a NUL byte at byte 7, expected plain text; is this a text file?",
        ),
        (b"\xef\xbb\xbfCaf\xe9", "harbour.txt: byte 6 is not UTF-8, as the file says it is; save the file as UTF-8"),
        (
            b"A\x01\x02\xff train",
            "harbour.txt: byte 3 (0xff) is not UTF-8, and no other encoding fits; save the file as UTF-8",
        ),
        (
            b"a" * (MOST_CHARACTERS + 1),
            "harbour.txt: found 1,000,001 characters, expected at most 1,000,000; split it into articles",
        ),
    ],
    ids=[
        "empty",
        "mark",
        "white space",
        "signs",
        "utf-16-be",
        "nul first",
        "nul",
        "both",
        "controls",
        "long",
    ],
)
def test_what_is_no_article_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(ArticleError) as refusal:
        Article.from_bytes(data, "harbour.txt")
    assert str(refusal.value) == words


def test_the_longest_article_is_read() -> None:
    assert len(Article.from_bytes(b"ab. " * (MOST_CHARACTERS // 4)).text) == MOST_CHARACTERS


def test_the_hash_is_that_of_the_file(troops: Article) -> None:
    with open(troops.name, "rb") as file:
        assert troops.sha256 == hashlib.sha256(file.read()).hexdigest()


def test_the_troops_article_parts_into_title_kicker_body_and_furniture(troops: Article) -> None:
    assert troops.title is not None and (troops.title.start, troops.title.end) == (0, 117)
    assert troops.title.text.startswith("North Korean Troops Deployed") and troops.title.text.endswith("in Return")
    assert troops.kicker is not None and troops.kicker.text == "North Korea"
    assert troops.text[troops.kicker.start - 2 : troops.kicker.start] == "\n\n"
    assert [span.text for span in troops.furniture] == ["Related Posts"]
    assert len(troops.paragraphs) == 17
    assert troops.paragraphs[0].text.startswith("As tensions mount")
    assert troops.paragraphs[-1].text.endswith("in defiance of international norms.")


def test_find_looks_in_the_body_alone() -> None:
    assert [span.text for span in Article(HARBOUR).find(r"\d{4}")] == ["1901", "1950"]
    assert list(Article(HARBOUR).find("Harbour|Local|Related")) == []


def test_find_never_crosses_from_one_paragraph_into_the_next() -> None:
    assert list(Article(HARBOUR).find(r"(?s)1901.*1950")) == []


def test_a_span_is_a_view_of_the_one_text(troops: Article) -> None:
    spans = list(troops.find(r"North Korean?\b"))
    assert spans
    for span in spans:
        assert span.article is troops and troops.text[span.start : span.end] == span.text == str(span)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 14), (14, 14)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="in a text of 13 characters"):
        Article("A train came.").span(start, end)


def test_the_ends_of_the_text_are_spans() -> None:
    article = Article("A train came.")
    assert article.span(0, 13).text == article.text and article.span(13, 13).text == ""


def test_spans_contain_overlap_and_reach_to_each_other() -> None:
    article = Article("A train came.")
    train, rain, came = article.span(2, 7), article.span(3, 7), article.span(8, 12)
    assert train.contains(rain) and train.contains(train) and not rain.contains(train)
    assert train.overlaps(rain) and not train.overlaps(came) and not train.overlaps(article.span(7, 8))
    assert not article.span(7, 8).overlaps(train) and rain.overlaps(train)
    assert train.to(came) == came.to(train) == article.span(2, 12)


def test_a_span_knows_the_paragraph_that_it_begins_in() -> None:
    article = Article(HARBOUR)
    [year] = article.find("1950")
    assert year.paragraph.text == "It left in 1950."
    assert article.span(59, 60).paragraph == article.paragraphs[1] == year.paragraph
    assert article.title is not None and article.title.paragraph == article.title


def test_equal_texts_make_equal_articles_and_equal_spans() -> None:
    one, other = Article("A train came.", "a.txt"), Article("A train came.", "a.txt")
    assert one == other and one.span(0, 1) == other.span(0, 1) and hash(one.span(0, 1)) == hash(other.span(0, 1))
    assert one != Article("A train came.", "b.txt")


def test_what_is_derived_from_an_article_is_worked_out_once_and_never_shared() -> None:
    worked_out: list[str] = []

    @cache_per_article
    def length(article: Article) -> int | None:
        worked_out.append(article.text)
        return len(article.text) or None

    short, long, empty = Article("ab"), Article("abc"), Article("")
    assert [length(short), length(long), length(short), length(empty), length(empty)] == [2, 3, 2, None, None]
    assert worked_out == ["ab", "abc", ""]


def test_an_article_cannot_be_changed() -> None:
    article = Article("A train came.")
    with pytest.raises(AttributeError):
        article.text = "Another text."


@given(st.text(max_size=80))
def test_every_span_of_every_text_holds_its_own_words(text: str) -> None:
    article = Article(text)
    spans: list[Span] = [*article.paragraphs, *article.furniture, *article.find(r"\w+")]
    for span in spans:
        assert article.text[span.start : span.end] == span.text != ""
        assert span.paragraph.contains(span)


@given(st.binary(max_size=40))
def test_any_bytes_are_an_article_or_an_error_in_one_line(data: bytes) -> None:
    try:
        article = Article.from_bytes(data, "any.txt")
    except ArticleError:
        with pytest.raises(ArticleError, match=r"\Aany.txt: [^\n]+\Z"):
            Article.from_bytes(data, "any.txt")
    else:
        source = article.source
        assert source or article.text.encode() == data.removeprefix(b"\xef\xbb\xbf")
        assert all(
            source is None or 0 <= article.span(at, at + 1).original[0] <= article.span(at, at + 1).original[1]
            for at in range(len(article.text))
        )
