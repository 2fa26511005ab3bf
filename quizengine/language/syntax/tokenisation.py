"""Words, numbers and marks as the treebanks have them, by offsets.

Contractions are split ("do" "n't", "Ann" "'s", "can" "not"), hyphenated words too ("well" "-" "known") unless the
first part is a mere prefix ("co-operate"); numbers are separate from currencies, percent signs and units ("$" "5" "m").
Two modules read other units: `numbers.tokens` whole figures with their values, `names.mentions` the words of names.
Next: `quizengine.language.syntax.sentence`.
"""

import re
from collections.abc import Iterator

from quizengine.language.abbreviations import keeps_its_full_stop

_PREFIXES = "e|non|re|anti|co|pre|pro|mid|post|over|cross|ex|multi|counter|semi|sub|mini|micro|un|inter|intra|de|bi|tri"
"""Before a hyphen these are no words of their own; each stays whole in most of its places in the treebanks."""

_TOKEN = re.compile(
    rf"""(?x)
      https?://[^\s<>"”]*[\w/] | www\.[^\s<>"”]*[\w/] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | (?<!\w)[@\#][^\W\d]\w*
    | (?:[^\W\d_]\.){{2,}}(?!\w) | Ph\.D\.                          # U.S., a.m.
    | (?:US|AU?|C|CA|NZ|HK|S|NT)\$(?=\s?\d)                          # US$
    | \d+(?:-\d+){{2,}}(?![\w-]) | \d{{3}}-\d{{4}}(?![\w-])             # 2024-11-28, 713-853-3989
    | \d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)\b)? | (?<![\w.])\.\d+     # 10,000  3.5  9/11  20th  1990s  .45
    | (?i:{_PREFIXES})[-‑](?=[^\W\d_])[^\W\d_]+
    | [^\W\d_][^\W_]*(?:(?:[&’'_]|\.(?=[^\W\d_]{{2}}))(?=[^\W_])[^\W_]+)*(?:\.com|\.org)?   # o’clock, AT&T, CO2
    | \.{{2,}} | …+ | -{{2,}} | '' | `` | [!?]{{2,}} | [_=*~+<>]{{2,}} | [:;]-?[()DPp](?!\w) | \S
    """
)
_CLITIC = re.compile(
    r"(?i)(?<=\w)n[’']t\Z|(?<=\w)[’'](?:s|re|ve|ll|d|m)\Z|(?<=\Acan)not\Z|(?<=\Agon)na\Z|(?<=\Awan)na\Z|(?<=\Agot)ta\Z"
    r"|(?<=\A(?:do|wo|ca))nt\Z|(?<=\A(?:did|has|had|was))nt\Z|(?<=\A(?:does|have|were))nt\Z|(?<=\A(?:could|would))nt\Z|(?<=\A(?:should))nt\Z"
)
_PARTED = frozenset({"nt", "ot", "na", "ta"})
"""Endings of words that are split without an apostrophe."""
_NOT_WHITE = re.compile(r"\S")
_LONGEST = 100
"""Characters: a longer run without white space is cut, so that a token costs at most its length."""


def tokenise(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each word, number and mark of a sentence, in order."""
    at = start
    while (begin := _NOT_WHITE.search(text, at, end)) and (
        found := _TOKEN.match(text, begin.start(), min(end, begin.start() + _LONGEST))
    ):
        at = found.end()
        if at < end and text[at] == "." and keeps_its_full_stop(text[found.start() : at]):
            at += 1
        form = text[found.start() : at]
        clitic = _CLITIC.search(form) if form[-2:].lower() in _PARTED or "’" in form or "'" in form else None
        if clitic is None or not clitic.start():
            yield found.start(), at
        else:
            cut = found.start() + clitic.start()
            yield from ((found.start(), cut), (cut, at))
