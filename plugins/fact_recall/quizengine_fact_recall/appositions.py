"""Phrases beside a name, between it and the next mark: "Ada Moss, director of the Orra Museum, left".

Next: `descriptions`, which says which of them tell who somebody is.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from quizengine.language import FINITE_TAGS, WH_PRONOUNS, Name, Tree, is_a, is_role_noun, name_at, surface_text

_ENDS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "--", "!", "?"})
_FEWEST = 3
"""Tokens that a sentence needs behind a name."""
_BESIDE = frozenset({"appos", "flat"})
_TOLD_OF_WHO = frozenset({"acl:relcl", "parataxis"})
_GOES_ON = frozenset({"and", "or", "as"})
_PART_OF_A_ROLE = 4
"""Words of a description that the article's names have in full, or as far as an abbreviation in it."""
_MORE = frozenset({"the", "a", "an"})


def appositions(tree: Tree, own: Sequence[int], name: Name) -> Iterator[tuple[int, ...]]:
    """Yield the tokens between a name and the next mark if they are one phrase beside it, then shorter forms of it.

    The shorter ones end before "who", whose clause may be too long or point elsewhere, and before a second office.
    """
    whole = _apposition(tree, own, name)
    if whole:
        yield whole
        yield before_who(tree, whole)
        yield tuple(takewhile(lambda each: not _adds_an_office(tree, each), whole))


def closed_apposition(tree: Tree, own: Sequence[int]) -> tuple[int, ...]:
    """Return the tokens between a name and the next mark if the tree makes them one phrase beside it; else none."""
    at = own[-1] + 1
    tokens = up_to_a_mark(tree, at + 1) if at + _FEWEST < len(tree.tokens) and tree.tokens[at].form == "," else ()
    tops = [each for each in tokens if tree.tokens[each].head not in tokens]
    beside = len(tops) == 1 and tree.tokens[tops[0]].head in own and tree.tokens[tops[0]].relation in _BESIDE
    beside = beside and not may_be_the_main_clause(tree, tokens)
    return tokens if beside and _closes(tree, tops[0], tokens) else ()


def may_be_the_main_clause(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether what a sentence says may be in the words that seem to describe a name: "Like Orra, Senn grew".

    A description holds no finite verb but after "who", "which" or "that", and the sentence has one without it.
    """
    told = next((each for each in tokens if tree.tokens[each].xpos in WH_PRONOUNS), len(tree.tokens))
    finite = [each for each, token in enumerate(tree.tokens) if token.xpos in FINITE_TAGS]
    inside = any(each in tokens and each < told for each in finite)
    return inside or not any(each not in tokens and _states(tree, each) for each in finite)


def _states(tree: Tree, finite: int) -> bool:
    """Return whether a finite verb is not that of a clause which a "who" or a "because" begins."""
    token = tree.tokens[finite]
    verb = token.head if is_a(token.relation, "aux", "cop") and token.head >= 0 else finite
    return not is_a(tree.tokens[verb].relation, "acl") and tree.dependent(verb, "mark") is None


def before_who(tree: Tree, tokens: Sequence[int]) -> tuple[int, ...]:
    """A phrase without the clause that begins with "who", which may be too long or point elsewhere."""
    return tuple(takewhile(lambda each: tree.tokens[each].xpos not in WH_PRONOUNS, tokens))


def up_to_a_mark(tree: Tree, first: int) -> tuple[int, ...]:
    """Return the tokens from one up to the next mark, with the state or country after the comma after a place."""
    tokens = list(takewhile(lambda each: tree.tokens[each].form not in _ENDS, range(first, len(tree.tokens))))
    at = tokens[-1] + 2 if tokens else len(tree.tokens)
    name = name_at(tree.tokens[at].span) if at < len(tree.tokens) and tree.tokens[at - 1].form == "," else None
    if name and name.kind == "place" and tree.tokens[tokens[-1]].upos == "PROPN":
        region = list(takewhile(lambda each: name_at(tree.tokens[each].span) is name, range(at, len(tree.tokens))))
        behind = tree.tokens[region[-1] + 1 : region[-1] + 2]
        tokens += [at - 1, *region] if any(token.form in _ENDS for token in behind) else []
    return tuple(tokens)


def _apposition(tree: Tree, own: Sequence[int], name: Name) -> tuple[int, ...]:
    at = own[-1] + 1
    if at + _FEWEST >= len(tree.tokens) or tree.tokens[at].form != ",":
        return ()
    who = [each.form.lower() for each in tree.tokens[at + 1 : at + 3]] in (["who", "is"], ["who", "was"])
    at += 2 if who else 0
    tokens = up_to_a_mark(tree, at + 1)
    tops = [each for each in tokens if tree.tokens[each].head not in tokens]
    joined = all(tree.tokens[each].relation == "conj" and tree.tokens[each].upos == "NOUN" for each in tops[1:])
    if not tops or not joined or _names_another(tree, tokens[-1] + 1) or may_be_the_main_clause(tree, tokens):
        return ()
    top = tree.tokens[tops[0]]
    beside = top.relation in _TOLD_OF_WHO if who else top.head in _with_titles(tree, own) and top.relation in _BESIDE
    whole = beside and _closes(tree, tops[0], tokens)
    return tokens if whole or (not who and _is_said_of(tree, tops[0], tokens, name)) else ()


def _names_another(tree: Tree, mark: int) -> bool:
    """Return whether the phrase may be said of a name after its comma: "Unlike Moss, the mayor, Lund, left"."""
    forms = [token.form for token in tree.tokens[mark : mark + 2]]
    return forms[:1] == [","] and len(forms) > 1 and tree.tokens[mark + 1].upos == "PROPN"


def _with_titles(tree: Tree, own: Sequence[int]) -> set[int]:
    """The tokens of a name and of the titles right before it, on one of which the phrase may depend: "Sir Jan Lund"."""
    first = own[0]
    while first and tree.tokens[first - 1].form[:1].isupper() and is_role_noun(tree.tokens[first - 1].form):
        first -= 1
    return {*range(first, own[0]), *own}


def _is_said_of(tree: Tree, top: int, tokens: Sequence[int], name: Name) -> bool:
    """Return whether the words between two marks are the description that the names of the article have of somebody.

    The tree may put such a phrase elsewhere. A list may go on after it ("Moss, a baker, and …"); then it is none.
    """
    behind = tree.tokens[tokens[-1] + 1 :]
    ends = bool(behind) and (behind[0].form == "." or (behind[0].form == "," and len(behind) > 1))
    goes_on = len(behind) > 1 and behind[0].form == "," and behind[1].form.lower() in _GOES_ON
    words, role = surface_text(tree, tokens), name.role
    said = words == role or (len(role.split()) > _PART_OF_A_ROLE and words.startswith(f"{role}."))
    return ends and not goes_on and said and is_role_noun(tree.tokens[top].lemma)


def _adds_an_office(tree: Tree, token: int) -> bool:
    behind = tree.tokens[token + 1].form.lower() if token + 1 < len(tree.tokens) else ""
    return tree.tokens[token].upos == "CCONJ" and behind in _MORE


def _closes(tree: Tree, head: int, tokens: Sequence[int]) -> bool:
    """Return whether a phrase ends where its words end, except for a clause that adds to it, and is not a list."""
    beyond = [each for each in tree.subtree(head) if each > tokens[-1] and tree.tokens[each].upos != "PUNCT"]
    tops = [each for each in beyond if tree.tokens[each].head not in beyond]
    added = all(tree.tokens[each].relation.startswith("acl") for each in tops)
    return added and tokens[-1] + 1 < len(tree.tokens)
