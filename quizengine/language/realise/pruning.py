"""Decides which words of a clause a question or a statement needs, and when nothing may be left out.

The words kept must be consecutive in the article, apart from words that can go without changing the meaning. The
refusals were measured on judged questions: without a hedge, a condition or an opening time a statement is wrong. Next:
`questions`.
"""

from collections.abc import Sequence
from itertools import pairwise

from quizengine.language.syntax.clauses import Clause
from quizengine.language.syntax.constituents import Constituent
from quizengine.language.syntax.tree import Tree, cache_by_arguments, cache_per_tree, is_a
from quizengine.language.syntax.verb_groups import verb_group
from quizengine.language.word_lists import phrase_set, word_set

LINKS = word_set(
    """
    however moreover furthermore therefore thus hence meanwhile nevertheless nonetheless also too
    consequently accordingly additionally besides indeed similarly likewise conversely interestingly notably ultimately
    """
)
"""Adverbs that only link a sentence to the one before it."""
_OF_THE_DAY = word_set("then soon later afterwards afterward subsequently recently currently presently nowadays now")
"""Adverbs that tell when only beside the sentence before or the day of the article; what happened, happened."""
_LIMITING = word_set("until till by for from since up even only just right as before after than")
"""Words before such an adverb with which it says more: "until now"."""
_LINKING_PHRASES = phrase_set(
    """
    for example | for instance | in fact | in addition | in other words | of course | after all | first | second | third
    | fourth | firstly | secondly | thirdly | first of all | in short | in turn | in contrast | by contrast | in sum
    | on the one hand | on the other hand | in conclusion | to be sure | as a result | in general | in particular
    """
)
_LOOSE = frozenset({"", "manner", "result"})
"""Circumstances after a comma that may be left out: no condition, concession or source."""
_HEDGES = word_set(
    """
    perhaps maybe possibly probably likely apparently allegedly reportedly supposedly seemingly presumably nearly
    almost partly partially largely mostly mainly generally usually often sometimes rarely hardly barely scarcely only
    just even primarily
    """
)
_OPENERS = frozenset({"In", "At", "On", "By", "After", "Before", "During", "For", "From", "Since", "With"})
"""Prepositions as a sentence begins with them."""
_GO_WITH_COMMAS = ("acl:relcl", "appos", "acl", "advcl", "parataxis")


def kept_tokens(clause: Clause) -> tuple[int, ...] | None:
    """The tokens that say what a clause says, without asides and links; None if leaving out would change it."""
    return _kept_tokens(clause.tree, clause)


@cache_by_arguments
def _kept_tokens(tree: Tree, clause: Clause) -> tuple[int, ...] | None:
    if _runs_into_another(clause) or _has_an_object_of_another_verb(clause):
        return None
    out: set[int] = set()
    for part in clause.parts:
        if part.role == "aside":
            if not is_set_off(tree, part.tokens):
                return None
            out |= {*part.tokens, *_marks_around(tree, part.tokens)}
        elif part.circumstance == "source" or is_link(part) or (part.role == "adjunct" and _is_loose(clause, part)):
            out |= {*part.tokens, *_marks_around(tree, part.tokens)}
    for said in clause.said:
        beside = set(tree.subtree(said.verb)) if said.verb is not None and said.verb in clause.tokens else set()
        if clause.head not in beside:
            out |= {*beside, *(_marks_around(tree, sorted(beside)) if beside else ())}
    tokens = _without_conjunctions(clause, [index for index in clause.tokens if index not in out])
    return tuple(_without_asides(tree, clause.head, tokens))


def _runs_into_another(clause: Clause) -> bool:
    """Return whether a caption or a heading runs into the clause: a preposition has a capital inside it."""
    tokens = clause.tree.tokens
    return any(
        tokens[index].form in _OPENERS and tokens[index].upos == "ADP" and tokens[before].form[-1:].isalpha()
        for before, index in pairwise(clause.tokens)
        if index == before + 1
    )


def _has_an_object_of_another_verb(clause: Clause) -> bool:
    """True if a second object is separate from the first, as after "took years to build and cost": it is misparsed."""
    tree = clause.tree
    objects = [tree.subtree(each) for each in tree.dependents(clause.head, "obj")]
    return any(second[0] > first[-1] + 1 for first, second in pairwise(objects))


