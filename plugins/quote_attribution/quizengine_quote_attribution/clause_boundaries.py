"""The first clause of a sentence that is too long to show: up to another clause that it does not need.

Next: `excerpts`, which shows it with an ellipsis, and `asking_reported`, which shows no clause that is cut.
"""

from collections.abc import Sequence

from quizengine import Span
from quizengine.language import FINITE_TAGS, Tree, is_a, tree_at, word_set

MARKS = word_set("“ ” \" `` ''")
_OPEN_MAIN_CLAUSES = word_set("that whether for to")
FEWEST_WORDS = 10
_BORDERS = word_set("; , — –")
_LINKS = word_set("and but so")
_FRONTED = word_set("when once")
_MOST_COMMAS = 3
_ADDING = word_set("if because although unless whereas while which")
_JOINING_TAGS = frozenset({"CC", "IN", "WDT", "WP", "WP$", "WRB"})


def first_clause(sentence: Span, most: int) -> Span | None:
    """The longest stretch of up to so many words that ends where a main clause begins; None if there is none.

    Another main clause has a subject of its own, and is after a comma with "and", "but" or "so", or a semicolon. What
    else the subject of a long clause did is left out, too: "We opened the harbour … and have sold forty boats"; and so
    are an "if …", "because …" or "which …" behind a comma and what follows it.
    """
    tree = tree_at(sentence)
    tokens = tree.tokens_in(sentence) if tree else ()
    if tree is None or not tokens:
        return None
    cuts = [span for at in tokens if (span := _before(tree, tokens, at))]
    fitting = [span for span in cuts if FEWEST_WORDS <= len(span.text.split()) <= most]
    return fitting[-1] if fitting else None


def leads_to_main_clause(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether tokens begin with a phrase or clause that a comma parts from the main clause behind it.

    "In the first race, forty boats sank", "if it rains, nobody rows"; not "if it rains, as it often does".
    """
    first = tree.tokens[tokens[0]]
    if first.xpos != "IN" and first.form.lower() not in _FRONTED:
        return False
    commas = [at for at in tokens[1:] if tree.tokens[at].form == ","]
    return any(_begins_a_main_clause(tree, tokens, at) for at in commas[:_MOST_COMMAS])


def _begins_a_main_clause(tree: Tree, tokens: Sequence[int], comma: int) -> bool:
    """Return whether right after a comma the subject of a finite verb stands, wherever a parser hangs that verb."""
    behind = [at for at in tokens if at > comma and tree.tokens[at].form not in MARKS]
    subject = next((at for at in behind if is_a(tree.tokens[at].relation, "nsubj", "expl")), None)
    if not behind or subject is None or tree.tokens[behind[0]].xpos in _JOINING_TAGS:
        return False
    verb = tree.tokens[subject].head
    opens = min(tree.subtree(subject)) == behind[0]
    finite = [verb, *tree.dependents(verb, "aux", "cop")]
    return opens and verb in behind and any(tree.tokens[at].xpos in FINITE_TAGS for at in finite)


def is_cut_clause(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether tokens are a clause that lacks its main one, or break off before words in marks.

    So are “since the boats were old” of "since the boats were old, nobody rowed", and “it rained, as he told” of "it
    rained, as he told “all of us”".
    """
    first, behind = tree.tokens[tokens[0]], tokens[-1] + 1
    opens = is_a(first.relation, "mark") and first.head in tokens and first.form.lower() not in _OPEN_MAIN_CLAUSES
    own = tree.subtree(first.head) if opens and tree.tokens[first.head].head not in tokens else tokens
    main = any(tree.tokens[each].xpos in FINITE_TAGS for each in set(tokens) - set(own)) or own is tokens
    marks = sum(tree.tokens[each].form in MARKS for each in tokens)
    broken = marks % 2 == 0 and behind < len(tree.tokens) and tree.tokens[behind].form in MARKS
    return (opens and not main and not leads_to_main_clause(tree, tokens)) or broken


def _before(tree: Tree, tokens: tuple[int, ...], verb: int) -> Span | None:
    """Return what is before a clause that is joined to the main one, where all of it hangs together by itself."""
    mark = _before_a_clause(tree, tokens, verb)
    mark = _before_what_is_added(tree, tokens, verb) if mark is None else mark
    if mark is None or mark <= tokens[0]:
        return None
    kept = range(tokens[0], mark)
    outside = [each for each in kept if tree.tokens[each].head not in kept]
    main = len(outside) == 1 and tree.tokens[outside[0]].head not in tokens
    told = any(is_a(tree.tokens[each].relation, "nsubj", "expl") for each in kept)
    whole = main or (tree.tokens[mark].form == ";" and told)
    finite = any(tree.tokens[each].xpos in FINITE_TAGS for each in kept)
    return tree.span(tuple(kept)) if whole and finite else None


def _before_a_clause(tree: Tree, tokens: tuple[int, ...], verb: int) -> int | None:
    """The mark before a clause that is joined to another; a semicolon may part it from one outside of the tokens."""
    token = tree.tokens[verb]
    if not is_a(token.relation, "conj", "parataxis"):
        return None
    own = [each for each in tree.subtree(verb) if each in tokens]
    semicolon = next((at for at in (own[0], own[0] - 1) if at in tokens and tree.tokens[at].form == ";"), None)
    if semicolon is not None or token.head not in tokens:
        return semicolon
    led = tree.dependent(verb, "nsubj", "expl") is not None
    return _border(tree, tokens, own) if led else _link(tree, verb, own)


def _before_what_is_added(tree: Tree, tokens: tuple[int, ...], at: int) -> int | None:
    """The comma right before a word that adds a condition, a reason or a "which" to a clause."""
    return at - 1 if tree.tokens[at].form.lower() in _ADDING and tree.tokens[at - 1].form == "," else None


def _border(tree: Tree, tokens: tuple[int, ...], own: list[int]) -> int | None:
    """The mark before a clause that has a subject of its own; None if none, or a bare comma, is there."""
    mark = own[0] if tree.tokens[own[0]].form in _BORDERS else own[0] - 1
    border = tree.tokens[mark].form if mark in tokens else ""
    linked = any(tree.tokens[each].form.lower() in _LINKS for each in own[:2])
    return mark if border in _BORDERS and (linked or border == ";") else None


def _link(tree: Tree, verb: int, own: list[int]) -> int | None:
    """The "and" or "but" before what else the subject of a finite verb did; None for a word of another kind."""
    finite = any(tree.tokens[each].xpos in FINITE_TAGS for each in (verb, *tree.dependents(verb, "aux", "cop")))
    return own[0] if finite and tree.tokens[own[0]].form.lower() in _LINKS else None
