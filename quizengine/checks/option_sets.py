"""Rules about the options as a set: each says one thing, they do not overlap, and only the key is right."""

import re
from collections.abc import Iterator

from quizengine.checks.authorities import HALADYNA, SAQUET, TARRANT
from quizengine.checks.intervals import interval
from quizengine.checks.likeness import equal_options, options_alike, same_amount
from quizengine.checks.option_lists import only_option_list, option_lists
from quizengine.extensions.records import Check
from quizengine.generation.cueing import plain
from quizengine.quiz.questions import Question, cache_per_question
from quizengine.text.article import Article

_ABOVE = re.compile(
    r"(?:all|none|both|either|neither|any|some|two|three)(?: of)?(?: the)?(?: (?:options?|answers?|choices?))? ?"
    r"(?:listed |given )?(?:above|below)|all of (?:these|them)",
    re.IGNORECASE,
)
_NONE = re.compile(r"none of (?:these|them|the others?|the other (?:options|answers))", re.IGNORECASE)
_LETTERS = re.compile(
    r"(?:[Bb]oth |[Oo]nly |[Oo]ptions? |[Aa]nswers? )?(?:[A-E]|[1-5]|I{1,3}|IV|V)(?:(?:, ?| and | or | & )(?:and |or )?"
    r"(?:[A-E]|[1-5]|I{1,3}|IV|V))+(?: only| are (?:correct|right|true))?"
)
_SHORT_LIST = re.compile(r"(?:[A-Z]|\d+|[IVX]+)(?:(?:, ?| and | or | & )(?:and |or )?(?:[A-Z]|\d+|[IVX]+))+")
"""Letters or numbers that may be the answer itself: three sides of a triangle, the vitamins that fat dissolves."""
_FIRST_AND_SECOND = tuple(
    (re.compile(rf"(?<!\w){first}[.:)]\s"), re.compile(rf"(?<!\w){second}[.:)]\s"))
    for first, second in (("I", "II"), ("A", "B"), ("1", "2"))
)
"""The beginning of a stem that lists things, up to the second of them."""
_JOINED = re.compile(r"\b(?:and|or|only|both)\b|&")
_LIST_SIGN = re.compile(r" ?, ?(?:and|or|as well as)? ?| (?:and|or|as well as) ")
_FORMULA = re.compile(r"[{}\[\]()<>=#$%]|\S,\S")
_BOTH = re.compile(r"\Aboth ", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:,| and| or| as well as| plus| with)\s")
_SAME_WORDS = 4
_MOST_WORDS = 25
_ANNOUNCED = re.compile(
    r"\b(?:two|three|four|five|six|[2-6]|several|all|each|every|any|are|were|have)\b"
    r"|\bwhich(?: [\w-]+){0,3}? [\w-]{2,}(?<![sui])s "
    r"(?!(?:to|with|the|an?|in|on|at|by|for|from|as|not|it|into|up|out|about|between)\b)[\w-]*[^\W\d_s]\b"
    r"|\b(?:select|choose|tick|mark|check|pick|identify|name)(?: the| those)?(?: [\w-]+)? [\w-]{2,}(?<![sui'])s\b"
    r"|\bwhich of (?:these|those|the following)(?: [\w-]+s)?"
    r" (?:do|does|did|can|could|may|might|will|would|must|should)\b"
    r"|\b(?:welche|sind|waren|haben|werden|können|gehören|lesquel(?:le)?s|quel(?:le)?s|sont|ont|plusieurs"
    r"|cu[aá]les|qué \w+s|son|est[aá]n|quali|sono|hanno)\b",
    re.IGNORECASE,
)
"""A number of things, or a plural: "Which of these strings match …?"; German, French, Spanish and Italian ones."""
_FEW_PAIRS = 3
"""The most pairs that are few: finding the others gives away a third of the points, or more."""