def is_link(part: Constituent) -> bool:
    """Return whether an adjunct only links a sentence to others: "however", "for example", "first,"."""
    if part.role != "adjunct":
        return False
    words = [part.tree.tokens[each].form.lower() for each in part.tokens if part.tree.tokens[each].upos != "PUNCT"]
    if words == ["too"] and part.tree.tokens[part.head].head == part.head + 1:
        return False  # "too small" is a degree; "it failed, too" is a link
    if words[-1:] in (["first"], ["second"], ["third"]) and part.head and not is_set_off(part.tree, part.tokens):
        return False  # "was first performed" tells which time it was
    hedged = set(words) & _HEDGES
    return not hedged and (
        " ".join(words) in _LINKING_PHRASES or (len(words) == 1 and words[0] in LINKS) or _only_dates(part, words)
    )


def _only_dates(part: Constituent, words: list[str]) -> bool:
    """True if an adverb only dates what a clause states: "then moved", and not "is not now" or "and then the Sixth"."""
    if len(words) != 1 or words[0] not in _OF_THE_DAY:
        return False
    tree = part.tree
    verb = verb_group(tree, tree.tokens[part.head].head) if tree.tokens[part.head].head >= 0 else None
    behind = tree.tokens[part.head + 1].upos if part.head + 1 < len(tree.tokens) else ""
    before = tree.tokens[part.head - 1].form.lower() if part.head else ""
    adverb = tree.tokens[part.head].upos == "ADV" and before not in _LIMITING
    return adverb and verb is not None and not verb.negated and behind in ("VERB", "AUX", "PUNCT", "ADV", "PART")


def _is_loose(clause: Clause, part: Constituent) -> bool:
    """True if an adjunct can go: set off by a comma, a clause without a subject or a phrase that is no circumstance."""
    tree = clause.tree
    if part.circumstance not in _LOOSE or not is_set_off(tree, part.tokens) or len(part.tokens) == 1:
        return False
    first = tree.tokens[part.tokens[0] if tree.tokens[part.tokens[0]].upos != "PUNCT" else part.tokens[1]]
    if is_a(tree.tokens[part.head].relation, "advcl"):
        if first.form.lower() == "where" and adds_to_a_noun(tree, part.tokens):
            return True
        return not part.marker and tree.tokens[part.head].xpos in ("VBG", "VBN") and first.form.lower() not in _HEDGES
    opens = part.tokens[0] < clause.verb.first
    return (
        is_a(tree.tokens[part.head].relation, "obl")
        and not (opens and part.marker)
        and first.form.lower() not in _HEDGES
    )


def phrase_tokens(part: Constituent) -> tuple[int, ...]:
    """The tokens of a phrase without what is set off by commas, dashes or brackets inside it."""
    return tuple(_without_asides(part.tree, part.head, part.tokens))


def _without_asides(tree: Tree, head: int, tokens: Sequence[int]) -> list[int]:
    """Tokens without the appositions and relative clauses that only add to a noun, and without marks left hanging."""
    here = set(tokens)
    for index in tokens:
        if index != head and is_a(tree.tokens[index].relation, *_GO_WITH_COMMAS) and index in here:
            inside = set(tree.subtree(index))
            noun = tree.tokens[index].head
            if (
                noun in here
                and tree.tokens[noun].upos in ("NOUN", "PROPN", "PRON", "NUM")
                and is_set_off(tree, sorted(inside))
            ):
                here -= inside
                here -= _marks_around(tree, sorted(inside))
    return without_marks(tree, sorted(here))


def adds_to_a_noun(tree: Tree, tokens: Sequence[int]) -> bool:
    """True if a clause set off by marks is right after a noun, wherever it hangs: "to Lisbon, where she died"."""
    first = next((each for each in sorted(tokens) if tree.tokens[each].upos != "PUNCT"), 0)
    return first > 1 and tree.tokens[first - 2].upos in ("NOUN", "PROPN") and is_set_off(tree, tokens)


