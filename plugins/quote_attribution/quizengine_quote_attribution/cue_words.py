"""The words around a quotation that say that somebody says it."""

import re

from quizengine.language.word_lists import listed

_REGULAR = listed(
    """
    acknowledge add address admit advise affirm agree allege allow announce answer argue ask assert assure bark
    beg blast blog bluster boast brag caution challenge charge claim clarify comment complain concede conclude
    confess confide confirm contend continue counter crack cry declare demand deny describe disclose dismiss
    elaborate email e-mail emphasize emphasise enthuse exclaim exhort explain exult fume gush grumble hint holler
    implore indicate inform insist instruct interject interrupt intone joke jot lament laugh maintain marvel
    mention muse mutter note object observe offer opine order plead pledge point post praise pray preach predict
    press proclaim profess promise pronounce propose protest query question quip rail reason recall recount
    reflect remark remember remind repeat reply report respond retort reveal roar scoff scold scream shout signal
    sigh snap sneer state stress suggest summarize summarise surmise tease testify theorize thunder tweet urge
    venture volunteer vow wail warn whisper wonder yell text message telegraph pen recite rejoin chide chime
    berate bemoan bellow lecture mock muse mourn narrate prophesy deadpan reiterate
    """
)
_IRREGULAR = listed(
    """
    say says said saying tell tells told telling write writes wrote written writing read reads reading speak
    speaks spoke sing sings sang singing put puts putting go goes went going shoot shot fire fired begin began
    begins beginning swear swore swears feel felt think thinks thought cite cites cited citing quote quotes quoted
    quoting
    """
)
_NOT_SPEECH = listed("feel felt think thinks thought go goes going shoot fire begin put puts read reading")
_SOMETIMES_NOT = listed(
    """
    read reads put puts went shot fired began begins go goes spoke quote quotes quoted quoting cite cites cited
    citing
    """
)
_DOUBLING = listed("admit brag beg pen jot quip chat")


def _forms(base: str) -> tuple[str, str, str]:
    """Present, past and participle of a regular verb."""
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base in _DOUBLING:
        return base + "s", base + base[-1] + "ed", base + base[-1] + "ing"
    ending = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
    return base + ending, base + "ed", base + "ing"


_ALL = {form for base in _REGULAR for form in _forms(base)} | _IRREGULAR
PARTICIPLES = frozenset(form for form in _ALL if form.endswith("ing")) - {"sing"}
FINITE = frozenset(_ALL) - PARTICIPLES - _NOT_SPEECH
"""Finite forms of the verbs that introduce or follow what somebody says."""
BARE = listed("say tell write ask argue insist add claim explain")
"""Plain forms, for subjects in the plural and after "would", "did", "to"."""
SAYING = FINITE - _SOMETIMES_NOT
"""Those of them that mean speech wherever they stand."""

TELLING = listed("told tells telling asked asks asking assured reminded warned informed advised urged texted emailed")
"""Take the one who is spoken to as their object."""
VERBS_OF_SAYING = SAYING | PARTICIPLES
_ADVERB = listed(
    """
    also later then now once still again soon just even further only recently himself herself themselves has had
    have would did does do will is was finally first long often always never already that today yesterday earlier
    """
)
ADVERBS = "|".join(
    (
        *sorted(_ADVERB),
        r"[a-z]+ly|went on to|goes on to|went on|in turn|(?:was|is) quoted as",
        r"(?:on |early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?",
        r"(?:this|last) (?:week|month|year|spring|summer|fall|autumn|winter)|in (?:19|20)\d\d",
    )
)
"""What may stand between a subject and its verb, as alternatives of a regular expression."""
BETWEEN = re.compile(rf"(?<![\w’'-])(?:(?:{ADVERBS})(?:,? |\b))*\Z|\Z")
"""All of that, right up to the verb."""
WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")

STOPS = listed(
    """
    of for to with from at in on by about against between into over under through during before after since until
    and or but who whom whose that which what when while where as because if than though although so yet nor is
    are was were be been has have had will would could should can may might must did does do not
    """
)
"""Words that end a noun phrase or stand between two of them."""
AFTER_A_SPEAKER = listed(
    """
    of for to with from at in on by about against before after during since as when while where who whose and but
    via last this next early late earlier later recently again today yesterday tonight monday tuesday wednesday
    thursday friday saturday sunday himself herself adding noting referring speaking according through outside
    inside near upon not then there here over under between among following because if though although once even
    standing sitting pointing gesturing laughing smiling shaking using calling describing citing quoting recalling
    """
)
"""Words that may follow a speaker's name in "…,” said Lloyd Austin in a statement"."""
PRONOUNS = listed("he she they i we it you who")
RESPONSES = listed(
    """
    response reply answer message verdict tweet statement words retort comment explanation conclusion advice
    warning question
    """
)


def stands_as_noun(text: str, word: re.Match[str]) -> bool:
    """Whether a form that may be a noun stands as one: "the reports", "his claims", "Trump’s remarks"."""
    before = text[max(0, word.start() - 12) : word.start()]
    noun = re.search(r"(?:\b(?:the|a|an|his|her|its|their|of|these|those|such|in|for|with|no|any)|[’']s?)\s\Z", before)
    return bool(noun) and word[0] not in ("said", "says", "told", "wrote", "added", "asked")
