"""Whether a meaning is understood by itself, and words in place of "we", who are everybody.

`quizengine.language.pointers` finds what points outside; in what holds of a whole class less of it does.
Next: `meanings`.
"""

from collections.abc import Mapping, Sequence

from quizengine.language import Tree, pointers
from quizengine.language.word_lists import listed
from quizengine_key_terms.patterns.candidate import Candidate

_GENERIC = listed(
    """
    body brain mind eye ear skin heart blood stomach land law state government market public individual person whole
    self human family home ground surface air water ocean atmosphere crust core nucleus cell bloodstream economy
    population nation data country community environment universe sun earth moon moment night day past future senses
    nose mouth lungs spine
    """
)
"""Nouns that "the" makes one of a kind: every body has one."""
_SAVES = listed("it its itself they their them themselves who whose")
_EVERYBODY = {
    "we": ("people", "they"),
    "our": ("people’s", "their"),
    "us": ("people", "them"),
    "ourselves": ("people", "themselves"),
}
"""What stands in place of the writer and the reader, first and where people have been named already."""
_OTHERS = listed("another other others same such")
"""In what holds of a whole class these compare its members with each other: "an animal that eats other animals"."""


def points_outside(candidate: Candidate, tokens: Sequence[int], replaced: Mapping[int, str]) -> bool:
    """Whether a reader who knows only these words would ask "which?", "who?" or "when?"."""
    tree, head, past = candidate.tree, candidate.head, candidate.past
    for pointer in pointers(tree, tokens, [*replaced, *(each for each in tokens if _is_generic_noun(tree, each))]):
        token = tree.tokens[pointer.token]
        following = tree.tokens[pointer.token + 1].form.lower() if pointer.token + 1 < len(tree.tokens) else ""
        if token.form.lower() in ("each", "one") and following in ("other", "another"):
            continue
        if token.form.lower() in _OTHERS or (token.form.lower() == "one" and _is_generic_one(tree, pointer.token)):
            continue
        if pointer.kind == "who" and token.form.lower() in _SAVES and _has_antecedent(tree, pointer.token, tokens):
            continue
        if pointer.kind == "which" and not past and _is_described(tree, pointer.token):
            continue
        if pointer.token == head or _is_generic_noun(tree, pointer.token) or _named_before(tree, pointer.token, tokens):
            continue
        return True
    return False


def we_as_people(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """What stands in place of "we", "our" and "us" where they are everybody: "people", "their", "them"."""
    forms = [(each, tree.tokens[each].form.lower()) for each in tokens]
    spoken = [each for each, form in forms if form == "we"]
    replaced = {}
    for each, form in forms:
        told = bool(spoken) and spoken[0] < each
        if form in _EVERYBODY:
            replaced[each] = _EVERYBODY[form][told]
    return replaced


def _is_described(tree: Tree, index: int) -> bool:
    """Whether a noun with "the" has a word before it that says which: "the memory system", "the human body"."""
    return tree.tokens[index].upos == "NOUN" and tree.dependent(index, "compound", "amod") is not None


def _is_generic_one(tree: Tree, index: int) -> bool:
    """Whether "one" is anybody: "one’s own culture"."""
    return index + 1 < len(tree.tokens) and tree.tokens[index + 1].xpos == "POS"


def _is_generic_noun(tree: Tree, index: int) -> bool:
    return tree.tokens[index].lemma.lower() in _GENERIC


def _named_before(tree: Tree, index: int, tokens: Sequence[int]) -> bool:
    """Whether the same noun stands before: "participants of an experiment who … the experiment"."""
    return any(each < index and tree.tokens[each].lemma == tree.tokens[index].lemma for each in tokens)


def _has_antecedent(tree: Tree, index: int, tokens: Sequence[int]) -> bool:
    """Whether a noun of its number stands before a pronoun: "people who sell their labor"."""
    plural = tree.tokens[index].form.lower() in ("they", "their", "them", "themselves")
    for each in tokens:
        token = tree.tokens[each]
        if each >= index or token.upos not in ("NOUN", "PRON"):
            continue
        many = token.xpos == "NNS" or token.form.lower() in ("someone", "person", "individual", "people", "group")
        if many if plural else token.xpos == "NN":
            return True
    return False