def is_set_off(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a comma, dash or bracket is before a phrase, or it opens the sentence with one after it."""
    first, last = min(tokens), max(tokens)
    behind = tree.tokens[last + 1].form if last + 1 < len(tree.tokens) else ""
    opens = _is_mark(tree, first - 1) or _is_mark(tree, first) or not first
    ends = behind in ("", ".", "!", "?", ";", "”", '"')
    return opens and (ends or _is_mark(tree, last + 1) or _is_mark(tree, last))


_MARKS = frozenset({",", "-", "–", "—", "--", "(", ")", "[", "]"})


def _is_mark(tree: Tree, index: int) -> bool:
    """Return whether a token is a comma, bracket or dash; the hyphen of "go-go" is none."""
    if not 0 <= index < len(tree.tokens) or tree.tokens[index].form not in _MARKS:
        return False
    if tree.tokens[index].form != "-" or not 0 < index < len(tree.tokens) - 1:
        return True
    before, mark, behind = tree.tokens[index - 1].span, tree.tokens[index].span, tree.tokens[index + 1].span
    return before.end != mark.start or mark.end != behind.start


def _marks_around(tree: Tree, tokens: Sequence[int]) -> set[int]:
    first, last = min(tokens), max(tokens)
    around = set()
    if _is_mark(tree, first - 1):
        around.add(first - 1)
    if _is_mark(tree, last + 1):
        around.add(last + 1)
    return around


def _without_conjunctions(clause: Clause, tokens: list[int]) -> list[int]:
    """The tokens without the "and" or "but" that begins a clause, and without its own "that" or "because"."""
    tree = clause.tree
    marks = {
        each
        for child in tree.dependents(clause.head, "cc", "mark")
        if child < clause.head
        for each in tree.subtree(child)
    }
    return [index for index in tokens if index not in marks]


def without_marks(tree: Tree, tokens: list[int]) -> list[int]:
    """The tokens without marks at the beginning and the end, and without two commas in a row."""
    while tokens and tree.tokens[tokens[0]].upos == "PUNCT" and tree.tokens[tokens[0]].form not in ("“", '"', "‘", "$"):
        tokens = tokens[1:]
    while (
        tokens
        and tree.tokens[tokens[-1]].upos == "PUNCT"
        and tree.tokens[tokens[-1]].form not in ("”", '"', "’", "%", ")")
    ):
        tokens = tokens[:-1]
    return with_single_commas(tree, tokens)


def with_single_commas(tree: Tree, tokens: Sequence[int]) -> list[int]:
    """The tokens without a comma right after another one, as where something between two has been left out."""
    doubled = {here for before, here in pairwise(tokens) if tree.tokens[here].form == tree.tokens[before].form == ","}
    return [each for each in tokens if each not in doubled]


def bracketed_tokens(tree: Tree) -> set[int]:
    """The tokens of what is in brackets, and the brackets: marks of notes, years of books.

    A letter or a digit in brackets that ends a word is a part of it: "section 40(b)(2)", "owner(s)".
    """
    return set(_bracketed_tokens(tree))


@cache_per_tree
def _bracketed_tokens(tree: Tree) -> frozenset[int]:
    depth, found = 0, set()
    for index, token in enumerate(tree.tokens):
        if not depth and (_ends_a_word(tree, index) or _ends_a_word(tree, index - 2)):
            continue
        depth += token.form in ("(", "[")
        if depth:
            found.add(index)
        depth = max(0, depth - (token.form in (")", "]")))
    return frozenset(found)


def _ends_a_word(tree: Tree, index: int) -> bool:
    """Return whether a bracket that holds one letter or digit begins at a token, with no space before it."""
    if index < 1 or tree.tokens[index].form != "(":
        return False
    around = tree.tokens[index - 1 : index + 3]
    forms = [token.form for token in around]
    if len(forms) <= 3 or (len(forms[2]), forms[3]) != (1, ")"):
        return False
    glued = all(one.span.end == behind.span.start for one, behind in pairwise(around))
    return glued and (forms[0] == ")" or forms[0].isalnum())


def opens_with_later(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether some tokens open with a "later" that the date does without: "Later in 1906 she left"."""
    forms = [tree.tokens[each].form.lower() for each in tokens[:3] if each < len(tree.tokens)]
    return forms[:2] == ["later", "in"] and forms[2:] != [] and forms[2].isdecimal()
