"""The ways in which a sentence says what is so under a state of affairs: "in a monarchy, one ruler holds all power".

What is said is a clause; the frame before it says of what kind the state is, by the ending of its name.
Next: `summed_up`.
"""

import re
from collections.abc import Iterator

from quizengine.language import Tree, word_set
from quizengine_key_terms.patterns.attachment import defined_by
from quizengine_key_terms.patterns.candidate import Candidate, TokenPattern
from quizengine_key_terms.patterns.noun_phrases import NAMING, head_of, noun_phrase_before, rest_from

_FRAMES = (
    (re.compile(r"(?:archy|cracy)\Z"), "a form of government in which"),
    (re.compile(r"(?:opoly|opsony)\Z"), "a situation in which"),
    (re.compile(r"gamy\Z"), "a form of marriage in which"),
)
"""Endings of nouns for states of affairs, which hold by definition, with what such a state is."""
_KINDS = word_set("practice process system principle policy doctrine method technique custom rule theory")
"""Nouns whose "of" names a custom or a rule: "the practice of dynastic succession, in which …"."""
_LAWS = word_set("law principle theory theorem hypothesis rule doctrine postulate axiom conjecture")
_STATING = frozenset({"states", "holds", "says", "asserts", "predicts", "proposes"})
_VIEWS = word_set("framework theory doctrine philosophy principle policy practice science field school")
"""Nouns whose "of" names a way of thinking."""
_ORIGINS = word_set("grounded rooted based founded inspired developed derived named")
"""Participles that tell where a view comes from, and not what it is."""
_THOUGHT = re.compile(r"ism\Z|\A(?:theory|doctrine|hypothesis|principle)\Z")
_ORDER = re.compile(r"(?:ism|dom)\Z")
_NO_THOUGHT = word_set(
    "journalism criticism tourism mechanism organism optimism pessimism metabolism baptism prism schism"
)
_POINTING = word_set("it they he she we you i this that these those")
"""First words of a view that is only clear with the text around it."""
_OF_A_CASE = frozenset({"This", "These", "That", "Those", "It", "Such"})
"""First words of sentences about one case: "this creates an oligopoly in which a few firms own the papers"."""
_BEFORE_WHICH = frozenset({"in", "by", "under"})
PRESENT = frozenset({"VBZ", "VBP"})
"""Tags of verbs in the present tense, as definitions have them."""
_MOST_BEFORE = 4
"""Tokens of what opens a sentence: "in a representative democracy"."""


def frame_of(noun: str) -> str:
    """Return what is before a clause that is true in a state of affairs; empty for other nouns."""
    return next((frame for ending, frame in _FRAMES if ending.search(noun.lower())), "")


def _which_at(tree: Tree, index: int) -> bool:
    if index + 1 >= len(tree.tokens) or tree.tokens[index + 1].form != "which":
        return False
    return tree.tokens[index].form.lower() in _BEFORE_WHICH


