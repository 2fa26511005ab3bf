"""Texts that are nasty to read, by name, each of about any length: one for each way in which the cost of reading could
grow faster than the text.

`NASTY_TEXTS["blanks"](20_000)` is a text of 20,000 characters. Each of them is an article as well: it holds a word.
"""

from collections.abc import Callable, Iterator
from itertools import chain, count, cycle

NastyText = Callable[[int], str]
"""Gives the text of about so many characters."""

_OPENING = "Mayor Ruth Abel opened the Salem bridge on Monday."
_GIVEN = ("Ruth", "John", "Mary", "Peter", "Anna", "David", "Laura", "James", "Helen", "Martin")
_SYLLABLES = ("ba", "do", "fi", "gu", "ke", "lo", "mi", "nu", "pa", "ro", "si", "tu", "va", "wo", "za", "che")


def _cut(pieces: Iterator[str], size: int) -> str:
    """The first pieces, cut to a length."""
    found, length = [], 0
    for piece in pieces:
        found.append(piece)
        length += len(piece)
        if length >= size:
            break
    return "".join(found)[:size]


def _repeated(piece: str, before: str = f"{_OPENING} ", after: str = "") -> NastyText:
    """A text that says one thing over and over."""

    def text(size: int) -> str:
        return before + _cut(cycle([piece]), max(size - len(before) - len(after), 1)) + after

    return text


def _numbered(piece: Callable[[int], str], before: str = f"{_OPENING} ") -> NastyText:
    """A text whose pieces all differ."""

    def text(size: int) -> str:
        return before + _cut(map(piece, count(1)), max(size - len(before), 1))

    return text


def _surname(number: int) -> str:
    """A surname for each number, no two the same."""
    said = ""
    while number:
        number, place = divmod(number, len(_SYLLABLES))
        said += _SYLLABLES[place]
    return f"{said}n".capitalize()


def _person(number: int) -> str:
    return f"{_GIVEN[number % len(_GIVEN)]} {_surname(number)}"


