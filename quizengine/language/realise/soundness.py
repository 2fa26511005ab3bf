"""Signs that generated words are bad English: a last check of a statement or question, whoever made it.

Each fault was tested on 980 questions that strict readers judged, and is only kept if it found at least five bad ones
for each good one, or only bad ones. Quoted words are not checked: leave them out.
"""

import re
from collections.abc import Iterator

from quizengine.language.numbers.currencies import BEFORE_A_FIGURE
from quizengine.language.numbers.hedges import WORDS_BEFORE
from quizengine.language.realise.cut_questions import CUT_QUESTIONS, YEAR
from quizengine.language.realise.surface_text import has_balanced_marks
from quizengine.language.realise.tree_faults import (
    DISAGREES,
    LENGTHS,
    has_a_verb_of_another_number,
    is_a_sentence,
    tree_faults,
)
from quizengine.language.syntax import trees
from quizengine.text.article import Article

_CONNECTIVES = r"""
And|But|So|Still|Instead|However|Moreover|Furthermore|Also|Then|Thus|Hence|Indeed|Meanwhile|Nevertheless|Nonetheless
|Therefore|Far|Even\ so|As\ for|As\ a\ result|As\ such|Likewise|Similarly|In\ return|In\ turn|In\ fact|In\ addition
|By\ contrast|In\ contrast|Interestingly|Notably|Rather|Besides|Otherwise|Conversely|While\ there|Accordingly
|Consequently|Subsequently|Afterwards?|Unfortunately|Fortunately|Not\ surprisingly|Surprisingly|Of\ course
|For\ example|For\ instance|That\ said|Even\ then|Until\ then|Since\ then|By\ then|On\ the\ other\ hand
"""
_PREPOSITIONS = "before|after|without|in|on|at|by|from|with|during|despite|since|of|to|for|until|under|even"
_SMALL_NUMBERS = r"\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CURRENCIES = "|".join(sorted(BEFORE_A_FIGURE))

