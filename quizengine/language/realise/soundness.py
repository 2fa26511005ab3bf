"""Signs that generated words are bad English: a last check of a statement or question, whoever made it.

Each fault was tested on 759 questions that strict readers judged, and is only kept if it found at least five bad ones
for each good one, or only bad ones. Quoted words are not checked: leave them out.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from quizengine.language.numbers.currencies import BEFORE_A_FIGURE
from quizengine.language.numbers.hedges import WORDS_BEFORE
from quizengine.language.realise.surface_text import has_balanced_marks
from quizengine.language.syntax import WH_PRONOUNS, WH_WORDS, Tree, is_a, trees
from quizengine.language.word_lists import word_set
from quizengine.text.article import Article

_CONNECTIVES = r"""
And|But|So|Still|Instead|However|Moreover|Furthermore|Also|Then|Thus|Hence|Indeed|Meanwhile|Nevertheless|Nonetheless
|Therefore|Far|Even\ so|As\ for|As\ a\ result|As\ such|Likewise|Similarly|In\ return|In\ turn|In\ fact|In\ addition
|By\ contrast|In\ contrast|Interestingly|Notably|Rather|Besides|Otherwise|Conversely|While\ there|Accordingly
|Consequently|Subsequently|Afterwards?|Unfortunately|Fortunately|Not\ surprisingly|Surprisingly|Of\ course
|For\ example|For\ instance|That\ said|Even\ then|Until\ then|Since\ then|By\ then|On\ the\ other\ hand
"""
_PREPOSITIONS = "before|after|without|in|on|at|by|from|with|during|despite|since|of|to|for|until|under|even"
_LENGTHS = "days?|weeks?|months?|years?|hours?|minutes?|decades?"
_SMALL_NUMBERS = r"\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten"
_YEAR = r"(?:1\d{3}|20\d{2})"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CURRENCIES = "|".join(sorted(BEFORE_A_FIGURE))

MISREAD = "letters were read in the wrong encoding"
_MISREAD = re.compile(r"[a-z][ÃÂ]|[ÃÂ][a-z¡-¿]|â€|\ufffd")
_IN_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "it begins with a word that joins it to another sentence",
        re.compile(rf"\A(?:{_CONNECTIVES})\b(?!\ (?:than|as|far|for|of|to|with|long|many|much)\b)", re.VERBOSE),
    ),
    (
        "a word inside joins it to another sentence",
        re.compile(
            r", (?:though|however|therefore|moreover|furthermore|instead|meanwhile|too|of course|in fact|in turn|indeed"
            r"|nevertheless|nonetheless|by contrast|in contrast|for example|for instance|as well|after all)[,.?]"
        ),
    ),
    (
        "a caption or a heading runs into it",
        re.compile(r"[a-z,] (?:The|An?|His|Her|Its|In|Is|On|At|For|Of|With|Has|Was|Who|And) [a-z]"),
    ),
    ("it asks with a “but” inside", re.compile(r"\A(?:How|Who|What|Which|In which)\b[^“]*, but [^“]*\?")),
    ("it says when somebody was born by another time", re.compile(r"\bborn when\b")),
    ("a gap may be filled with either “a” or “an”", re.compile(r"\ba\(n\)")),
    (
        "it points to what was said before",
        re.compile(
            r"\b(?:that|this|so)\?\Z|\b(?:just|exactly|precisely) (?:that|this)\b"
            r"|\b(?:something|anything) (?:similar|like (?:that|it|this))\b(?! to\b)"
            r"|\b(?:do|does|did|done|doing|say|said) the same(?: thing)?\b(?! (?:as|to|for|that|when)\b)"
            r"|\b[Ss]uch an? (?!.*\b(?:that|as)\b)"
        ),
    ),
    (
        "a span of time has a beginning and no end",
        re.compile(
            rf"\bbetween (?:(?:early|late|mid) )?(?:\d{{1,2}} )?(?:(?:{_MONTHS})(?: \d{{1,2}},)?(?: {_YEAR})?|{_YEAR})"
            r"(?!\w| and\b| or\b|,? \d)"
        ),
    ),
    (
        "its predicate is told elsewhere",
        re.compile(r"\b(?:does|do|did|is|are|was|were|has|have|had|will|would|can|could|should) not\?\Z"),
    ),
    (
        "a noun has no article",
        re.compile(
            r"\b(?:after|before|during|in|with|at|on) \d+-(?:minute|hour|day|week|month|year|mile|point) [a-z]+(?<!s)\b"
        ),
    ),
    (
        "a preposition stands where its subject belongs",
        re.compile(
            rf"\A(?:(?!\b(?:did|does|do)\b).)*\b(?:did|does|(?<!\bto )do) (?:{_PREPOSITIONS})\b"
            r"|\A[^“?]*\b(?:has|have|had) of\b",
            re.DOTALL,
        ),
    ),
    (
        "a relative pronoun stands where its subject belongs",
        re.compile(
            r"\A[^“?]*\b(?:(?:did|does|do) (?:who|whom|which|whose)|(?:was|were|is|are|has|have|had) whose)\b[^“?]*\?"
        ),
    ),
    (
        "a length of time stands where its subject belongs",
        re.compile(rf"\b(?:did|does|do) (?:{_SMALL_NUMBERS}) (?:{_LENGTHS}) (?:before|after|earlier|later|ago)\b"),
    ),
    (
        "a noun follows a year that a preposition goes with",
        re.compile(rf"\b(?:by|in|since|until) {_YEAR} [a-z]{{4,}}\?"),
    ),
    ("it asks since when something had been so, and not until when", re.compile(r"\A(?:Since|Until) which year had\b")),
    (
        "what the time was needed for is told elsewhere",
        re.compile(r"\bhow (?:many \w+|long) did it take(?: (?!to\b)\S+){0,3}\?\Z"),
    ),
    (
        "somebody or something that it is about is not named",
        re.compile(r"\b(?:something|someone|somebody) (?:was|is|were|had|has) \w"),
    ),
    ("it adds to what was said before", re.compile(r"\b(?:as well|too)(?:\?|\.?”)")),
    (
        "an aside hangs at its end",
        re.compile(
            rf", (?:{'|'.join(sorted(WORDS_BEFORE))}|(?:more|fewer|less) than|or) (?:[\w-]+ ){{0,4}}[\w-]+\?\Z"
            r"|, (?:through|despite|amid) [^,]*\?\Z"
        ),
    ),
    ("two marks stand side by side", re.compile(r"[,;:]\s*[,;]|,\s*[.?](?!\.)")),
    (
        "what happened in a year is told as if it lasted",
        re.compile(
            r"\A(?:In (?:which year|how many years)|At what age) (?:has|have)\b"
            rf"|\AIn {_YEAR},? (?!to\b)[^,;]*\b(?:has|have) \w+ed\b"
        ),
    ),
    (
        "the name of a currency stands before its figure",
        re.compile(rf"(?<!\bof )(?<!\bin )\b(?i:{_CURRENCIES}) (?:_____|\d[\d,.]* ?(?:m|bn|[mb]illion)\b|\d+\.\d\d\b)"),
    ),
    (MISREAD, _MISREAD),
    (
        "a name is stressed beside nothing",
        re.compile(r"\A(?:[A-Z]\S+ )+(?:himself|herself|itself|themselves) (?:had|has|was|is|did)\b"),
    ),
    ("what is past is asked as if it were to come", re.compile(r"\AIn which year will\b")),
    ("a single letter stands for a name", re.compile(r"\b(?:was|were|did|has|had) [B-HJ-Z] (?=[a-z])")),
    ("a phrase of another sentence leads in", re.compile(r"\AFor [^,?]*[’'] ?s? [a-z]+, (?:which|who|whom|what)\b")),
    ("“a” stands before letters that are spelt with a vowel", re.compile(r"\ba “?[FHLMNRSX][BCDFGHJKLMNPQRSTVWXZ]+\b")),
)
_OPENING = re.compile(r"(?:(?<=[\s(—–-])|\A)‘(?!(?:em|tis|twas|cause|til|n)\b|\d)(?=\w)")
_CLOSING = re.compile(r"’(?!\w)")
_SOURCE = re.compile(r"\bAccording to ([^,]+), (.*)", re.DOTALL)
_ANCHORS = word_set(
    """
    by before when until till after since already because once as than while although though if whereas who which whose
    that where whom
    """
)
"""Words with which "had sunk" is before something else, or in a clause of its own."""
_DURATION = re.compile(rf"\b[Ff]or (?:about )?how (?:many (?:{_LENGTHS})|long)\b")
_MAY_TELL = frozenset({"VERB", "AUX"})
"""Tags of words that may be the verb of a clause. So may what is tagged as a plural ("pries"), or is in marks."""
_LAST = 2
"""Tokens from the end to the last word before a question mark."""
_RUN_IN = frozenset({"with", "by", "at", "around", "to", "of", "from", "on", "in", "for"})


def language_faults(words: Article) -> Iterator[str]:
    """Yield what is wrong with some made words, each in a clause; nothing if no fault is found.

    Words in quotation marks other than English ones are taken for another language, in which none of this holds.
    """
    text = " ".join(words.text.split())
    if re.search("[«»„]", text):
        return
    yield from (fault for fault, pattern in _IN_WORDS if pattern.search(text))
    if not has_balanced_marks(text) or text.count("''") % 2 or text.count("``") % 2:
        yield "a quotation mark or a bracket has no partner"
    source = _SOURCE.search(text)
    if source is not None and source[1] in source[2]:
        yield "it names its source as if somebody else were"
    for tree in trees(words):
        yield from (fault for fault, holds in _IN_TREES if holds(tree))


def leaves_a_quotation_open(quoted: str) -> bool:
    """Return whether a ‘ in some quoted words is never closed: “talk about, ‘What can I do?”."""
    return len(_OPENING.findall(quoted)) > len(_CLOSING.findall(quoted))


def is_misread(text: str) -> bool:
    """Return whether letters of a text were read in the wrong encoding: "RaÃol" for "Raúl"."""
    return _MISREAD.search(text) is not None


def _names_twice(tree: Tree) -> bool:
    """Return whether a name of several words occurs twice, so that one was put in for a "his" that was clear."""
    tokens, names = tree.tokens, Counter[str]()
    for proper, run in groupby(range(len(tokens)), lambda at: tokens[at].upos == "PROPN"):
        own = list(run)
        if proper and len(own) > 1 and not is_a(tokens[own[-1]].relation, "compound"):
            names[" ".join(tokens[each].form for each in own)] += 1
    return max(names.values(), default=0) > 1


def _leaves_a_clause_without_a_verb(tree: Tree) -> bool:
    """Return whether a "that" or "which" within a sentence begins nothing: "a state in which power?"."""
    tags = [token.xpos for token in tree.tokens]
    first = next((at for at, tag in enumerate(tags) if tag in WH_WORDS), len(tags))
    for at, token in enumerate(tree.tokens):
        that = tags[at] == "IN" and token.form.lower() == "that"
        relative = tags[at] in WH_PRONOUNS and at > first
        behind = tree.tokens[at + 1 :]
        told = any(each.upos in _MAY_TELL or each.xpos == "NNS" or each.form == "“" for each in behind)
        if (that or relative) and not told:
            return True
    return False


def _parts_verb_and_subject(tree: Tree) -> bool:
    """Return whether one comma alone is between "did", its subject and its verb: "did the blast at Orra, kill"."""
    forms = [token.form.lower() for token in tree.tokens]
    helper = next((at for at, form in enumerate(forms) if form in ("did", "does", "do")), None)
    if helper is None or forms[-1] != "?":
        return False
    verb = next((at for at in range(helper + 2, len(forms)) if tree.tokens[at].xpos == "VB"), None)
    return verb is not None and forms[verb - 1] == "," and "," not in forms[helper : verb - 1]


def _strands_a_preposition(tree: Tree) -> bool:
    """Return whether a question ends with a preposition after a noun: "did Moss lead by ten points with?"."""
    tokens = tree.tokens
    if len(tokens) <= _LAST + 1 or tokens[-1].form != "?" or tokens[-_LAST].form.lower() not in _RUN_IN:
        return False
    helper = next((token.form.lower() for token in tokens if token.form.lower() in ("did", "does", "do")), "")
    return bool(helper) and tokens[-_LAST].upos == "ADP" and tokens[-_LAST - 1].upos in ("NOUN", "PROPN")


def _breaks_off_behind_an_adjective(tree: Tree) -> bool:
    """True if a question ends with a preposition and an adjective that its noun is missing from: "made of dead?"."""
    ends = tree.tokens[-_LAST - 1 :]
    if len(ends) <= _LAST or ends[-1].form != "?":
        return False
    return ends[0].upos == "ADP" and ends[1].xpos == "JJ" and ends[1].form.islower()


def _stands_before_nothing(tree: Tree) -> bool:
    """Return whether the main clause says "had sunk" and nothing that this was before."""
    tokens = tree.tokens
    had = next((at for at, token in enumerate(tokens) if token.form.lower() == "had"), None)
    if had is None or _DURATION.search(tree.sentence.span.text):
        return False
    asks = tokens[-1].form == "?" and tokens[0].xpos in ("WRB", "WP", "WDT", "IN")
    perfect = had in tree.dependents(tree.root, "aux") or (asks and any(each.xpos == "VBN" for each in tokens[had:]))
    return perfect and not {token.form.lower() for token in tokens} & _ANCHORS


def _points_to_a_place(tree: Tree) -> bool:
    """True if a "there" or "here" has no place before it: "did Ada Moss die there of pneumonia?"."""
    tokens = tree.tokens
    at = next((at for at, token in enumerate(tokens) if token.form in ("there", "here") and token.upos == "ADV"), None)
    if at is None or (at and tokens[at - 1].lemma == "be"):  # "how many wheels are there"
        return False
    return not any(one.upos == "ADP" and other.upos == "PROPN" for one, other in pairwise(tokens[:at]))


_IN_TREES: tuple[tuple[str, Callable[[Tree], bool]], ...] = (
    ("it names somebody twice in full", _names_twice),
    ("a clause in it has no verb", _leaves_a_clause_without_a_verb),
    ("a comma parts its verb from its subject", _parts_verb_and_subject),
    ("it ends with a preposition that nothing goes with", _strands_a_preposition),
    ("it breaks off behind an adjective", _breaks_off_behind_an_adjective),
    ("“had” stands before no time and no event", _stands_before_nothing),
    ("it points to a place that it does not name", _points_to_a_place),
)
"""Faults that show only in the tree of a sentence."""