def _in_which(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "an oligopoly in which a few firms dominate the market" and "oligarchy, in which …"."""
    if index < 2 or not _which_at(tree, index):
        return
    end = index - (tree.tokens[index - 1].form == ",")
    frame = frame_of(tree.tokens[end - 1].form)
    term = noun_phrase_before(tree, end) if frame else ()
    of_a_case = tree.tokens[0].form in _OF_A_CASE
    if term and not of_a_case and (end < index or tree.tokens[term[0]].form.lower() in ("a", "an")):
        meaning = _without_aside(tree, rest_from(tree, index + 2))
        yield Candidate(tree, "in which", term, meaning, index, frame=frame)


def _practice_in_which(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "the practice of dynastic succession, in which a child inherits the throne"."""
    tokens = tree.tokens
    if index < 5 or not _which_at(tree, index) or tokens[index - 1].form != ",":
        return
    term = noun_phrase_before(tree, index - 1)
    if not term or term[0] < 3 or tokens[term[0] - 1].form != "of" or tokens[term[0]].upos == "DET":
        return
    kind = tokens[term[0] - 2].form.lower()
    if kind in _KINDS and tokens[term[0] - 3].form.lower() == "the":
        frame = f"the {kind} {tokens[index].form.lower()} which"
        yield Candidate(tree, "act called", term, rest_from(tree, index + 2), index, frame=frame)


def _view_which(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "the framework of symbolic interactionism, which is grounded in the works of …"."""
    tokens = tree.tokens
    if index < 5 or index + 2 >= len(tokens) or tokens[index].form.lower() != "which" or tokens[index - 1].form != ",":
        return
    term = noun_phrase_before(tree, index - 1)
    if not term or term[0] < 3 or tokens[term[0] - 1].form != "of" or tokens[index + 1].xpos not in PRESENT:
        return
    kind = tokens[term[0] - 2].form.lower()
    meaning = rest_from(tree, index + 1)
    says_whence = any(tokens[each].form in _ORIGINS for each in meaning[:2])
    if kind in _VIEWS and tokens[term[0] - 3].form.lower() == "the" and not says_whence:
        yield Candidate(tree, "act called", term, meaning, index, frame=f"the {kind} that")


def _states_that(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "the law of demand states that people buy less of a good when its price rises"."""
    tokens = tree.tokens
    if index < 2 or index + 3 >= len(tokens) or tokens[index].form not in _STATING or tokens[index + 1].form != "that":
        return
    term = tuple(range(1 if tokens[0].upos == "DET" else 0, index))
    inside = all(tokens[each].upos in NAMING or tokens[each].form in ("of", "-", "’s", "'s", "the") for each in term)
    nouns = [tokens[each].lemma.lower() for each in term]
    named = bool(nouns) and (nouns[-1] in _LAWS or (nouns[0] in _LAWS and "of" in nouns))
    if inside and named and len(term) > 1 and len(term) <= _MOST_BEFORE + 1:
        frame = f"the {nouns[0] if nouns[0] in _LAWS else nouns[-1]} that"
        yield Candidate(tree, "states that", term, rest_from(tree, index + 2), index, frame=frame)


def _according_to(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "according to functionalism, all parts of a society serve a purpose"."""
    tokens = tree.tokens
    comma = next((each for each in range(2, min(_MOST_BEFORE + 3, len(tokens))) if tokens[each].form == ","), 0)
    if index or not comma or tokens[1].form != "to" or tokens[comma - 1].lemma.lower() in _NO_THOUGHT:
        return
    named = bool(_THOUGHT.search(tokens[comma - 1].lemma.lower()))
    inside = all(token.upos in NAMING or token.form == "-" for token in tokens[2:comma])
    clause = rest_from(tree, comma + 1)
    root = tree.root
    if not (named and inside and clause) or root <= comma or tokens[clause[0]].form.lower() in _POINTING:
        return
    if tokens[root].xpos in PRESENT or any(tokens[each].xpos in PRESENT for each in tree.dependents(root, "cop")):
        yield Candidate(tree, "according to", tuple(range(2, comma)), clause, root, frame="the view that")


def _in_a_state(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "in a monarchy, one ruler holds political power"."""
    tokens = tree.tokens
    opening = tokens[0].form
    if tokens[index].form != "," or not 1 < index <= _MOST_BEFORE or opening not in ("In", "Under"):
        return
    article = tokens[1].form.lower() in ("a", "an")
    frame = frame_of(tokens[index - 1].form) if article else _order_of(tokens[index - 1].form, opening)
    inside = all(token.upos in NAMING for token in tokens[1 + article : index])
    root = tree.root
    present = tokens[root].xpos in PRESENT or any(tokens[each].xpos in PRESENT for each in tree.dependents(root, "cop"))
    if frame and inside and present and root > index:
        meaning = _without_aside(tree, _first_clause(tree, rest_from(tree, index + 1)))
        yield Candidate(tree, "in a state", tuple(range(1, index)), meaning, root, frame=frame)


def _order_of(noun: str, opening: str) -> str:
    """Return what is before a clause that is true under an order of things: "under totalitarianism, …"."""
    return "the system under which" if opening == "Under" and _ORDER.search(noun.lower()) else ""


def _first_clause(tree: Tree, clause: tuple[int, ...]) -> tuple[int, ...]:
    """A clause without a second one that ", and it" or ", and they" begins."""
    forms = [tree.tokens[each].form.lower() for each in clause]
    ends = (at for at in range(len(forms) - 2) if forms[at : at + 2] == [",", "and"] and forms[at + 2] in _POINTING)
    return clause[: next(ends, len(clause))]


def _without_aside(tree: Tree, meaning: tuple[int, ...]) -> tuple[int, ...]:
    """A clause without what is between two commas before its verb: "one ruler, usually a king, holds power"."""
    commas = [each for each in meaning if tree.tokens[each].form == ","]
    verb = next((each for each in commas[1:] if each + 1 in meaning and tree.tokens[each + 1].upos == "VERB"), None)
    if verb is None or any(tree.tokens[each].xpos in PRESENT for each in meaning if each < commas[0]):
        return meaning
    return tuple(each for each in meaning if not commas[0] <= each <= verb)


def _behind_a_colon(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "he advocated a republic: a state without a king"."""
    tokens = tree.tokens
    if tokens[index].form != ":" or not 2 < index < len(tokens) - 3:
        return
    term = noun_phrase_before(tree, index)
    if not term or term[0] == 0 or tokens[term[0]].form.lower() not in ("a", "an"):
        return
    meaning = rest_from(tree, index + 1)
    if meaning and tokens[meaning[0]].form.lower() in ("a", "an") and tokens[index + 2].upos in NAMING:
        head = head_of(tree, meaning)
        yield Candidate(tree, "apposition", defined_by(tree, term, head), meaning, head, closed=True)


STATE_PATTERNS = (
    TokenPattern(_BEFORE_WHICH, _in_which),
    TokenPattern(_BEFORE_WHICH, _practice_in_which),
    TokenPattern(("which",), _view_which),
    TokenPattern(_STATING, _states_that),
    TokenPattern(("according",), _according_to),
    TokenPattern((",",), _in_a_state),
    TokenPattern((":",), _behind_a_colon),
)
