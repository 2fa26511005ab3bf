"""The words of a quotation as English prints them inside one pair of marks, whatever the article has."""

import re
from itertools import pairwise

from quizengine import Span
from quizengine.language import FINITE_TAGS, tree_at, word_set

_GOES_ON = re.compile(
    r"(?:because|that|if|when|unless|until|of|than|to"
    r"|(?:is|are|was|were|has|had|will|would|can|could|should|may|might|must)\b(?! (?:I|you|he|she|it|we|they|there)\b)"
    r")\b(?P<rest>[^.?!]*)"
)
_LEADS_IN = word_set(
    "in on at for by after before during with without now then today yesterday so and but well however"
)
_OPENERS = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ"})
"""Parts of speech with a capital only where a sentence begins."""
_AFTER_FEET = re.compile(r"[\d\"']|\Z|\s")
_ELIDED = re.compile(r"\d|(?:em|til|tis|twas|cause|bout|round|n)\b")
_MARK = re.compile(r"''|``|’’|[\"'“”]")
_CLOSING = re.compile(r"(?<!s)’(?!\w)|s’(?! [a-z])")
_BEFORE_AN_OPENING = " \u00a0([—–-/‘"


def join_pieces(pieces: tuple[Span, ...]) -> str:
    """The pieces of a quotation in one line, without the comma that only the cue between two of them asked for.

    “It kept running,” she said, “because nobody stopped it.”: no comma belongs before "because", nor between a subject
    and its verb (“The truth,” she said, “is that nobody stopped it.”). Where another clause
    follows (“Make no mistake,” he said, “if they come, we fight”), the comma parts the clauses, and stays.
    """
    texts = [piece.text for piece in pieces]
    opening: list[str] = []
    for number, (earlier, piece) in enumerate(pairwise(pieces)):
        if is_parted(earlier, piece):
            texts[number] = re.sub(r",\Z", ".", texts[number])
        said = texts[number]
        rest = said[max(map(said.rfind, ".?!")) + 1 :]
        opening = [*([] if rest != said else opening), *rest.removesuffix(",").split()][:2]
        if piece.paragraph == earlier.paragraph and said.endswith(",") and _needs_no_comma(opening, piece.text):
            texts[number] = said[:-1]
    return " ".join(" ".join(texts).split())


def is_parted(earlier: Span, piece: Span) -> bool:
    """True if a sentence ends between two pieces, in the first or with the cue: “We row,” she said. “They sail.”.

    It ends with a comma where the next piece begins with a capital: “We row,” she said, “But they sail.”.
    """
    if earlier.text.rstrip("”’\"' ").endswith((".", "?", "!")):
        return True
    ended = re.search(r"\w\.\s*[“\"'‘`]+\Z", piece.article.text[earlier.end : piece.start]) is not None
    return ended or (_is_a_sentence(earlier) and _begins_sentence(piece))


def _is_a_sentence(piece: Span) -> bool:
    """Return whether a piece has a finite verb, and no "when" or "if" at its head."""
    tree = tree_at(piece)
    words = [tree.tokens[at] for at in tree.tokens_in(piece)] if tree else []
    return bool(words) and words[0].upos != "SCONJ" and any(word.xpos in FINITE_TAGS for word in words)


def _begins_sentence(piece: Span) -> bool:
    """Return whether a capital that is no name's and no title's begins a piece: "But they", and not "The Old Mill"."""
    tree = tree_at(piece)
    words = [tree.tokens[at] for at in tree.tokens_in(piece)[:2]] if tree else []
    if len(words) < 2 or not words[0].form[0].isupper() or words[0].form == "I":
        return False
    return words[0].upos in _OPENERS and (words[1].form[0].islower() or words[1].form == "I")


def _needs_no_comma(opening: list[str], after: str) -> bool:
    """True if a clause continues after the cue, from the first two words of its sentence and what follows the cue."""
    clause = _GOES_ON.match(after)
    if clause is None or len(opening) < 2 or opening[0].casefold() in _LEADS_IN:
        return False
    return not re.search(r"[,;:—–]", clause["rest"].rstrip(", "))


def in_single_marks(text: str) -> str:
    """The words with single curly marks for every mark inside them: what is quoted in “…” is in ‘…’.

    A first mark that is never closed, or a last one that was never opened, goes: the other half was left out.
    """
    words = _MARK.sub(lambda mark: _single(text, mark), text)
    if words.startswith("‘") and not _CLOSING.search(words):
        words = words[1:]
    return words[:-1] if words.endswith("’") and "‘" not in words and not words.endswith("s’") else words


def _single(text: str, mark: re.Match[str]) -> str:
    before, end = text[max(0, mark.start() - 1) : mark.start()], mark.end()
    if mark[0] in ('"', "'") and before.isdigit():
        return mark[0] if _AFTER_FEET.match(text, end) else "’"
    if mark[0] in ("“", "``"):
        return "‘"
    opens = not before or before in _BEFORE_AN_OPENING
    if mark[0] in ('"', "''"):
        return "‘" if opens else "’"
    return "‘" if mark[0] == "'" and opens and not _ELIDED.match(text, end) else "’"