def positional_reference(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when an option points at others: options are shuffled, so nothing is above or below."""
    for text in _all_options(question):
        if _ABOVE.fullmatch(text.strip(" .")):
            yield f"the option “{text}” points at the others; write out what is right, or ask for all right options"


def none_of_these(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when an option says that no other is right."""
    for text in _all_options(question):
        if _NONE.fullmatch(text.strip(" .")):
            yield f"the option “{text}” says nothing about what is right; offer another distractor, or leave it out"


def combined(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when options are made of other options: "A and B", or "rye and oats" beside "rye" and "oats"."""
    for one in option_lists(question):
        offered = {plain(text) for text in one.options}
        only_lists = all(_LETTERS.fullmatch(text) or _SHORT_LIST.fullmatch(text) for text in one.options)
        for text in one.options:
            pieces = _pieces(text)
            if _LETTERS.fullmatch(text) and _JOINED.search(text) and _lists(question.stem):
                yield f"the option “{text}” combines what the stem lists; ask of each whether it holds"
            elif _LETTERS.fullmatch(text) and not only_lists:
                yield f"the option “{text}” points at others by letters, which the shuffle changes"
            elif len(pieces) > 1 and offered.issuperset(pieces) and text in one.keys:
                # a wrong combination is an answer of its own: "V1 and V3" have to be shut, or each owns a half
                yield f"the option “{text}” combines other options; ask for all right options instead"


def _pieces(text: str) -> list[str]:
    """Return what a text lists, as options are compared; nothing if its commas are those of a formula or a format."""
    if _FORMULA.search(text):
        return []
    return [plain(piece) for piece in _LIST_SIGN.split(_BOTH.sub("", " ".join(text.split()))) if plain(piece)]


def overlapping(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when one option holds when another does: ranges that share numbers, or a list that continues."""
    one = only_option_list(question)
    if one is None or one.multiple:
        return
    pairs = ((key, other) for n, key in enumerate(one.keys) for other in one.options[n + 1 :])
    for first, second in pairs:
        short, long = sorted((first, second), key=len)
        a, b = interval(first), interval(second)
        ranges = a and b and (a.is_range or b.is_range) and a.unit == b.unit and a.overlaps(b)
        if ranges and not same_amount(first, second):
            yield f"“{first}” and “{second}” overlap, so that both can be right"
        elif _goes_on(short, long):
            yield f"whoever picks “{long}” also says “{short}”; part them"


def long_options(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when an option has to be read like a paragraph."""
    longest = max(_all_options(question), key=lambda text: len(text.split()), default="")
    if (words := len(longest.split())) > _MOST_WORDS:
        yield f"an option has {words} words; above {_MOST_WORDS} choosing becomes reading"


def repeated_words(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when all options begin with the same words."""
    one = only_option_list(question)
    if one is None or len(one.options) < 3:
        return
    first, *others = (text.split() for text in one.options)
    same = 0
    while all(len(words) > same + 1 and words[same] == first[same] for words in (first, *others)):
        same += 1
    if same >= _SAME_WORDS:
        yield f"every option begins with “{' '.join(first[:same])}”; say that once, in the stem"


def too_few(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a single choice has one distractor."""
    one = only_option_list(question)
    if one and not one.multiple and len(one.distractors) == 1 and not _SETS_AGAINST.search(question.stem):
        yield "there are two options, so half of those who guess are right; three are enough"


_SETS_AGAINST = re.compile(r"(?i)\bwhich of (?:these|the two|the following)\b.* the other\b")
"""“Which of these led to the other?” is about two things, and a third could only be wrong."""


def keys_announced(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when several options are right and the stem sounds as if only one was."""
    one = only_option_list(question)
    if one and one.multiple and len(one.keys) > 1 and not _ANNOUNCED.search(question.stem):
        yield f"{len(one.keys)} options are right and the stem does not say so; write “Which {len(one.keys)} …”"


def perfect_match(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when two or three left sides have as many right ones, each for one."""
    every = tuple(option_lists(question))
    if 1 < len(every) <= _FEW_PAIRS and len({one.keys for one in every}) == len(every) == len(every[0].options):
        yield f"{len(every)} partners for {len(every)}: the last pair finds itself; add a distractor"


@cache_per_question
def _all_options(question: Question) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for one in option_lists(question) for text in one.options))


def _lists(stem: str) -> bool:
    """Return whether a stem lists what its options combine: "I. rye II. coal"."""
    return any(
        (found := first.search(stem)) and second.search(stem, found.end()) for first, second in _FIRST_AND_SECOND
    )


def points_at_others(text: str) -> bool:
    """Return whether an option says that all or none of the others are right, as "All of the above" does."""
    said = text.strip(" .")
    return bool(_ABOVE.fullmatch(said) or _NONE.fullmatch(said))


def _goes_on(short: str, long: str) -> bool:
    return long.startswith(short) and bool(_GOES_ON.match(long, len(short))) and len(short) > 2


_SHUFFLED = "Options are shuffled, so “above” and letters point anywhere; and knowing two right options is enough."

OPTION_CHECKS = (
    Check(
        "all-of-the-above",
        positional_reference,
        _SHUFFLED,
        "error",
        f"{HALADYNA} (25, 26: none and all of the above); {TARRANT}, {SAQUET}",
        "What did the ferry carry? = rye ~ oats ~ all of the above",
        "Which two did the ferry carry? = rye = oats ~ coal",
    ),
    Check(
        "none-of-these",
        none_of_these,
        "Students who pick it show that they know what is wrong, not what is right.",
        "warning",
        f"{HALADYNA} (25: none of the above, with care); {TARRANT}, {SAQUET}",
        "What did the ferry carry? = rye ~ oats ~ none of these",
        "What did the ferry carry? = rye ~ oats ~ coal",
    ),
    Check(
        "combined-options",
        combined,
        "Knowing one option decides the others, so the question tests less than it seems.",
        "warning",
        f"{HALADYNA} (9: avoid the complex type); {TARRANT}, {SAQUET} (K-type)",
        "What did the ferry carry? = rye and oats ~ rye ~ oats",
        "What did the ferry carry? = rye and oats ~ coal and tar ~ fish and salt",
    ),
    Check(
        "equal-options",
        equal_options,
        "If two options mean the same, both are right or both can be ruled out.",
        "error",
        f"{HALADYNA} (19, 22: one right answer, independent options); {TARRANT} (more than one correct)",
        "How many eels were counted? = 10,000 ~ ten thousand ~ 5,000",
        "How many eels were counted? = 10,000 ~ 20,000 ~ 5,000",
    ),
    Check(
        "options-alike",
        options_alike,
        "Two options that look the same are usually a mistake, and both are right or both wrong.",
        "warning",
        f"{HALADYNA} (19, 22: one right answer, independent options)",
        "What did the ferry carry? = a load of rye ~ A load of rye. ~ coal",
        "Which word is written rightly? = Rye ~ rye ~ RYE",
    ),
    Check(
        "overlapping-options",
        overlapping,
        "If two options overlap, a student may be right and be marked wrong.",
        "warning",
        f"{HALADYNA} (22: options do not overlap); {TARRANT} (more than one correct)",
        "How many eels were counted? = more than 500 ~ more than 200 ~ fewer than 100",
        "How many eels were counted? = 500 to 600 ~ 200 to 300 ~ fewer than 100",
    ),
    Check(
        "long-options",
        long_options,
        "Long options test patience; the stem should hold the words.",
        "note",
        f"{HALADYNA} (24: keep choices brief)",
        "Why did the ferry stop? = because money was short ~ because the old engine, which had been bought from a mill "
        "in the hills forty years before, had broken down for the third time in one cold winter ~ because of fog",
        "Why did the ferry stop? = because money was short ~ because the engine broke ~ because of fog",
    ),
    Check(
        "repeated-words",
        repeated_words,
        "Words that all options share are read four times and belong in the stem.",
        "note",
        f"{HALADYNA} (13: little reading in each item)",
        "Why did it stop? = because the harbour board was poor ~ because the harbour board was ill ~ because the "
        "harbour board was new",
        "What was wrong with the harbour board? = it was poor ~ it was ill ~ it was new",
    ),
    Check(
        "too-few-options",
        too_few,
        "With two options, tossing a coin is right half of the time.",
        "note",
        f"{HALADYNA} (18: as many effective choices as you can, three are enough)",
        "What did the ferry carry? = rye ~ coal",
        "What did the ferry carry? = rye ~ coal ~ oats",
    ),
    Check(
        "keys-not-announced",
        keys_announced,
        "Students who do not know that several are right pick one and stop reading.",
        "warning",
        f"{HALADYNA} (14: directions in the stem are clear)",
        "What did the ferry carry? = rye = oats ~ coal",
        "Which two of these did the ferry carry? = rye = oats ~ coal",
    ),
    Check(
        "perfect-match",
        perfect_match,
        "With as many partners as places, the last match needs no knowledge.",
        "note",
        "Frey, Petersen, Edwards, Pedrotti & Peyton 2005, Item-writing rules: collective wisdom",
        "Match each ship with its cargo. :: ferry -> rye ; barge -> coal",
        "Match each ship with its cargo. :: ferry -> rye ; barge -> coal ~ oats",
    ),
)
