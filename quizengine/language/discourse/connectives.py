"""Words that connect a sentence to the one before it, which a question does not show: "in return", "a week later".

If the words shown contain what they connect to ("sold the mill in 1912 and the farm a year later"), nobody asks. Next:
`self_containment`, which looks for all words that point outside.
"""

from quizengine.language.syntax.adjunct_words import LENGTHS
from quizengine.language.syntax.sentence import TENSED
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.word_lists import word_set

_CONNECTIVES: dict[tuple[str, ...], frozenset[str]] = {
    ("in", "return"): word_set("for to"),
    ("in", "exchange"): word_set("for"),
    ("in", "response"): word_set("to"),
    ("in", "retaliation"): word_set("for against"),
    ("in", "gratitude"): word_set("for to"),
    ("in", "thanks"): word_set("for"),
    ("in", "recognition"): word_set("of"),
    ("in", "revenge"): word_set("for on"),
    ("in", "reprisal"): word_set("for against"),
    ("in", "compensation"): word_set("for"),
    ("in", "reply"): word_set("to"),
    ("in", "consequence"): word_set("of"),
    ("in", "comparison"): word_set("to with"),
    ("in", "contrast"): word_set("to with"),
    ("by", "comparison"): word_set("to with"),
    ("by", "contrast"): word_set("to with"),
    ("in", "turn"): frozenset(),
    ("in", "addition"): word_set("to"),
    ("as", "a", "result"): word_set("of"),
    ("as", "a", "consequence"): word_set("of"),
    ("as", "a", "reward"): word_set("for"),
    ("as", "a", "punishment"): word_set("for"),
    ("among", "the", "dead"): word_set("of in from"),
    ("among", "the", "injured"): word_set("of in from"),
    ("among", "the", "wounded"): word_set("of in from"),
    ("among", "the", "survivors"): word_set("of"),
    ("among", "the", "victims"): word_set("of"),
    ("among", "the", "casualties"): word_set("of in from"),
    ("on", "the", "other", "hand"): frozenset(),
    ("even", "so"): frozenset(),
    ("in", "doing", "so"): frozenset(),
    ("instead",): word_set("of"),
    ("likewise",): frozenset(),
    ("similarly",): frozenset(),
    ("conversely",): frozenset(),
    ("otherwise",): frozenset(),
    ("nevertheless",): frozenset(),
    ("nonetheless",): frozenset(),
    ("consequently",): frozenset(),
}
"""Words that connect to the sentence before, with the words that make the connection here: "in return for a ship"."""
FIRST_WORDS = frozenset({phrase[0] for phrase in _CONNECTIVES} | {"still"})
"""The words that `joins_to_the_untold` may hold of."""
_BY_FIRST_WORD = {
    first: tuple(phrase for phrase in _CONNECTIVES if phrase[0] == first) for first in sorted(FIRST_WORDS)
}
_ORDERS = word_set("later earlier afterwards afterward before after previously")
"""Words after a length of time that is counted from something said before: "a week later"."""
_NEXT = word_set("following next previous preceding same")
COUNTED_TIMES = _ORDERS | _NEXT
"""The words that `counts_from_the_untold` may hold of."""
_TIMES = LENGTHS | word_set("morning evening night afternoon season spring summer autumn fall winter weekend quarter")


def joins_to_the_untold(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a word begins a phrase that joins its sentence to another one: "in return", without "for"."""
    forms = tuple(token.form.lower() for token in tree.tokens[index : index + 5])
    for phrase in _BY_FIRST_WORD.get(forms[0], ()):
        if forms[: len(phrase)] == phrase:
            following = forms[len(phrase)] if len(forms) > len(phrase) else ""
            return following not in _CONNECTIVES[phrase] and not _follows_a_predicate(tree, index, shown)
    return forms[:2] == ("still", ",") and not any(each < index for each in shown)


def counts_from_the_untold(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a time is counted from one that nothing shown tells: "a week later", "the following year"."""
    token = tree.tokens[index]
    form = token.form.lower()
    if form in _ORDERS:
        counted = index > 0 and tree.tokens[index - 1].lemma.lower() in LENGTHS
        return counted and _ends_its_phrase(tree, index, shown) and not _is_dated_before(tree, index, shown)
    noun = tree.tokens[min(index + 1, len(tree.tokens) - 1)]
    the = index > 0 and tree.tokens[index - 1].form.lower() == "the"
    return form in _NEXT and the and noun.lemma.lower() in _TIMES and not _is_dated_before(tree, index, shown)


def _follows_a_predicate(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if another statement is before it in the words shown: "refused bread and instead asked for ships"."""
    own = next((each for each in (index, *tree.ancestors(index)) if _is_a_predicate(tree, each)), -1)
    over = {own}
    while own >= 0 and is_a(tree.tokens[own].relation, "xcomp", "ccomp"):
        own = tree.tokens[own].head
        over.add(own)
    tensed = [each for each in shown if each < index and tree.tokens[each].xpos in TENSED]
    return any(not over & {each, tree.tokens[each].head} for each in tensed)


def _is_a_predicate(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos == "VERB" or tree.dependent(index, "cop", "nsubj") is not None


def _ends_its_phrase(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if nothing after the word tells from when: not "a year before the war", "a year later than planned"."""
    behind = index + 1
    if behind not in shown or behind >= len(tree.tokens) or tree.tokens[behind].upos == "PUNCT":
        return True
    if tree.tokens[index].form.lower() in ("before", "after"):
        return tree.tokens[index].upos == "ADV" and not is_a(tree.tokens[index].relation, "case", "mark")
    return tree.tokens[behind].form.lower() not in ("than", "in")


def _is_dated_before(tree: Tree, index: int, shown: set[int]) -> bool:
    """Return whether a year or another statement is before it, from which the time is counted."""
    before = [tree.tokens[each].form for each in shown if each < index]
    return any(len(form) == 4 and form.isdecimal() for form in before) or _follows_a_predicate(tree, index, shown)
