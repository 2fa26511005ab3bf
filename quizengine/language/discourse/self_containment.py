"""Finds words that a reader who has read nothing else would not understand; every noun phrase is examined.

Each check names what is missing. They come from what strict readers refused: "which company?", "when?", "who is he?".
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from quizengine.language.discourse.binding import is_bound
from quizengine.language.discourse.complements import lacks_its_complement
from quizengine.language.discourse.connectives import (
    COUNTED_TIMES,
    FIRST_WORDS,
    counts_from_the_untold,
    joins_to_the_untold,
)
from quizengine.language.discourse.definite_nouns import is_unresolved_noun
from quizengine.language.discourse.hypothetical_people import is_hypothetical
from quizengine.language.discourse.known_in_sentence import is_joined_to_some, repeats_a_noun, takes_up_a_condition
from quizengine.language.syntax.sentence import TENSED, WH_WORDS
from quizengine.language.syntax.tree import Tree, cache_by_arguments, is_a
from quizengine.language.word_lists import phrase_set, word_set

_PERSONAL = word_set(
    """
    he him she her hers it its they them theirs himself herself itself themselves his their one ones
    """
)
_SPEAKERS = word_set("i me my mine we us our ours you your yours myself ourselves yourself yourselves")
_POINTING_ADJECTIVES = word_set(
    "such same another former latter aforementioned said other others latest next previous following extra"
)
_POINTING_ADVERBS = word_set(
    """
    here there then now today yesterday tomorrow tonight ago recently currently later earlier already still again
    previously meanwhile afterwards afterward nowadays lately so thus soon
    """
)
_DAYS = word_set("today yesterday tomorrow tonight")
_POINTING_TIMES = phrase_set(
    """
    so far | to date | at the time | at that time | last year | this year | next year | last week | this week
    | last month | this month | next month | last night | these days | at present | at the moment
    | last spring | last summer | last autumn | last fall | last winter | last weekend | last season | last quarter
    | this spring | this summer | this autumn | this fall | this winter | this weekend | this season | this quarter
    | next spring | next summer | next autumn | next fall | next winter | next weekend | next season | next quarter
    | over the weekend | this weekend
    """
)
_HOURS = word_set("o'clock o’clock a.m. p.m. am pm noon midnight dawn dusk daybreak nightfall")
"""Times of a day, of which a past one has to say which day."""
_DATES = word_set(
    """
    january february march april may june july august september october november december day morning evening night
    """
)
_FIRST_OF_TIMES = frozenset(phrase.partition(" ")[0] for phrase in _POINTING_TIMES)
_DEMONSTRATIVES = word_set("this that these those")
_RECENT = word_set("recent new")
_DATED = word_set("poll survey study report")
"""Nouns of things with a date, so that readers ask when a "new" one was made."""
_ONE_MORE = word_set("second third fourth similar")
_OF_SETS = word_set(
    "language term time half chance opinion home world war person party reading hand thought look wife grade"
)
"""Nouns that "second" or "third" makes a word of its own: "a second term"."""
_MAKING = word_set("build open found write publish make establish start marry adopt add create launch")
"""Verbs of making: readers of "built a second mill" do not ask about the first."""
_CHOOSING = word_set(
    """
    largest biggest greatest smallest highest tallest longest oldest newest earliest youngest deepest heaviest richest
    best-known first second third fourth fifth last
    """
)
"""Words that choose among things of which the noun must be told: "the largest, begun in 1954"."""
_QUANTIFIERS = word_set(
    "some many few several both all most each none any neither either more others half enough much little"
)
"""Words that count or choose among something told before, where no noun follows."""
_CHOSEN = word_set("some many most few")


@dataclass(frozen=True)
class Pointer:
    """A word that points outside the words around it."""

    token: int
    kind: str
    """The missing information: "who", "which", "when", "speaker", or "what" for a complement or a connection."""


def pointers(tree: Tree, tokens: Sequence[int], named: Collection[int] = ()) -> tuple[Pointer, ...]:
    """Find the words that point outside some tokens of a sentence, in order; `named` are tokens replaced by a name."""
    return _pointers(tree, tuple(tokens), tuple(named))


@cache_by_arguments
def _pointers(tree: Tree, tokens: tuple[int, ...], named: tuple[int, ...]) -> tuple[Pointer, ...]:
    return tuple(find_pointers(tree, tokens, named))


def find_pointers(tree: Tree, tokens: Sequence[int], named: Collection[int]) -> Iterator[Pointer]:
    """Yield the pointers one by one, pronouns and nouns first."""
    shown = set(tokens)
    kept = [each for each in named if each in shown]
    for index in tokens:
        if index in named:
            continue
        checks = _BY_WORD.get(tree.tokens[index].form.lower(), _FOR_ANY_WORD)
        for kind, points in checks:
            if points(tree, index, shown) and not (kind == "who" and is_bound(tree, index, shown, kept)):
                yield Pointer(index, kind)
    yield from _deictic_phrases(tree, tokens)


def stands_alone(tree: Tree, tokens: Sequence[int], named: Collection[int] = ()) -> bool:
    """Return whether nothing in these tokens points outside them."""
    return not pointers(tree, tokens, named)


def _points_to_somebody(tree: Tree, index: int, shown: set[int]) -> bool:
    """A pronoun: "he", "their"; `is_bound` tells whether it stands for something here."""
    token = tree.tokens[index]
    return token.upos in ("PRON", "DET") and not is_a(token.relation, "expl")


def _points_to_the_speaker(tree: Tree, index: int, shown: set[int]) -> bool:
    return tree.tokens[index].upos in ("PRON", "DET")


def _demonstrates(tree: Tree, index: int, shown: set[int]) -> bool:
    """A "this" or "that" that is neither a conjunction nor a relative pronoun."""
    token = tree.tokens[index]
    if token.xpos in WH_WORDS or repeats_a_noun(tree, index, shown) or takes_up_a_condition(tree, index, shown):
        return False
    followed = any(is_a(tree.tokens[child].relation, "acl", "nmod") for child in tree.children[index])
    return token.upos in ("DET", "PRON") and not (token.form.lower() in ("those", "that") and followed)


def _counts_the_untold(tree: Tree, index: int, shown: set[int]) -> bool:
    """A "some" or "both" with neither a noun nor an "of" after it."""
    token = tree.tokens[index]
    heads_a_phrase = is_a(token.relation, "nsubj", "obj", "iobj", "obl", "conj", "nmod", "root")
    of = tree.dependent(index, "nmod") is not None
    return heads_a_phrase and not of and token.upos != "ADV" and not _is_chosen_from_here(tree, index, shown)


def _compares_with_the_untold(tree: Tree, index: int, shown: set[int]) -> bool:
    token = tree.tokens[index]
    return (
        token.upos in ("ADJ", "DET", "NOUN", "PRON")
        and (tree.dependent(index, "nmod", "obl", "advcl") is None and not _other_than(tree, index))
        and not _gives_examples(tree, index)
        and not _is_an_earlier_office(tree, index)
        and not _says_as_what(tree, index)
        and not _is_chosen_from_here(tree, index, shown)
    )


def _is_an_earlier_office(tree: Tree, index: int) -> bool:
    """Return whether a "former" tells what somebody was: "former officials", and not "the former"."""
    token = tree.tokens[index]
    return token.form.lower() == "former" and token.head > index and tree.tokens[token.head].upos in ("NOUN", "PROPN")


def _gives_examples(tree: Tree, index: int) -> bool:
    """Return whether a "such" only opens a list of examples: "events such as floods"."""
    behind = tree.tokens[index + 1].form.lower() if index + 1 < len(tree.tokens) else ""
    return tree.tokens[index].form.lower() == "such" and behind == "as"


def _says_as_what(tree: Tree, index: int) -> bool:
    """True if it is told what "the same" is the same as: "the same pay as White soldiers", "the same man who left"."""
    token = tree.tokens[index]
    if token.form.lower() != "same" or token.head < index:
        return False
    clause = tree.dependent(token.head, "acl:relcl", "advcl")
    behind = {each.form.lower() for each in tree.tokens[token.head + 1 : token.head + 3]}
    return "as" in behind or (clause is not None and clause > token.head)


def _is_chosen_from_here(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a word before it tells what it is chosen from: "among others", "each other", "some … others"."""
    form = tree.tokens[index].form.lower()
    before = tree.tokens[index - 1].form.lower() if index - 1 in shown else ""
    if form == "others":
        return (
            before == "among"
            or is_joined_to_some(tree, index, shown)
            or any(tree.tokens[each].form.lower() in _CHOSEN for each in shown if each < index)
        )
    return form in ("other", "another") and before in ("each", "one", "every", "no")


