"""QR codes, read back by a reader that knows nothing of how they were made."""

import re

import numpy as np
import pytest
import zxingcpp

from quizengine.web.render import qr

ADDRESSES = ["http://192.168.1.20:8000/", "http://[fd00::2]:8000/", "http://mühle.example/quizzes/paper-mill?a=b&c=d"]
SHADES = {"16": 0, "231": 255}


def drawn(text: str) -> "np.ndarray":
    """What a terminal shows: each character two pixels above each other, in the colours that it was told."""
    rows = []
    for line in text.splitlines():
        cells = re.findall(r"\x1b\[38;5;(\d+);48;5;(\d+)m▀", line)
        assert line == "".join(f"\x1b[38;5;{up};48;5;{low}m▀" for up, low in cells) + "\x1b[0m"
        rows += [[SHADES[up] for up, _ in cells], [SHADES[low] for _, low in cells]]
    return np.kron(np.array(rows, np.uint8), np.ones((4, 4), np.uint8))


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_a_terminal_shows_is_read_as_the_address(address: str):
    [found] = zxingcpp.read_barcodes(drawn(qr.qr_terminal(address)), try_invert=False)
    assert found.text == address


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_code_is_as_wide_in_a_terminal_as_is_said(address: str):
    lines = qr.qr_terminal(address).splitlines()
    assert {line.count("▀") for line in lines} == {qr.terminal_width(address)}


def test_the_picture_for_a_page_has_no_size_style_or_script_and_says_nothing_as_text():
    picture = qr.qr_svg("http://192.168.1.20:8000/<script>")
    assert re.fullmatch(r'<svg viewBox="0 0 \d+ \d+" class="qr">(<path [^<>]*/>)+</svg>', picture.strip())
    assert not re.search(r"style=|script|\son|href", picture)


def test_a_text_too_long_for_any_code_is_refused():
    with pytest.raises(ValueError, match="3000 characters are too long for a QR code"):
        qr.qr_svg("x" * 3000)
