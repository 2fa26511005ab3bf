"""Things that a sentence gives a name while it tells of them: "the gaps are closed by an enzyme called ligase".

Such a sentence defines nothing, but tells enough to ask which enzyme closes the gaps.
Next: `parts_of_clauses`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine.language import TENSED, WH_WORDS, Tree, surface_text, word_set
from quizengine_key_terms.bold_statements import DOES
from quizengine_key_terms.essence import TELLS_LITTLE
from quizengine_key_terms.patterns.attachment import is_plural
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.patterns.noun_phrases import NAMING, noun_phrase_from
from quizengine_key_terms.patterns.states import PRESENT
from quizengine_key_terms.term_kinds import meaning_kind
from quizengine_key_terms.terms import Term, term_of

_LINKS = {"called": (), "termed": (), "known": ("as",)}
_KINDS = frozenset({"thing", "concept", ""})
"""Kinds of things that have terms, and no names of their own as people and places have."""
_VAGUE = word_set("thing something word term name phrase concept idea example expression way part kind type form sort")
"""Nouns with which no question can begin: "which thing closes the gaps?"."""
_OPENING = frozenset({",", "("})
_SETS = word_set("cluster knot bundle network layer ring mass group set sheet band chain row pair series")
"""Nouns for things that consist of many."""
_LONGEST, _LONGEST_KIND = 3, 4
"""Words of a term that is typed, and those of what it is."""


@dataclass(frozen=True)
class Called:
    """A thing with its name in a sentence."""

    tree: Tree
    kind: tuple[int, ...]
    """The words that say what it is, without their article: "digestive enzyme"."""
    name: tuple[int, ...]
    term: Term

    @property
    def noun(self) -> int:
        """The token of the noun that says what it is: "knot" in "knot of vessels"."""
        of = next((at for at, each in enumerate(self.kind) if self.tree.tokens[each].form == "of"), len(self.kind))
        return self.kind[of - 1]

    @property
    def words(self) -> str:
        """The words that a question begins with: "digestive enzyme"."""
        return surface_text(self.tree, self.kind)

    @property
    def plural(self) -> bool:
        """True if it is said of several."""
        return is_plural(self.tree, self.noun)


def called_things(tree: Tree) -> Iterator[Called]:
    """Yield each thing of a sentence that "called" gives a common name right behind it."""
    for index, token in enumerate(tree.tokens):
        links = _LINKS.get(token.form)
        end = index - (index > 1 and tree.tokens[index - 1].form in _OPENING)
        if links is None or not end or tree.tokens[end - 1].upos != "NOUN":
            continue
        start = index + 1 + len(links)
        if tuple(each.form for each in tree.tokens[index + 1 : start]) != links:
            continue
        found = _called(tree, end, start)
        if found and (end == index or _closes_before_a_clause(tree, found)):
            yield found


def _closes_before_a_clause(tree: Tree, thing: Called) -> bool:
    """Return whether a name between marks is closed before a clause: "a fluid, called musk, that protects fur"."""
    behind = [token.form for token in tree.tokens[thing.name[-1] + 1 : thing.name[-1] + 3]]
    return behind in ([",", "that"], [",", "which"], [")", "that"], [")", "which"])


def _called(tree: Tree, index: int, start: int) -> Called | None:
    kind = _kind_before(tree, index)
    name = _up_to_its_verb(tree, noun_phrase_from(tree, start)) or _deed_at(tree, start)
    if not kind or not name or meaning_kind(tree, kind[-1]) not in _KINDS:
        return None
    term = term_of(Candidate(tree, "called", name, kind, kind[-1]))
    if isinstance(term, str) or len(term.words.split()) > _LONGEST or not _is_common(term):
        return None
    foreign = tree.tokens[name[-1]].form[-1:] in "aeio"  # "pores called stomata"
    thing = Called(tree, kind, name, term)
    return thing if foreign or thing.plural == is_plural(tree, name[-1]) else None


def _is_common(term: Term) -> bool:
    """Return whether a term is no name: its last word is small, as in "RNA polymerase" and "the Golgi apparatus"."""
    return term.words.split()[-1][:1].islower()


def _kind_before(tree: Tree, index: int) -> tuple[int, ...]:
    """The noun right before a "called" with the words that belong to it; () if another noun may be the one."""
    tokens, first = tree.tokens, index - 1
    while first and (tokens[first - 1].upos in NAMING or tokens[first - 1].form == "-"):
        first -= 1
    lemmas = {tokens[each].lemma.lower() for each in range(first, index)}
    before = tokens[first - 1].form.lower() if first else ""
    if before == "of":
        return _set_before(tree, first, index)
    if lemmas & _VAGUE or tokens[index - 1].lemma.lower() in TELLS_LITTLE:
        return ()
    single = before in ("a", "an", "another")
    bare = is_plural(tree, index - 1) and not (first and tokens[first - 1].upos in ("DET", "PRON"))
    fits = index - first <= _LONGEST_KIND and all(tokens[each].upos != "PROPN" for each in range(first, index))
    return tuple(range(first, index)) if fits and (single or bare) else ()


def _set_before(tree: Tree, first: int, index: int) -> tuple[int, ...]:
    """The phrase for one thing made of many, whose name is in the singular: "a knot of vessels called"."""
    tokens = tree.tokens
    outer = first - 2
    while outer > 0 and tokens[outer - 1].upos == "ADJ":
        outer -= 1
    one = outer > 0 and tokens[first - 2].lemma.lower() in _SETS and tokens[outer - 1].form in ("a", "an")
    return tuple(range(outer, index)) if one and is_plural(tree, index - 1) else ()


def _up_to_its_verb(tree: Tree, name: tuple[int, ...]) -> tuple[int, ...]:
    """A name without a verb that is taken for a noun: "an enzyme called ligase seals the gaps"."""
    tokens = tree.tokens
    for each in name[1:]:
        behind = tokens[each + 1 : each + 2]
        if tokens[each].xpos in PRESENT or (behind and is_a_hidden_verb(tree, each)):
            return name[: name.index(each)]
    return name


def is_a_hidden_verb(tree: Tree, index: int) -> bool:
    """Return whether a noun is the verb of its sentence, which has no other one: "a tool called burin cuts bone"."""
    tokens = tree.tokens
    hidden = tokens[index].xpos in ("NNS", "NN", "JJ") and tokens[index].lemma.lower() in DOES
    end = next((each for each in range(index, len(tokens)) if tokens[each].xpos in WH_WORDS), len(tokens))
    return hidden and not any(token.xpos in TENSED and token.form not in _LINKS for token in tokens[:end])


def _deed_at(tree: Tree, start: int) -> tuple[int, ...]:
    """The name of a deed, alone before a mark: "a process called splicing, which …"."""
    tokens = tree.tokens[start : start + 2]
    alone = len(tokens) > 1 and (tokens[1].upos == "PUNCT" or tokens[1].form == "that")
    return (start,) if alone and tokens[0].xpos == "VBG" else ()