MISREAD = "letters were read in the wrong encoding"
_FINITE = "did|do|does|was|were|is|are|has|have|had|will|would|can|could|should"
_AT_ONCE = "move|go|come|arrive|marry|die|begin|start|become|leave|return|win|found"
_BEGINS_A_CLAUSE = "that|which|who|whom|whose|when|where|while|because|if|although|and"
_MISREAD = re.compile(r"[a-z][ÃÂ]|[ÃÂ][a-z¡-¿]|â€|\ufffd")
SHOUTED = "a word in capitals is no name"
_SHOUTED = re.compile(r"\b(?:AS|THE|WITH|FROM|AFTER|WHEN|FOR) [A-Z][a-z]")
MISSPELT = "a letter is written three times"
_MISSPELT = re.compile(r"([a-hj-vx-z])\1\1")
"""Three times "i" is a number and three times "w" an address."""
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
    ("what it asks runs into another statement", re.compile(r"\b(?:do|does|did) [^“?]*\bhave and [a-z]+ed ")),
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
            rf"\bbetween (?:(?:early|late|mid) )?(?:\d{{1,2}} )?(?:(?:{_MONTHS})(?: \d{{1,2}},)?(?: {YEAR})?|{YEAR})"
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
        re.compile(rf"\b(?:did|does|do) (?:{_SMALL_NUMBERS}) (?:{LENGTHS}) (?:before|after|earlier|later|ago)\b"),
    ),
    (
        "a noun follows a year that a preposition goes with",
        re.compile(rf"\b(?:by|in|since|until) {YEAR} [a-z]{{4,}}\?"),
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
            rf"|\AIn {YEAR},? (?!to\b)[^,;]*\b(?:has|have) \w+ed\b"
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
    (
        "what is counted is joined to what is not",
        re.compile(
            rf"\b[Hh]ow (?:many|much)\b[^“?]*\bas well as\b|\b[Hh]ow (?:many|much) (?:(?!\b(?:{_FINITE})\b)[^,?])*"
            r"\band (?:the|an?|its|his|her|their) "
        ),
    ),
    ("a preposition has lost what is joined to the rest", re.compile(r"\b(?:by|with|from|of|to|for|in) as well as\b")),
    ("what an “and” joins to is lost", re.compile(r"\A[^“?]*\b(?:did|does|was|were|has|had) (?:and|or|but) [^?]*\?")),
    ("a full stop stands after a letter that shortens nothing", re.compile(r"(?<![\w.])[A-Z]\.\?|\b[IVX]+\. [a-z]")),
    ("it ends with a word that contrasts it", re.compile(r"\b(?:though|however|nevertheless|nonetheless)\?\Z")),
    ("it ends with a word that leads on", re.compile(r"\b(?:an?|the|and|or|its|his|her|their|whose)\?(?:\s|\Z)")),
    (
        "a statement is joined to a question",
        re.compile(
            rf"\A(?:(?!\b(?:{_BEGINS_A_CLAUSE})\b)[^“?])*\b[Hh]ow many [a-z](?:(?!\b(?:{_BEGINS_A_CLAUSE})\b)[^“?])*"
            rf"\b(?:{_FINITE}) (?:(?!\b(?:{_BEGINS_A_CLAUSE})\b)[^“?])* and (?:[a-z]+ ){{1,3}}(?:{_FINITE}) "
        ),
    ),
    (
        "two amounts are joined, and one is asked",
        re.compile(r"\A[^“?]*\b[Hh]ow much\b[^“?]*\band\b[^“?]*[$£€]\d"),
    ),
    (
        "a time stands beside what is no time",
        re.compile(
            r"[^\W\d], the (?:[\w-]+ ){0,2}(?:year|day|month|week|decade|century|date|anniversary|season)"
            r" (?:of|when|that|after|before)\b[^,?]*\?\Z"
        ),
    ),
    (
        "what happens at once is asked until when",
        re.compile(rf"\AUntil which year did\b[^?]*?\b(?:{_AT_ONCE})\b"),
    ),
    (
        "it ends with a preposition behind somebody else",
        re.compile(r"\bby (?:[A-Z][\w.’'-]* )+(?:into|to|of|from|with|for|in|at|on)\?"),
    ),
    (SHOUTED, _SHOUTED),
    (MISSPELT, _MISSPELT),
    ("a sign stands where the name of a unit belongs", re.compile(r"\b[Hh]ow many [°%′″]")),
    ("“a” stands before letters that are spelt with a vowel", re.compile(r"\ba “?[FHLMNRSX][BCDFGHJKLMNPQRSTVWXZ]+\b")),
)
_IN_QUOTATIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (SHOUTED, _SHOUTED),
    (MISSPELT, _MISSPELT),
    (
        "two sentences run into one",
        re.compile(r"[a-z](?:,| [–—-]) (?:But|And|So|We|They|He|She|It|The|This|That|There|You) [a-z]"),
    ),
    (
        "the name of a currency stands before its figure",
        re.compile(rf"(?<!\bof )(?<!\bin )(?<!\d )(?<!illion )(?<!bn )\b(?i:{_CURRENCIES}) \d"),
    ),
    ("it begins with a word that joins it to another sentence", re.compile(r"\A(?:But|And|Or) [a-z]")),
    (
        "what a “to” led to is told elsewhere",
        re.compile(r"\b(?:about|able|trying|going) to,? (?:for|but|because|and)\b"),
    ),
)
_COUNTS_FROM_ANOTHER = re.compile(
    r"\A(?:(?:an?|the) )?(?:later|earlier|previous|subsequent|next|following|same|other|another|latter|fellow)\b"
)
_LEADS_ON = re.compile(r"\b(?:who|whom|whose|which|that|and|or|an?|the|of|in|for|with|by|from|to)\Z")
_OPENING = re.compile(r"(?:(?<=[\s(—–-])|\A)‘(?!(?:em|tis|twas|cause|til|n)\b|\d)(?=\w)")
_CLOSING = re.compile(r"’(?!\w)")
_SOURCE = re.compile(r"\bAccording to ([^,]+), (.*)", re.DOTALL)


def language_faults(words: Article) -> Iterator[str]:
    """Yield what is wrong with some made words, each in a clause; nothing if no fault is found.

    Words in quotation marks other than English ones are taken for another language, in which none of this holds.
    """
    text = " ".join(words.text.split())
    if re.search("[«»„]", text):
        return
    yield from (fault for fault, pattern in (*_IN_WORDS, *CUT_QUESTIONS) if pattern.search(text))
    if not has_balanced_marks(text) or text.count("''") % 2 or text.count("``") % 2:
        yield "a quotation mark or a bracket has no partner"
    source = _SOURCE.search(text)
    if source is not None and source[1] in source[2]:
        yield "it names its source as if somebody else were"
    for tree in trees(words):
        yield from tree_faults(tree)


def quotation_faults(words: Article) -> Iterator[str]:
    """Yield what a teacher would mend in some quoted words, each in a clause: whoever said them, students read them."""
    yield from (fault for fault, pattern in _IN_QUOTATIONS if pattern.search(words.text))
    if any(map(has_a_verb_of_another_number, trees(words))):
        yield DISAGREES


def description_faults(words: Article) -> Iterator[str]:
    """Yield what is wrong with words that are quoted because they describe somebody or something."""
    if _LEADS_ON.search(words.text):
        yield "a description breaks off"
    if _COUNTS_FROM_ANOTHER.search(words.text):
        yield "a description counts from somebody else"
    if any(map(is_a_sentence, trees(words))):
        yield "a sentence is taken for a description"


def leaves_a_quotation_open(quoted: str) -> bool:
    """Return whether a ‘ in some quoted words is never closed: “talk about, ‘What can I do?”."""
    return len(_OPENING.findall(quoted)) > len(_CLOSING.findall(quoted))


def is_misread(text: str) -> bool:
    """Return whether letters of a text were read in the wrong encoding: "RaÃol" for "Raúl"."""
    return _MISREAD.search(text) is not None
