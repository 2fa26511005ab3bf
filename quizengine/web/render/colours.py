"""The colours of all pages, and a school's own colours, if they are readable."""

import math
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of words, and of borders and other shapes, by WCAG 2.2 AA (1.4.3 and 1.4.11)."""
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Colours:
    """A colour for each custom property of the stylesheet, as `#rrggbb`; empty for the default."""

    ink: str = ""
    soft: str = ""
    page: str = ""
    card: str = ""
    line: str = ""
    hair: str = ""
    accent: str = ""
    on_accent: str = ""
    right: str = ""
    wrong: str = ""
    mark: str = ""
    focus: str = ""
    state_draft: str = ""
    state_ready: str = ""
    state_open: str = ""
    state_closed: str = ""

    @property
    def chosen(self) -> dict[str, str]:
        """Those that are not empty, by name."""
        return {name: colour for name, colour in asdict(self).items() if colour}


LIGHT = Colours(
    ink="#1b1f24",
    soft="#555d68",
    page="#fdfcfa",
    card="#f3f1ec",
    line="#8a8f98",
    hair="#d9d6cf",
    accent="#1d4f91",
    on_accent="#ffffff",
    right="#1d6b34",
    wrong="#a3260f",
    mark="#ffe9a3",
    focus="#b35c00",
    state_draft="#8a4b00",
    state_ready="#1d4f91",
    state_open="#1d6b34",
    state_closed="#555d68",
)
DARK = Colours(
    ink="#e9e6e0",
    soft="#b3b0a9",
    page="#16181c",
    card="#20242a",
    line="#8d929b",
    hair="#3a3f47",
    accent="#9cc3ff",
    on_accent="#10203a",
    right="#86d79a",
    wrong="#ff9d87",
    mark="#5d4a00",
    focus="#ffb454",
    state_draft="#ffc27a",
    state_ready="#9cc3ff",
    state_open="#86d79a",
    state_closed="#b3b0a9",
)


@dataclass(frozen=True)
class Pair:
    """Two colours that meet on some page, and the contrast that they need."""

    front: str
    back: str
    what: str
    least: float = TEXT


PAIRS = (
    Pair("ink", "page", "text"),
    Pair("ink", "card", "text of what is chosen or quoted"),
    Pair("ink", "mark", "text that is marked"),
    Pair("soft", "page", "hints"),
    Pair("soft", "card", "hints on a card"),
    Pair("accent", "page", "links"),
    Pair("on_accent", "accent", "the words of buttons"),
    Pair("right", "page", "what is right"),
    Pair("wrong", "page", "what is wrong"),
    Pair("state_draft", "page", "the state of a draft"),
    Pair("state_ready", "page", "the state of a quiz that is ready"),
    Pair("state_open", "page", "the state of an open quiz"),
    Pair("state_closed", "page", "the state of a closed quiz"),
    Pair("line", "page", "the borders of fields", SHAPE),
    Pair("focus", "page", "the frame of what has the focus", SHAPE),
    Pair("accent", "card", "the mark of what is chosen", SHAPE),
)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#rrggbb`, from 1 to 21, by WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def full_hex(colour: str) -> str:
    """A colour `#rgb` or `#rrggbb` as `#rrggbb` in small letters; empty if it is none."""
    if not _HEX.fullmatch(colour):
        return ""
    digits = colour[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def unreadable_colours(chosen: Colours, own: Colours) -> Iterator[tuple[str, str]]:
    """The names of chosen colours that cannot be read on or under those that they meet, each with the reason.

    `own` are the house's own, which stay where nothing was chosen.
    """
    colours = asdict(own) | chosen.chosen
    for pair in PAIRS:
        front, back = colours[pair.front], colours[pair.back]
        blamed = next((name for name in (pair.front, pair.back) if name in chosen.chosen), None)
        found = contrast(front, back)
        if blamed is None or found >= pair.least:
            continue
        darker = (_luminance(front) < _luminance(back)) == (blamed == pair.front)
        yield (
            blamed,
            f"found {front} on {back} (`{pair.front}` on `{pair.back}`), a contrast of "
            f"{math.floor(found * 100) / 100:.2f}:1, expected {pair.least}:1 or more for {pair.what} (WCAG AA); "
            f"choose a {'darker' if darker else 'lighter'} one",
        )


def stylesheet(light: Colours, dark: Colours) -> str:
    """The rules that set what was chosen, on screens; paper keeps the house's own. Empty if nothing was chosen."""
    return "".join(
        f"@media screen and (prefers-color-scheme: {scheme}) {{\n  :root {{\n{_properties(colours)}  }}\n}}\n"
        for scheme, colours in (("light", light), ("dark", dark))
        if colours.chosen
    )


def _properties(colours: Colours) -> str:
    return "".join(f"    --{name.replace('_', '-')}: {colour};\n" for name, colour in colours.chosen.items())


def _luminance(colour: str) -> float:
    """The relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white)."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
