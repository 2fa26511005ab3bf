"""A text is read in the encoding it is in, and a guess is told."""

from contextlib import suppress

import pytest

from quizengine import Article, ArticleError
from quizengine.text.documents.encodings import decode_text

WESTERN = "Zoë’s café on the Orra – “the best”, says García – cost 300 € in 1931."
RUSSIAN = "Вчера упал мост через реку. Его построили в 1931 году, и он стоил 300 рублей. Никто не пострадал."
POLISH = (
    "Wczoraj zawalił się most. Zbudowano go w 1931 roku, kosztował 300 złotych. Żaden człowiek nie zginął, mówi żona."
)
GREEK = "Χθες έπεσε η γέφυρα πάνω από το ποτάμι. Χτίστηκε το 1931 και κόστισε 300 δραχμές."
FINNISH = "Silta sortui eilen. Se maksoi 300 € ja rakennettiin vuonna 1931, sanoo Šárka Žižková."


def read(data: bytes) -> tuple[str, tuple[str, ...]]:
    article = Article.from_bytes(data)
    return article.text, article.source.notes if article.source else ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_what_it_is_is_no_guess(encoding: str) -> None:
    assert read(WESTERN.encode(encoding)) == (WESTERN, ())


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (WESTERN, "cp1252", "Windows-1252"),
        ("Ein schöner Fluß in Österreich.", "latin-1", "Windows-1252"),
        ("The mill had 40 m² of floor · 2½ acres of meadow – and a pond.", "cp1252", "Windows-1252"),
        ("Są tu żółte łodzie. Są też białe.", "cp1250", "Windows-1250"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "iso8859_5", "ISO 8859-5"),
        (RUSSIAN, "koi8_r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (POLISH, "cp1250", "Windows-1250"),
        (POLISH, "iso8859_2", "ISO 8859-2"),
        (GREEK, "cp1253", "Windows-1253"),
        (FINNISH, "iso8859_15", "ISO 8859-15"),
        (WESTERN, "utf-16-le", "UTF-16-LE"),
        (WESTERN, "utf-16-be", "UTF-16-BE"),
    ],
)
def test_a_guess_is_right_and_told(text: str, encoding: str, name: str) -> None:
    assert read(text.encode(encoding)) == (text, (f"read as {name}, a guess; if letters are wrong, save it as UTF-8",))


def test_a_text_whose_last_character_is_cut_off_is_read_and_told() -> None:
    assert read("The mill fell – it".encode()[:16]) == (
        "The mill fell ",
        ("its last character, at byte 14, is cut off: is the file whole?",),
    )


@pytest.mark.parametrize(
    ("latin", "other", "low_zero", "read"),
    [(41, 59, 0, True), (40, 60, 0, False), (60, 36, 4, True), (60, 35, 5, False)],
)
def test_two_bytes_a_letter_are_known_by_their_zeros(latin: int, other: int, low_zero: int, read: bool) -> None:
    """More than four in ten letters are Latin, and less than one in twenty has its zero in the other byte."""
    text = "a" * latin + "я" * other + "Ā" * low_zero
    for encoding in ("utf-16-le", "utf-16-be"):
        if read:
            assert decode_text(text.encode(encoding))[0] == text
        else:
            with pytest.raises(ArticleError, match="NUL"):
                decode_text(text.encode(encoding))


def test_half_a_letter_of_two_bytes_is_no_text() -> None:
    with pytest.raises(ArticleError, match="NUL"):
        decode_text("words".encode("utf-16-le") + b"a")


def test_of_the_control_characters_a_guessed_text_has_blanks_line_breaks_and_escapes_alone() -> None:
    found = set()
    for code in (*range(32), 127):
        with suppress(ArticleError):
            decode_text(b"The caf\xe9 sold" + bytes([code]) + b"300 cups.")
            found.add(chr(code))
    assert found == set("\t\n\f\r\x1b")
