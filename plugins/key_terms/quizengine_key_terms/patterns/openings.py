"""The noun phrase with which a sentence opens, without what is said beside it: "the moat (a ditch), or fosse, is …".

Next: `phrases`.
"""

from quizengine.language import Tree, phrase_set, word_set

_REMARKS = phrase_set(
    """
    strictly speaking | simply put | put simply | simply stated | in general | generally speaking | in short
    | in other words | in contrast | by contrast | on the other hand | in essence | essentially | technically | broadly
    | broadly speaking | by definition | similarly | likewise | conversely | however | finally
    | by comparison | in turn | then | meanwhile | though
    """
)
"""Words before a comma that only lead to what follows."""
_LONGEST_REMARK, _LONGEST_SOURCE = 5, 6
_ASIDES = word_set("or also sometimes often commonly called known abbreviated e.g. i.e. as which such like")
"""Words that begin an aside after a comma."""
_CLOSING = {"(": ")", ",": ","}


def opening_phrase(tree: Tree, verb: int) -> tuple[int, ...]:
    """The tokens of a sentence before its verb, without a remark that opens it and an aside before the verb."""
    first = first_behind_a_remark(tree)
    tokens = tree.tokens
    mark = next((each for each in range(first, verb) if tokens[each].form in _CLOSING), verb)
    if mark == verb:
        return tuple(range(first, verb))
    closes = tokens[verb - 1].form == _CLOSING[tokens[mark].form] and mark < verb - 2
    aside = (
        tokens[mark].form == "(" or tokens[mark + 1].form.lower() in _ASIDES or end_before_a_remark(tree, verb) == mark
    )
    whole = all(tokens[each].form != tokens[verb - 1].form for each in range(mark + 1, verb - 1))
    return tuple(range(first, mark)) if closes and aside and (whole or tokens[mark].form == ",") else ()


def end_before_a_remark(tree: Tree, verb: int) -> int:
    """The comma before a remark between a subject and its verb, or the verb: "informal norms, by contrast, are …"."""
    tokens = tree.tokens
    commas = [each for each in range(verb - 1) if tokens[each].form == ","] if tokens[verb - 1].form == "," else []
    remark = " ".join(token.form.lower() for token in tokens[commas[-1] + 1 : verb - 1]) if commas else ""
    return commas[-1] if remark in _REMARKS else verb


def first_behind_a_remark(tree: Tree) -> int:
    """The first token that is not of a remark: "a" in "strictly speaking, a moat is …"."""
    forms = [token.form.lower() for token in tree.tokens[: _LONGEST_REMARK + 1]]
    comma = forms.index(",") if "," in forms else 0
    return comma + 1 if comma and " ".join(forms[:comma]) in _REMARKS else 0


def opening_source(tree: Tree) -> tuple[int, ...]:
    """The tokens of a source that opens a sentence, without the comma: "according to functionalism"."""
    forms = [token.form for token in tree.tokens[: _LONGEST_SOURCE + 1]]
    comma = forms.index(",") if "," in forms else 0
    return tuple(range(comma)) if comma > 2 and forms[:2] == ["According", "to"] else ()


def first_behind_an_opening(tree: Tree) -> int:
    """The first token that is of neither a remark nor a source."""
    return len(source) + 1 if (source := opening_source(tree)) else first_behind_a_remark(tree)
