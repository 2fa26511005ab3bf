"""A quotation as a question shows it: the words said, cut at sentence borders only, in one pair of marks."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import dropwhile

from quizengine import Article, Span, per_article
from quizengine.language.folding import folded
from quizengine.language.sentences import sentences_inside
from quizengine.language.word_lists import listed
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.wording import in_single_marks, joined

_POSSESSIVE = re.compile(r"[’']s?(?!\w)")
_HANDLE = re.compile(r"(?<=[a-z])(?=[A-Z])|@")
"""Where the names in "@RuthAbel" part."""
_FILLER = re.compile(r"(?i)(?:thank(?:s| you)|good (?:morning|evening|night)|welcome|i (?:dis)?agree|no comment)\b")
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d,.]*")
_SAYS_LITTLE = listed(
    """
    a about after again all also always am an and any anybody anyone anything are as ask at back bad be because
    been before being better big both but by call can can't cannot come could course day did didn't do does
    doesn't doing don't done down each else even ever every everybody everyone everything feel few find first for
    from get give go goes going gone gonna good got great guy guys had happen happened happening happens happy
    hard has have haven't having he he'll he's hear her here here's him his honestly how i i'd i'll i'm i've if in
    into is isn't it it'll it's its itself just keep kind knew know known let let's like little look lot lots made
    make many may maybe me mean might more most much must my myself need never new next no nobody none not nothing
    now of off oh ok okay on once one only or other our out over own people put quite rather ready really right
    said same saw say saying says see seem seen shall she she's should so some somebody someone something
    sometimes sorry still stuff such sure take talk talking tell than thank thanks that that's the their them then
    there there's these they they'll they're they've thing things think this those though thought time to today
    together told too totally tried true truly try trying two until up us use used very want wanted wants was
    wasn't way we we'd we'll we're we've well went were weren't what what's when where which while who who's why
    will wish with without won't word words work worked works would wouldn't yes yet you you'd you'll you're
    you've your actually
    """
)
_POINTS_BACK = listed("that that's this these those")
_LEANS_BACK = listed("that this those these he she it they his her their its him them and but so then there")
_LEADS_IN = re.compile(r"(?:(?:And|But|Well),?|So,? (?=(?:I|you|we|they|he|she|it|for|the|if|when)\b)|So,) ?(?=\w)")
"""What links a quotation to what was said before it, and says nothing itself."""
FEWEST_WORDS = 5
MOST_WORDS = 40
_MOST_CHARACTERS = 2_000
"""More than MOST_WORDS words have; of what is longer only the first sentences are looked at."""
_SAME = 20
"""So many characters tell whether two texts begin or end alike."""
CUT = "[…]"
"""What stands for the sentences that are left out at the end."""


def shown(quotation: Quotation) -> str:
    """The words without marks around them, with single marks inside them; empty when they cannot be shown.

    5 to 40 words: the whole quotation, or as many of its sentences from the start as fit, with a mark for the rest.
    """
    known = _known(quotation.speaker.article)
    place = tuple((piece.start, piece.end) for piece in quotation.quote)
    if place not in known:
        known[place] = _shown(quotation)
    return known[place]


@per_article
def _known(article: Article) -> dict[tuple[tuple[int, int], ...], str]:
    """Filled by `shown`."""
    return {}


def _shown(quotation: Quotation) -> str:
    is_long = sum(piece.end - piece.start for piece in quotation.quote) > _MOST_CHARACTERS
    whole = "" if is_long else _tidy(joined(quotation.quote))
    if not is_long and len(whole.split()) <= MOST_WORDS:
        return whole if len(whole.split()) >= FEWEST_WORDS else ""
    sentences = _sentences(quotation.quote)
    if sentences and len(sentences[0].text.split()) > MOST_WORDS:
        sentences = list(dropwhile(_cannot_begin, sentences))
    kept = ""
    for sentence in sentences:
        longer = f"{kept} {sentence.text}".strip()
        if len(longer.split()) > MOST_WORDS:
            break
        kept = longer
    if len(kept.split()) < FEWEST_WORDS:
        return ""
    before = "" if quotation.quote[0].text.startswith(kept[:_SAME]) else f"{CUT} "
    ends = " ".join(quotation.quote[-1].text.split()).endswith(kept[-_SAME:])
    stop = "." if kept.endswith(".") else ""
    return f"{before}{_tidy(kept)}" if ends else f"{before}{_tidy(kept).removesuffix('.')}{stop} {CUT}"


def _cannot_begin(sentence: Span) -> bool:
    """Whether a sentence is too long, or begins with a word that points at the one before it."""
    first = re.match(r"\W*([\w’']+)", sentence.text)
    return len(sentence.text.split()) > MOST_WORDS or bool(first and first[1].lower().split("’")[0] in _LEANS_BACK)


def says_too_little(text: str) -> bool:
    """Whether so few of its words carry sense that nobody could tell by whom it is: “Well, let me put it this way”.

    Three words that carry sense are enough in ten words, four in twenty and five in more; five, too, when the first
    word points at something said before ("He", "That’s"). Thanks and greetings say nothing.
    """
    if _FILLER.match(text):
        return True
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    carrying = {word for word in words if word not in _SAYS_LITTLE}
    leading = next((word for word in words if word not in ("and", "but", "so", "well", "because")), "")
    return len(carrying) < (5 if leading in _POINTS_BACK else min(5, 3 + (len(text.split()) - 1) // 10))


def sentence_count(quotation: Quotation) -> int:
    """How many sentences it has."""
    return len(_sentences(quotation.quote))


def spoken_by_name(text: str, name: str) -> bool:
    """Whether words hold a part of a name that is long enough to give it away."""
    words, parts = _folded_words(text), folded(name).split()
    return any(part in words for part in parts if len(part) > 2 or len(parts) < 3)


@lru_cache(maxsize=256)  # one text is held against many names
def _folded_words(text: str) -> frozenset[str]:
    apart = _HANDLE.sub(" ", _POSSESSIVE.sub("", text))
    return frozenset([*folded(text).split(), *folded(apart).split()])


def _sentences(pieces: tuple[Span, ...]) -> list[Span]:
    """The whole sentences of a quotation; a sentence that a cue stands inside of ends the list."""
    found: list[Span] = []
    for number, piece in enumerate(pieces):
        if number and piece.paragraph == pieces[number - 1].paragraph:
            break
        parted = _sentences_of(piece)
        found += [piece.article.span(max(one.start, piece.start), min(one.end, piece.end)) for one in parted]
    return found if len(pieces) == 1 or not found or found[-1].text.endswith((".", "?", "!")) else found[:-1]


def _sentences_of(piece: Span) -> tuple[Span, ...]:
    """The sentences that a piece touches."""
    known = sentences_inside(piece.article)
    first = bisect_right(known, piece.start, key=lambda one: one.end)
    return known[first : bisect_left(known, piece.end, key=lambda one: one.start)]


def _tidy(text: str) -> str:
    """The words on one line from a capital on, without a full stop, or the comma that only the cue after them needs."""
    bare = re.sub(r"\s*[,—–-]+(?P<marks>[’”'\"]*)\Z", r"\g<marks>", " ".join(text.split()))
    bare = re.sub(r"(?<![.…A-Z])\.(?P<marks>[’”'\"]*)\Z", r"\g<marks>", bare)
    words = in_single_marks(_LEADS_IN.sub("", bare, count=1) if _LEADS_IN.match(bare) else bare)
    return words[0].upper() + words[1:] if words.split(" ", 1)[0].islower() else words
