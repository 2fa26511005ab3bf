"""A text is read in the encoding it is in, and a guess is told."""

import pytest

from quizengine import Article

WESTERN = "Zoë’s café on the Orra – “the best”, says García – cost 300 € in 1931."
RUSSIAN = "Вчера упал мост через реку. Его построили в 1931 году, и он стоил 300 рублей. Никто не пострадал."
POLISH = (
    "Wczoraj zawalił się most. Zbudowano go w 1931 roku, kosztował 300 złotych. Żaden człowiek nie zginął, mówi żona."
)


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
        (POLISH, "cp1250", "Windows-1250"),
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