def _mixed(*names: str) -> NastyText:
    """A text that is nasty in several ways, one part after the other."""

    def text(size: int) -> str:
        return "\n\n".join(NASTY_TEXTS[name](size // len(names)) for name in names)

    return text


def _interleaved(size: int) -> str:
    """Many small paragraphs, each nasty in another way."""
    kinds = [text(150) for name, text in NASTY_TEXTS.items() if not name.startswith("mixed")]
    return _cut(chain.from_iterable((one, "\n\n") for one in cycle(kinds)), size)


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIX", "XX")

NASTY_TEXTS: dict[str, NastyText] = {
    # figures
    "distinct figures": _numbered(lambda n: f"They counted {n * 7 + 11:,} eels. "),
    "distinct figures in one sentence": _numbered(lambda n: f"{n * 7 + 11} eels, "),
    "bare figures": _numbered(lambda n: f"{n * 7 + 11} "),
    "distinct counts of distinct things": _numbered(lambda n: f"They counted {n + 40} {_surname(n).lower()}s there. "),
    "the same figure": _repeated("They counted 3,412 eels. "),
    "figures that add up": _numbered(lambda n: f"The town has {n} old and {n + 1} new bridges, {2 * n + 1} in all. "),
    "figures that change": _numbered(lambda n: f"The number of eels rose from {n * 3} to {n * 5} in the year. "),
    "digits without blanks": _repeated("1,"),
    "one giant number": _repeated("7"),
    "ranges": _repeated("1-2-3-4-"),
    "number words": _repeated("one hundred and twenty thousand "),
    "currency signs": _repeated("$"),
    "amounts of money": _numbered(lambda n: f"The bridge cost ${n}.5 million and €{n},000. "),
    "percent signs": _repeated("%"),
    "percentages": _numbered(lambda n: f"{n % 97}.{n} percent of voters stayed at home. "),
    "groups of digits": _repeated("111 ", after="1"),
    "groups of digits parted by apostrophes": _repeated("111'", after="1"),
    "groups of digits parted by points": _repeated("1.", after="1,5"),
    "years in a row": _repeated("1234, "),
    "lengths in inches": _repeated('5" '),
    "pounds": _repeated("5 pounds "),
    "twenty-firsts": _repeated("two thirds of three hundredths "),
    "dates": _numbered(lambda n: f"On May {n % 28 + 1}, {1800 + n % 200}, the bridge was closed. "),
    "descriptions of one thing": _repeated("He said the company owned it. "),
    "ordinals": _numbered(lambda n: f"the {n}th, "),
    "Roman numerals": _numbered(lambda n: f"{_ROMAN[n % len(_ROMAN)]} "),
    "fractions": _repeated("1/2/3/4 half a quarter of a half of "),
    "hedges": _repeated("about nearly more than at least up to 5 or so or more "),
    "minus signs": _repeated("- minus -"),
    # white space
    "blanks": _repeated(" ", after=" end"),
    "tabs": _repeated("\t", after=" end"),
    "line breaks": _repeated("\n", after="end"),
    "line breaks and blanks": _repeated(" \n", after="end"),
    "carriage returns": _repeated("\r", after="end"),
    "hard blanks": _repeated("\u00a0", after=" end"),
    "words parted by many blanks": _repeated("bridge" + " " * 40),
    "short lines": _repeated("the bridge\n"),
    # marks
    "dots": _repeated(".", after=" end"),
    "ellipses": _repeated("… "),
    "exclamation marks": _repeated("!?"),
    "commas": _repeated(", "),
    "semicolons": _repeated("; "),
    "hyphens": _repeated("-"),
    "hyphenated words": _repeated("well-to-do-"),
    "dashes": _repeated("— "),
    "slashes": _repeated("and/or/"),
    "underscores": _repeated("_"),
    "one open curly quotation mark": _repeated("the bridge was closed and the town was cut off. ", before="“"),
    "one open straight quotation mark": _repeated("the bridge was closed and the town was cut off. ", before='"'),
    "one open single quotation mark": _repeated("the bridge was closed and the town was cut off. ", before="‘"),
    "open curly quotation marks": _repeated("“the bridge "),
    "open curly quotation marks alone": _repeated("“"),
    "closed curly quotation marks alone": _repeated("” "),
    "open straight quotation marks": _repeated('"the bridge '),
    "straight quotation marks alone": _repeated('"'),
    "open single quotation marks": _repeated("‘the bridge "),
    "single quotation marks alone": _repeated("'"),
    "nested quotation marks": lambda size: f"{_OPENING} " + "“a ‘b " * (size // 9) + "’ ”" * (size // 9),
    "apostrophes": _repeated("the town’s bridge’s cost’s "),
    "open brackets": _repeated("("),
    "open square brackets": _repeated("[the "),
    "closed brackets": _repeated(")"),
    "brackets around words": _repeated("(the bridge) "),
    "backticks": _repeated("``"),
    "angle quotation marks": _repeated("«the bridge» "),
    # quotations
    "quotations by one speaker": _numbered(lambda n: f"“We need bridge {n} in the town,” said Ruth Abel. "),
    "quotation paragraphs by one speaker": _numbered(
        lambda n: f"“We will never close {_surname(n)} bridge again,” Abel said.\n\n", "Ruth Abel is here.\n\n"
    ),
    "quotations by distinct speakers": _numbered(
        lambda n: f"“We will never close {_surname(n)} bridge again,” said {_person(n)}.\n\n"
    ),
    "quotations of pronouns": _numbered(lambda n: f"“We will never close {_surname(n)} bridge again,” he said.\n\n"),
    "a quotation of many paragraphs": _repeated("“We will never close the bridge in the town again.\n\n"),
    "turns without speakers": _numbered(lambda n: f"“Where is {_surname(n)} bridge in the town today?”\n\n"),
    "an endless quotation": lambda size: f"“{'We will not close the bridge. ' * (size // 29)}” said Ruth Abel.",
    "said": _repeated("said "),
    "said that": _repeated("she said that "),
    # names
    "initials": _repeated("J. "),
    "initials without blanks": _repeated("J."),
    "Ministry of": _repeated("Ministry of "),
    "capitalised words": _repeated("Bridge "),
    "distinct capitalised words": _numbered(lambda n: f"{_surname(n)} "),
    "all capitals": _repeated("THE BRIDGE WAS CLOSED AND "),
    "names": _numbered(lambda n: f"{_person(n)} met {_person(n + 1)} in town. "),
    "names with one surname": _numbered(lambda n: f"{_surname(n)} Abel met Mr. Abel in town. "),
    "names with one given name": _numbered(lambda n: f"Ruth {_surname(n)} met Ruth in the town. "),
    "names with middle initials": _numbered(lambda n: f"Ruth {chr(65 + n % 26)}. {_surname(n % 50)} met him. "),
    "one name": _repeated("Ruth Abel met Abel in the town. "),
    "aliases": _numbered(lambda n: f"Ruth Abel, known as {_surname(n)}, met Ms. Abel. "),
    "organisations": _numbered(lambda n: f"{_surname(n)} Bank sued {_surname(n)} and the {_surname(n)[0]}B. "),
    "acronyms": _numbered(lambda n: f"{_surname(n)[:4].upper()} met the people. "),
    "titles": _repeated("President Senator Mayor "),
    "titled names": _numbered(lambda n: f"Mayor {_surname(n)}, the town’s engineer, met Senator {_surname(n)}. "),
    "particles": _repeated("van der de la "),
    "demonyms": _repeated("French German Russian "),
    "calendar": _repeated("Monday May June "),
    "pronouns": _repeated("He told her that she had seen him with it. "),
    # words
    "one long sentence": _repeated("the old bridge of the town was closed by the mayor and "),
    "one long sentence of nouns": _repeated("bridge town mayor "),
    "adjectives": _repeated("old narrow "),
    "verbs": _repeated("closed "),
    "participles": _repeated("having been closed being opened "),
    "adverbs": _repeated("very quickly "),
    "prepositions": _repeated("of the town in "),
    "articles": _repeated("the "),
    "sentences of one word": _repeated("Yes. "),
    "distinct sentences of one word": _numbered(lambda n: f"{_surname(n)}. "),
    "abbreviations": _repeated("Mr. U.S. e.g. Inc. "),
    "conjunctions": _repeated("and but or "),
    "a list in a sentence": _repeated("eels, "),
    "a list of distinct things": _numbered(lambda n: f"{_surname(n).lower()}, "),
    "relative clauses": _repeated("the town that saw the bridge which "),
    "that": _repeated("that "),
    "one giant word": _repeated("bridge"),
    "giant words": _repeated("bridge" * 300 + " "),
    "distinct words": _numbered(lambda n: f"{_surname(n).lower()} "),
    "addresses": _numbered(lambda n: f"https://example.org/{n}?a=b&c=d#e "),
    "one giant address": _repeated("example.org/"),
    "one giant mail address": _repeated("a", after="@b.c"),
    "at signs": _repeated("@"),
    "mail addresses": _repeated("a@b.c "),
    # causes
    "because": _repeated("because "),
    "causes": _numbered(
        lambda n: f"The {_surname(n).lower()} bridge was closed because the {_surname(n)} river rose. "
    ),
    "the same cause": _repeated("The bridge was closed because the river rose. "),
    "causes in one sentence": _repeated("the bridge was closed because the river rose and "),
    "a chain of causes": _numbered(lambda n: f"The {_surname(n).lower()} led to the {_surname(n + 1).lower()}. "),
    "led to": _repeated("led to "),
    "due to": _repeated("due to the flood "),
    "if and so": _repeated("if so then so that if "),
    # scripts
    "combining accents": _repeated("e" + "\u0301" * 30 + " "),
    "one letter with many accents": _repeated("\u0301", before=f"{_OPENING} e"),
    "zero-width characters": _repeated("a\u200b\u200d"),
    "right-to-left text": _repeated("افتتح العمدة الجسر القديم. "),
    "direction marks": _repeated("\u202e\u2066a"),
    "emoji": _repeated("👩‍👩‍👧‍👦 "),
    "Chinese": _repeated("市长打开了旧桥。"),
    "Chinese without marks": _repeated("桥"),
    "Cyrillic": _repeated("Мэр открыл старый мост. "),
    "fullwidth digits": _repeated("１２３ "),
    "vulgar fractions": _repeated("½"),
    "sharp s": _repeated("ß İ "),
    # layout
    "headings": _numbered(lambda n: f"The {_surname(n)} Bridge\n\n"),
    "lists": _numbered(lambda n: f"- item {n} of the list\n"),
    "lists of one paragraph each": _numbered(lambda n: f"* item {n} of the list\n\n"),
    "tables": _numbered(lambda n: f"| {n} | bridge | {n * 3} |\n"),
    "the same paragraph": _repeated("The old bridge was closed on Monday, since the river had risen by 3 metres.\n\n"),
    "a long title": _repeated("The Bridge ", before="", after="\n\nThe bridge was closed."),
    "share lines": _repeated("Share this\n\n"),
    "more from": _repeated("more from ", before=f"{_OPENING}\n\nmore from ", after="\n\nThe bridge was closed."),
    "markup": _repeated("<p><b>the bridge</b>"),
    "open tags": _repeated("<"),
    "footnotes": _numbered(lambda n: f"the bridge[{n}] "),
    # mixes
    "mixed in turn": _mixed("distinct figures", "names", "causes", "quotations by distinct speakers"),
    "mixed marks": _repeated("“(a-b—'1,"),
    "mixed figures and names": _numbered(lambda n: f"{_person(n)} paid ${n} because of {n + 1} eels, "),
    "mixed everything": _interleaved,
}
