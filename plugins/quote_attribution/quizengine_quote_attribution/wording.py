"""The words of a quotation as English prints them inside one pair of marks, whatever the article has."""

import re
from itertools import pairwise

from quizengine import Span
from quizengine.language.word_lists import listed

_GOES_ON = re.compile(r"(?:because|that|if|when|unless|until)\b(?P<rest>[^.?!]*)")
_LEADS_IN = listed("in on at for by after before during with without now then today yesterday so and but well however")
_LAST_SENTENCE = re.compile(r"[^.?!]*\Z")
_ELIDED = re.compile(r"\d|(?:em|til|tis|twas|cause|bout|round|n)\b")
_MARK = re.compile(r"''|``|’’|[\"'“”]")
_CLOSING = re.compile(r"(?<!s)’(?!\w)|s’(?! [a-z])")
_BEFORE_AN_OPENING = " \u00a0([—–-/‘"


def joined(pieces: tuple[Span, ...]) -> str:
    """The pieces of a quotation in one line, without the comma that only the cue between two of them asked for.

    “It kept running,” she said, “because nobody stopped it.”: no comma belongs before "because". Where another clause
    follows (“Make no mistake,” he said, “if they come, we fight”), the comma parts the clauses, and stays.
    """
    text = pieces[0].text
    for earlier, piece in pairwise(pieces):
        if piece.paragraph == earlier.paragraph and text.endswith(",") and _needs_no_comma(text[:-1], piece.text):
            text = text[:-1]
        text = f"{text} {piece.text}"
    return " ".join(text.split())


def _needs_no_comma(before: str, after: str) -> bool:
    clause = _GOES_ON.match(after)
    sentence = _LAST_SENTENCE.search(before)
    leading = sentence[0].split() if sentence else []
    if clause is None or len(leading) < 2 or leading[0].casefold() in _LEADS_IN:
        return False
    return not re.search(r"[,;:—–]", clause["rest"].rstrip(", "))


def in_single_marks(text: str) -> str:
    """The words with single curly marks for every mark inside them: what is quoted in “…” stands in ‘…’.

    A first mark that is never closed, or a last one that was never opened, goes: the other half was left out.
    """
    words = _MARK.sub(lambda mark: _single(text, mark), text)
    if words.startswith("‘") and not _CLOSING.search(words):
        words = words[1:]
    return words[:-1] if words.endswith("’") and "‘" not in words and not words.endswith("s’") else words


def _single(text: str, mark: re.Match[str]) -> str:
    before, after = text[: mark.start()][-1:], text[mark.end() :]
    if mark[0] in ('"', "'") and before.isdigit():
        return mark[0] if re.match(r"[\d\"']|\Z|\s", after) else "’"
    if mark[0] in ("“", "``"):
        return "‘"
    opens = not before or before in _BEFORE_AN_OPENING
    if mark[0] in ('"', "''"):
        return "‘" if opens else "’"
    return "‘" if mark[0] == "'" and opens and not _ELIDED.match(after) else "’"


def with_full_stop(text: str) -> str:
    """The words with a full stop, where no mark ends them."""
    return text if text.rstrip("’”)").endswith((".", "?", "!", "…")) else f"{text}."
