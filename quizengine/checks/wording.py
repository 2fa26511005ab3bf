"""Rules about the words of a question: the stem stands alone and does not give away the key."""

import re
from collections.abc import Iterator

from quizengine.checks.authorities import HALADYNA, SAQUET, TARRANT
from quizengine.checks.examples import is_of_language, shows_code, shows_its, without_code
from quizengine.checks.exercises import completes_grammar, completes_sentence, is_little, takes_code, text_with_gaps
from quizengine.checks.option_lists import option_lists
from quizengine.extensions.records import Check
from quizengine.generation.cueing import keys_held, plain, read_before_responding
from quizengine.language.content_stems import outside_quotations
from quizengine.quiz.parts import TextKey
from quizengine.quiz.questions import Question, fixed_key
from quizengine.text.article import Article

_DEMONSTRATIVE = re.compile(
    r"(?i)(?<!\bof )(?<!\bamong )\b(?:this|these|those)\s+"
    r"(?!(?:article|text|quiz|question|statement|sentence|passage|part"
    r"|excerpt|extract|paragraph|line|quotation|quote|word|gap|one|of|who|whose|which|that|did|does|do|is|are|was|were|has"
    r"|have|had|will|would|can|could|may|might)s?\b)[a-z]+"
)
_SAID_BEFORE = re.compile(r"“”|[.!?:]\s")
_PRONOUN = re.compile(r"(?i)\b(?:he|she|they|him|them|his|their|theirs|it|its)\b")
_NAME_OR_NOUN = re.compile(r"(?i)\b(?:the|an?|which|what|how many|how much|who(?:se|m)?)\s+\w+|\b[A-Z]\w+")
_POINTS_BACK = re.compile(
    r"(?i)\A(?:why|how|when|where|what|who|which|did|does|do|is|was|were|are|will|has|had|have|would|could|can|should|\W)*"
    r"(?P<word>(?:he|she|they|him|them|his|their)\b(?!['’])|(?:this|these|those)\s+(?P<noun>[a-z]+))"
    r"(?P<behind>(?: [\w+#]+){0,2})"
)
_THIS_INSIDE = re.compile(
    r"\A(?:(?!\b(?:and|or|because|when|where|if|that|who|while|as)\b)[^,.;:?!–—()\n`\d“”\"„«»])*?"
    r"(?i:\b(?:of|in|on|for|from|by|with|to|at|about|under)) this (?P<noun>[a-z]+)[^.:?\n`\d“”\"]*\?\Z"
)
_MOST_WORDS = 14
"""The most words of a stem in which "of this plant" can have nothing before it that it means."""
_NAMED = re.compile(r"(?<=\w )[A-Z][\w+#]+ \d{1,2}(?:\.\d+)*\b")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_RELATIONS = "=≈≠<>≤≥→⇌↔"
_OF_FORMULA = re.compile(rf"[{_RELATIONS}]\s*[-−]?\d+(?:[.,]\d+)*|(?<![\d.,])\d+(?:[.,]\d+)*\s*[{_RELATIONS}]")
_FORM_ASKED = re.compile(
    r"\b(?:plural|plurale|pluriel|singular|past tense|past participle|imperfekt|präteritum|feminine|masculine)\b",
    re.IGNORECASE,
)
_REACTION = re.compile(r"[→⇌]")
_COEFFICIENT = re.compile(r"(?<![\d.,])\d+(?= ?[A-Z(])")
_OF_THE_QUIZ = re.compile(
    r"(?i)(?:article|text|quiz|question|statement|sentence|passage|word|term|one|of|who|that|two|three|four|five|six|animal"
    r"|option|item|event|step|pair|picture|figure|table|map|list|year|day|month|week|is|are|was|were|and|which)s?\Z"
)

_AT_HAND = re.compile(
    r"(?:country|centur|decade|case|way|kind|type|sort|form|manner|purpose|reason|context|respect|course|class|school"
    r"|modul|unit|chapter|lesson|subject|topic|field|world|planet|language|area|time|period|moment|point|stage|age|place"
    r"|set|group|example|exercise|task|method|condition|situation|diagram|graph|chart|image|program|code|function)\w*\Z"
)
"""Things that everybody who takes the quiz has before them, and those that another check asks for."""


_SHOW_THEM = frozenset({"ordering", "matching"})
"""Types whose items are below the stem: "Put these events in order"."""


