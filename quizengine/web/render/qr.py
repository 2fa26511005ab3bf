"""An address as a QR code, which a phone's camera reads: as SVG for a page, as text for a terminal."""

from itertools import zip_longest

import segno

_QUIET = 4
"""Modules of light around the code; with fewer, cameras may not find it."""
_HALVES = "▀"
"""One character shows two modules: its upper half in the colour of the text, its lower half in the background's."""
_DARK, _LIGHT = 16, 231
"""Black and white by their numbers among 256 colours, which no terminal's theme changes."""


def qr_svg(address: str) -> str:
    """The code as an SVG element to be put into a page: dark on light with its quiet zone, without a size of its own.

    The page gives the size, the role and the words for those who do not see it. Raises ValueError if the text is too
    long for any QR code (more than 2,331 bytes).
    """
    return _code(address).svg_inline(border=_QUIET, dark="#000000", light="#ffffff", omitsize=True, svgclass="qr")


def qr_terminal(address: str) -> str:
    """The code in lines for a terminal that shows colours and block characters; the same in dark and light ones."""
    rows = [bytes(row) for row in _code(address).matrix_iter(border=_QUIET)]
    light = bytes(len(rows[0]))
    lines = (
        "".join(_coloured(upper, lower) for upper, lower in zip(above, below, strict=True)) + "\x1b[0m"
        for above, below in zip_longest(rows[::2], rows[1::2], fillvalue=light)
    )
    return "\n".join(lines)


def terminal_width(address: str) -> int:
    """The columns that the code takes up in a terminal."""
    return int(_code(address).symbol_size(border=_QUIET)[0])


def _code(address: str) -> segno.QRCode:
    try:
        return segno.make_qr(address, error="m")
    except segno.DataOverflowError:
        raise ValueError(f"{len(address)} characters are too long for a QR code") from None


def _coloured(upper: int, lower: int) -> str:
    colours = [_DARK if module else _LIGHT for module in (upper, lower)]
    return f"\x1b[38;5;{colours[0]};48;5;{colours[1]}m{_HALVES}"