def _other_than(tree: Tree, index: int) -> bool:
    """Return whether what it differs from is told here: "Kim and other officials", "more than all other officials"."""
    token = tree.tokens[index]
    noun = token.head
    before = {each.form.lower() for each in tree.tokens[max(0, index - 3) : index]}
    listed_or_compared = noun >= 0 and (is_a(tree.tokens[noun].relation, "conj") or "than" in before)
    return token.form.lower() == "other" and listed_or_compared


def _is_one_more(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether there is one before it that is not told: "a second disaster", "a similar law"."""
    token = tree.tokens[index]
    if token.head <= index or not is_a(token.relation, "amod") or tree.tokens[token.head].lemma.lower() in _OF_SETS:
        return False
    noun = tree.tokens[token.head]
    made = noun.head >= 0 and is_a(noun.relation, "obj") and tree.tokens[noun.head].lemma.lower() in _MAKING
    articles = {tree.tokens[each].form.lower() for each in tree.dependents(token.head, "det")}
    before = [tree.tokens[each] for each in shown if each < index]
    told = any(one.lemma == noun.lemma or one.form.lower() in ("first", "one") for one in before)
    completed = token.form.lower() == "similar" and any(tree.tokens[each].form.lower() == "to" for each in shown)
    return bool(articles & {"a", "an"}) and not (made or told or completed)


def _chooses_without_a_noun(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if "the largest" opens a statement, and neither a noun after it nor a plural before it tells of what."""
    behind = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else None
    the = index > 0 and tree.tokens[index - 1].form.lower() == "the"
    ends = behind is not None and (behind.form == "," or (behind.xpos in TENSED and behind.upos in ("AUX", "VERB")))
    before = [tree.tokens[each].xpos for each in shown if each < index]
    return the and ends and "NNS" not in before and not any(tag in TENSED for tag in before)


def _points_to_a_time(tree: Tree, index: int, shown: set[int]) -> bool:
    token = tree.tokens[index]
    if token.form.lower() in _DAYS or token.form.lower() == "ago":
        return True
    if token.head > index and is_a(tree.tokens[token.head].relation, "amod"):
        return False  # "previously unknown works"
    adverb = token.upos == "ADV" and is_a(token.relation, "advmod") and not tree.children[index]
    if token.form.lower() == "so" and token.head > index and tree.tokens[token.head].upos in ("ADJ", "ADV"):
        return False  # a degree: "so proud"
    behind = tree.tokens[min(index + 1, len(tree.tokens) - 1)].form.lower()
    told = behind in ("after", "as") or tree.tokens[token.head].xpos != "VBD"  # what soon happens always does
    return adverb and not (token.form.lower() == "soon" and told)


def _is_of_an_untold_day(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether something happened at an hour of no day that is told: "was under water by four o'clock"."""
    token = tree.tokens[index]
    timed = is_a(token.relation, "obl", "nmod", "advmod", "obl:unmarked", "obl:tmod", "fixed", "flat")
    past = any(tree.tokens[each].xpos == "VBD" for each in shown)
    others = [tree.tokens[each] for each in shown if each != index]
    dated = any(one.lemma.lower() in _DATES or re.fullmatch(r"1\d{3}|20\d{2}", one.form) for one in others)
    return timed and past and not dated


def _has_just_been(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a "just" says that something happened shortly before the article: "just completed a tour"."""
    verb = tree.tokens[tree.tokens[index].head]
    behind = tree.tokens[min(index + 1, len(tree.tokens) - 1)]
    return verb is behind and verb.xpos in ("VBD", "VBN") and is_a(tree.tokens[index].relation, "advmod")


def _is_recent(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if something is called recent that has a date: "a recent poll", "a new study", and not "recent research"."""
    token = tree.tokens[index]
    if token.head <= index:
        return False
    noun = tree.tokens[token.head]
    dated = noun.xpos == "NN" and (token.form.lower() == "recent" or noun.lemma.lower() in _DATED)
    return dated and tree.dependent(token.head, "det") is not None


def _deictic_phrases(tree: Tree, tokens: Sequence[int]) -> Iterator[Pointer]:
    words = [tree.tokens[each].form.lower() for each in tokens]
    for at, first in enumerate(words):
        for length in (2, 3) if first in _FIRST_OF_TIMES else ():
            if " ".join(words[at : at + length]) in _POINTING_TIMES:
                yield Pointer(tokens[at], "when")


_CHECKS: tuple[tuple[str, frozenset[str] | None, Callable[[Tree, int, set[int]], bool]], ...] = (
    ("who", _PERSONAL, _points_to_somebody),
    ("speaker", _SPEAKERS, _points_to_the_speaker),
    ("which", _DEMONSTRATIVES, _demonstrates),
    ("which", _QUANTIFIERS, _counts_the_untold),
    ("which", _POINTING_ADJECTIVES, _compares_with_the_untold),
    ("which", None, is_unresolved_noun),
    ("what", None, lacks_its_complement),
    ("which", None, is_hypothetical),
    ("when", _POINTING_ADVERBS, _points_to_a_time),
    ("when", _RECENT, _is_recent),
    ("when", _HOURS, _is_of_an_untold_day),
    ("when", frozenset({"just"}), _has_just_been),
    ("which", _ONE_MORE, _is_one_more),
    ("which", _CHOOSING, _chooses_without_a_noun),
    ("what", FIRST_WORDS, joins_to_the_untold),
    ("when", COUNTED_TIMES, counts_from_the_untold),
)
"""The kind of what is not told, the words that may point there (None: any), and whether one of them does."""
_FOR_ANY_WORD = [(kind, points) for kind, words, points in _CHECKS if words is None]
_BY_WORD = {
    word: [(kind, points) for kind, words, points in _CHECKS if words is None or word in words]
    for word in sorted(frozenset().union(*(words for _, words, _ in _CHECKS if words)))
}