def stem_stands_alone(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a generated stem points at something outside itself: "this payment", or "they" with no one before."""
    if question.origin is None:
        return
    stem = outside_quotations(read_before_responding(question))
    found = _DEMONSTRATIVE.search(stem)
    if found and question.type not in _SHOW_THEM and not _SAID_BEFORE.search(stem[: found.start()]):
        yield f"the stem says “{found[0]}” without saying what that is"
    pronoun = _PRONOUN.search(stem)
    if pronoun and (_asked_of(stem) or not _NAME_OR_NOUN.search(stem[: pronoun.start()])):
        yield f"the stem says “{pronoun[0]}” before anyone or anything is named"


def unresolved_opening(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a stem written by hand begins with "they" or "this payment" and nobody knows whose."""
    if question.origin is not None:
        return
    found = _POINTS_BACK.match(question.stem)
    if not found and (noun := _this_inside(question.stem)):
        yield f"the stem says “this {noun}” and does not say which; name it"
    if question.stem.lstrip()[:1] in "“\"'‘«„" or is_of_language(question.stem):
        return  # what is quoted is an example
    nouns = f"{found['noun']}{found['behind']}".split() if found and found["noun"] else []
    if any(shows_its(noun, question.stem) for noun in nouns) or completes_sentence(question):
        return
    if found and not (found["noun"] and _OF_THE_QUIZ.match(found["noun"])):
        yield f"the stem says “{found['word']}” before saying who or what that is"


def _this_inside(stem: str) -> str:
    """The noun of "of this plant" in a stem of one clause, which shows no plant; empty if there is none."""
    found = _THIS_INSIDE.match(stem.strip()) if len(stem.split()) <= _MOST_WORDS else None
    if not found or _OF_THE_QUIZ.match(found["noun"]) or _AT_HAND.match(found["noun"]):
        return ""
    return found["noun"]


def _asked_of(stem: str) -> bool:
    """Return whether a stem begins by asking about a pronoun: "Why did they …"."""
    found = _POINTS_BACK.match(stem)
    return found is not None and not found["noun"]


def key_not_in_stem(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when what a student reads before responding holds the key, and not the other options as well."""
    words = read_before_responding(question)
    by_hand = question.origin is None
    if by_hand and _FORM_ASKED.search(question.stem):
        return  # the plural of "sheep" is "sheep"
    if by_hand and (_every_option_shown(question, words) or _every_gap_shown(question)):
        return  # "Which cell holds the result if =A1+B1 stands in C1?"
    for key in keys_held(question, words):
        if by_hand and (_comes_back(question, key) or any(alike(key, words) for alike in _HARMLESS)):
            continue
        yield f"the stem holds the key “{key}”"


def _every_option_shown(question: Question, words: str) -> bool:
    options = [text for one in option_lists(question) for text in one.options]
    return len(options) > 1 and all(text in words for text in options)


def _every_gap_shown(question: Question) -> bool:
    """Return whether the stem lists what the gaps of a text are to be filled with: "por or para"."""
    keys = [key.accepted[0] for key in fixed_key(question).values() if isinstance(key, TextKey)]
    said = f" {plain(question.stem)} "
    return len(set(keys)) > 1 and all(f" {plain(key)} " in said for key in keys)


def _comes_back(question: Question, key: str) -> bool:
    """True if a key is a word that any text repeats: a little word in a text with gaps, or a name in code with gaps."""
    if not text_with_gaps(question):
        return False
    return takes_code(question) or completes_grammar(question) or is_little(question, key)


def _in_code(key: str, words: str) -> bool:
    """Return whether a key that is a number is in code, in a formula or after a name alone, as in "Python 3"."""
    if not _NUMBER.fullmatch(key):
        return False
    said = _OF_FORMULA.sub("", _NAMED.sub("", without_code(words)))
    if _REACTION.search(words):
        said = _COEFFICIENT.sub("", said)
    return not re.search(rf"(?<![\d.,]){re.escape(key)}(?![\d.,]?\d)", said)


def _differs(key: str, words: str) -> bool:
    """True if a key with signs of its own, or a number, is in the words without them or with a minus before it."""
    if re.search(r"[{}\[\]<>=#$|()]", key) or shows_code(words):
        return key not in words
    return bool(_NUMBER.fullmatch(key)) and not re.search(rf"(?<![\d.,−-]){re.escape(key)}(?!\d)", words)


def _is_given(key: str, words: str) -> bool:
    """Return whether a key is one number of several, as in a sum whose result is one of its terms."""
    return _NUMBER.match(key) is not None and len(set(_NUMBER.findall(words))) > 2


_HARMLESS = (_is_given, _in_code, _differs)

WORDING_CHECKS = (
    Check(
        "stem-stands-alone",
        stem_stands_alone,
        "A student sees one question, not the paragraph before it.",
        "error",
        f"{HALADYNA} (14: clear stems); {SAQUET} (ambiguous information)",
        "[made] Why did this payment matter? = it saved the ferry ~ it ruined the town ~ it paid the mill",
        "[made] Why did the payment of the mill matter? = it saved the ferry ~ it ruined the town ~ it paid the baker",
    ),
    Check(
        "points-back",
        unresolved_opening,
        "A student sees one question, and questions may come in any order.",
        "warning",
        f"{HALADYNA} (4, 14: items independent and clear); {TARRANT} (ambiguous information)",
        "Why did they sell the ferry? = for want of money ~ for fear of storms ~ for a better one",
        "Why did the councillors sell their ferry? = for want of money ~ for fear of storms ~ for a better one",
    ),
    Check(
        "key-not-in-stem",
        key_not_in_stem,
        "A stem that holds its key tests reading the stem.",
        "error",
        f"{HALADYNA} (28: no clues to the key); {TARRANT} (word repeats)",
        "What is the ferry named Heron called? = Heron ~ Gull ~ Tern",
        "What is the ferry of 1911 called? = Heron ~ Gull ~ Tern",
    ),
)
