"""Decides whether a sentence says what a thing is, and not a judgement of it, its role, or an event.

Next: `open_pointers`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from quizengine.language import Tree, word_set
from quizengine_key_terms.broken_meanings import (
    disagrees,
    is_a_statement,
    is_cut_off,
    is_quoted,
    sets_a_noun_beside_adjectives,
)
from quizengine_key_terms.endings import has_a_clause, sets_apart
from quizengine_key_terms.in_bold import is_in_bold
from quizengine_key_terms.patterns.candidate import LISTED, Candidate
from quizengine_key_terms.patterns.noun_phrases import is_deed
from quizengine_key_terms.term_kinds import FIGURES, meaning_kind
from quizengine_key_terms.told_once import is_a_custom, is_a_story, is_generic

_NO_GENUS = word_set(
    """
    result example one member source sign basis cause reason problem issue question necessity need goal thing topic
    subject matter factor indicator step aspect key alternative reminder challenge opportunity center centre focus
    choice symbol name term word difference lot some many place native son daughter author winner success failure
    product version copy supporter critic violation threat favorite favourite veteran resident case bit advantage
    disadvantage benefit concern priority mistake friend lack absence fan tragedy conversation chance gift curse
    blessing joke disaster lie mess scandal dream journey fight struggle lesson mirror window man woman guy kid game
    shame miracle nightmare wonder treasure partner hero enemy answer crisis exception
    """
)
"""Nouns that say what part a thing plays, not what it is."""
_BETWEEN = frozenset({"difference", "number", "part", "lack", "absence", "term", "name"})
"""Some of them that begin a definition where it is before "is called": "the difference between … is called …"."""
_OF_SOMETHING = word_set("violation member resident supporter failure product version copy")
"""Others that do so with their "of": "the product of two numbers is called …"."""
TELLS_LITTLE = word_set("kind type form sort group set series bit piece variety part")
_JUDGES = word_set(
    """
    good bad great better best worse worst key important critical crucial necessary essential major main difficult
    easy hard popular common famous notable serious huge big favorite favourite new real true ideal useful powerful
    interesting simple complex complicated controversial normal natural typical constant growing recent current former
    fundamental different various certain well-known integral central leading prime clear strong weak rare significant
    """
)
"""Adjectives by which a sentence judges a thing, or says how it is now, and does not define it."""
_RANKS = word_set("top best worst only sole")
"""Words that say of one thing what no other is: "the canoe, which is the top-selling boat in Orra"."""
_BESIDE = frozenset({"between", "from", "with"})
"""Words behind a noun that say which, where a whole subject is called so: "the boundary between two fields"."""
_AIMED, _PAIR = frozenset({"toward", "towards", "for", "against", "with"}), 2
"""Words behind a noun that "is defined as" makes distinctive: "perseverance toward a goal"."""
_SIGNS = word_set("symbol name sign term word")
_ONE, _NAMING = word_set("one another some"), word_set("called named dubbed")
_EXPLAINING = frozenset({"means", "is defined as", "coined", "or", "i.e."})
"""Patterns that explain a word, whatever the noun is that they begin with."""
_SAYS_MORE = word_set(
    ", of between among in within at for from with to toward towards against by around without on into through under"
)
_GROUPS = word_set("group class family set series")
_ABSOLUTE = word_set("never nothing nobody always should must everybody")
"""Words of opinions: "critics are people who never build anything"."""
_ANY = word_set("someone something anyone anything everything whatever")


def meaning_fault(candidate: Candidate, tokens: Sequence[int], explained: bool = False) -> str:
    """Return why a meaning defines nothing, in words; empty if it does.

    With `explained`, it need not tell its term from all others, as only the term is shown: enough for a model answer.
    """
    faults = [each for each in _FAULTS if candidate.rule != LISTED or each[0] not in _CERTAIN_IN_LISTS]
    if explained:
        faults = [(_WHERE_EXPLAINED.get(lacks, lacks), words) for lacks, words in faults]
    return next((words for lacks, words in faults if lacks(candidate, tokens)), "")


def _compares(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether it compares with something told: "the same", "the other", "a more oppressive style".

    So does an aside such as "the lens, a lamp that is brighter than its rivals", except of a term in bold.
    """
    forms = [candidate.tree.tokens[each].form.lower() for each in tokens]
    before = [form for form, each in zip(forms, tokens, strict=True) if each < candidate.head]
    beside = candidate.rule in ("apposition", "which is") and not is_in_bold(candidate.tree, candidate.term)
    compared = beside and any(other == "than" and one != "rather" for one, other in pairwise(forms))
    return compared or any(form in ("same", "other") for form in forms[:2]) or "more" in before


def _hedges(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether an adverb weakens it or says how often: "rarely a strategy for winning"."""
    first, done = candidate.tree.tokens[tokens[0]], is_deed(candidate.tree, candidate.head)
    return first.upos == "ADV" and first.xpos != "WRB" and not done


def _has_no_genus(candidate: Candidate, tokens: Sequence[int]) -> bool:
    word = candidate.tree.tokens[candidate.head]
    if word.form.lower() == "those" and _behind(candidate.tree, candidate.head) == "who":
        return False
    return (
        word.upos not in ("NOUN", "PROPN")
        and not is_deed(candidate.tree, candidate.head)
        and word.form.lower() not in _ANY
    )


def _has_neither_genus_nor_group(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether it names no kind of thing, nor a group that it is one of: "one of a class of winds that …"."""
    return not _is_one_of_a_group(candidate, tokens) and _has_no_genus(candidate, tokens)


def _is_one_of_a_group(candidate: Candidate, tokens: Sequence[int]) -> bool:
    forms = [candidate.tree.tokens[each].form.lower() for each in tokens[:4]]
    return forms[:3] == ["one", "of", "a"] and len(forms) > len(forms[:3]) and forms[3] in _GROUPS


def _is_no_example(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """True if a singular noun has neither an article nor a possessor, nor its relative clause right after it."""
    tree, head = candidate.tree, candidate.head
    word, following = tree.tokens[head], _behind(tree, head)
    marked = candidate.rule in ("is called", "called", "is defined as") or is_quoted(tree, tokens)
    marked = marked or _says_it_again(candidate, tokens)
    if marked or word.xpos not in ("NN", "NNP") or following in ("that", "which"):
        return False
    before = [tree.tokens[each] for each in tokens if each <= head]
    participle = head + 1 < len(tree.tokens) and tree.tokens[head + 1].xpos == "VBN"
    return not participle and not any(token.upos == "DET" or token.xpos in ("POS", "PRP$") for token in before)


def _says_it_again(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether an "or" says a term in bold in other words: "attrition, or slow surface wear,"."""
    tree, head = candidate.tree, candidate.head
    reworded = candidate.rule == "or" and is_in_bold(tree, candidate.term) and head == tokens[-1]
    return reworded and tree.dependent(head, "compound", "amod") is not None


def _is_no_example_and_no_substance(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether it has no article, and is not what a term in bold without one is: "apathy is lack of interest"."""
    substance = is_in_bold(candidate.tree, candidate.term) and candidate.tree.tokens[candidate.term[0]].upos == "NOUN"
    return not substance and _is_no_example(candidate, tokens)


def plays_a_part(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether a noun says what part a thing plays, or next to nothing, and not what it is: "a source of …"."""
    tree, head = candidate.tree, candidate.head
    genus = tree.tokens[head].lemma.lower()
    named = genus in _BETWEEN | _OF_SOMETHING | FIGURES and candidate.rule == "is called"
    if named or is_deed(tree, head):  # "lying under oath"
        return False
    if genus == "place":
        which = candidate.rule == "is called" or _behind(tree, head + 1) == "which"
        return _behind(tree, head) not in ("where", "that") and not (which and has_a_clause(tree, head, tokens))
    if genus == "way":
        doing = _behind(tree, head) == "of" and head + 2 < len(tree.tokens) and tree.tokens[head + 2].xpos == "VBG"
        return _behind(tree, head) != "in" and _behind(tree, head + 1) != "life" and not doing
    from_it = genus in FIGURES and _behind(tree, head) == "of"
    return from_it or genus in _NO_GENUS or (genus in TELLS_LITTLE and not has_a_clause(tree, head, tokens))


def _plays_another_part(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether it says what part a thing plays in words that do not explain its name."""
    tree, term = candidate.tree, candidate.term
    known = _is_one_of_a_group(candidate, tokens) or (
        tree.tokens[candidate.head].lemma in _SIGNS and is_in_bold(tree, term)
    )
    return not known and candidate.rule not in _EXPLAINING and plays_a_part(candidate, tokens)


def _judges(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """True if a word is one of praise, blame or weight; "the smallest unit" judges nothing in what "a cell" is."""
    tree, head = candidate.tree, candidate.head
    forms = {tree.tokens[each].form.lower() for each in tokens}
    before = {tree.tokens[each].form.lower() for each in tokens if each < head}
    first = tree.tokens[candidate.term[0]]
    one_thing = first.form.lower() == "the" and not is_in_bold(tree, candidate.term) and bool(before & _RANKS)
    many = tree.tokens[candidate.term[-1]].xpos == "NNS" and first.upos != "DET"
    generic = many or first.form.lower() in ("a", "an")
    describing = [each for each in tree.dependents(head, "amod", "compound") if each < head]
    adjectives = [tree.tokens[each] for each in describing if each in tokens]
    judged = any(word.form.lower() in _JUDGES or (word.xpos == "JJS" and not generic) for word in adjectives)
    return judged or one_thing or bool(forms & _ABSOLUTE or before & {"most", "least"})


def _sets_nothing_apart(candidate: Candidate, tokens: Sequence[int]) -> bool:
    tree, head = candidate.tree, candidate.head
    capital = any(tree.tokens[each].form[:1].isupper() for each in candidate.term)
    behind = _behind(tree, head)
    called = candidate.rule in ("called", "is called") and not capital
    named = called and (behind == "of" or (candidate.rule == "is called" and not candidate.past and behind in _BESIDE))
    named = named or (candidate.rule == "called" and behind in _AIMED) or _says_it_again(candidate, tokens)
    generic = tree.tokens[candidate.term[0]].form.lower() in ("a", "an")
    ranked = any(tree.tokens[each].form in ("most", "least") for each in tokens)
    of = behind == "of" or (behind in ("and", "or") and any(tree.tokens[each].form == "of" for each in tokens))
    named = named or (is_in_bold(tree, candidate.term) and of and not ranked)
    named = named or (candidate.rule == "is defined as" and behind in _AIMED and len(tokens) > _PAIR)
    named = named or (generic and candidate.rule == "is" and behind == "with")
    return not named and not is_quoted(tree, tokens) and not sets_apart(tree, head, tokens)


def _has_no_more_than_its_noun(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether nothing is behind its noun: "a basin between two gates" explains what "a basin" does not."""
    behind = _behind(candidate.tree, candidate.head) if candidate.head + 1 in tokens else ""
    said = candidate.rule in _EXPLAINING or behind in _SAYS_MORE
    enough = said and len([each for each in tokens if each > candidate.head]) > _PAIR
    how = candidate.rule == "means" and candidate.tree.tokens[candidate.term[-1]].upos == "ADJ" and len(tokens) > _PAIR
    enough = enough or how or _is_a_list_of_kinds(candidate, tokens)  # "prone describes a face-down position"
    return _sets_nothing_apart(candidate, tokens) and not enough


def _is_a_list_of_kinds(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether a plural is explained by the nouns that it stands for: "dairy goods are milk and cheese"."""
    tree = candidate.tree
    inside = {"NOUN", "ADJ", "CCONJ", "DET", "PUNCT"}
    kinds = [each for each in tokens if tree.tokens[each].upos in inside or tree.tokens[each].xpos in ("VBG", "VBN")]
    joined = any(tree.tokens[each].form == "and" for each in tokens)
    plural = tree.tokens[candidate.term[-1]].xpos == "NNS"
    return plural and joined and len(kinds) == len(tokens) and candidate.rule in ("is", "is called")


def _was_once(candidate: Candidate, tokens: Sequence[int]) -> bool:
    return candidate.past and not is_generic(candidate)


def _was_once_and_has_no_name(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether it tells what was so once of a thing without a name: "the crisis was …", and not a named one."""
    return _was_once(candidate, tokens) and not _has_a_name(candidate.tree, candidate.term)


def _happened_to_no_thing(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether it tells what happened, and not what a device or something with a name did."""
    told = _has_a_name(candidate.tree, candidate.term) or meaning_kind(candidate.tree, candidate.head) == "thing"
    return _happened(candidate, tokens) and not told


def _has_a_name(tree: Tree, term: Sequence[int]) -> bool:
    """Return whether a word of a term has a capital that is not that of its sentence: "the Great Fire"."""
    forms = [tree.tokens[each].form for each in term if each]
    return any(form[:1].isupper() for form in forms)


def _holds_a_figure(candidate: Candidate, tokens: Sequence[int]) -> bool:
    return any(re.search(r"\d", candidate.tree.tokens[each].form) for each in tokens)


def _was_to_come(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether it tells what was to happen later: "a form to which the poet would return"."""
    forms = [candidate.tree.tokens[each] for each in tokens]
    return candidate.rule == "apposition" and any(token.xpos == "MD" and token.form == "would" for token in forms)


def _happened(candidate: Candidate, tokens: Sequence[int]) -> bool:
    named = candidate.rule == "is called" and not candidate.past
    return is_a_story(candidate.tree, candidate.head, tokens) and not named and not is_a_custom(candidate)


def _is_one_of_several(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether a meaning begins with "one" or "another", or names what it tells of: "a quarter called Jolfa"."""
    forms = [candidate.tree.tokens[each].form for each in tokens]
    named = any(form in _NAMING and behind[:1].isupper() for form, behind in pairwise(forms))
    return named or (forms[0].lower() in _ONE and len(forms) > 1 and forms[1].lower() != "of")


_FAULTS: tuple[tuple[Callable[[Candidate, Sequence[int]], bool], str], ...] = (
    (_hedges, "it does not say what it is"),
    (_compares, "it compares with what was told before"),
    (_has_no_genus, "it does not say what it is"),
    (_is_no_example, "it does not say that it is one of a kind"),
    (plays_a_part, "it says what part it plays, not what it is"),
    (_judges, "it judges, or says how it is at present"),
    (_sets_nothing_apart, "nothing in it tells the term from others of its kind"),
    (_was_once, "it tells what was so once"),
    (_holds_a_figure, "it holds a figure"),
    (is_a_statement, "it is a statement, and no description of a thing"),
    (is_cut_off, "it breaks off"),
    (disagrees, "its verbs do not agree"),
    (sets_a_noun_beside_adjectives, "a noun stands in a row of adjectives"),
    (_was_to_come, "it tells what happened later, not what it is"),
    (_happened, "it tells what happened, not what it is"),
    (_is_one_of_several, "others are so too, or it bears a name already"),
)
"""Faults of a meaning, with the words of `--explain`."""
_WHERE_EXPLAINED: Mapping[Callable[[Candidate, Sequence[int]], bool], Callable[[Candidate, Sequence[int]], bool]] = {
    _has_no_genus: _has_neither_genus_nor_group,
    _is_no_example: _is_no_example_and_no_substance,
    plays_a_part: _plays_another_part,
    _sets_nothing_apart: _has_no_more_than_its_noun,
    _was_once: _was_once_and_has_no_name,
    _happened: _happened_to_no_thing,
    _holds_a_figure: lambda _candidate, _tokens: False,
}
"""Milder faults in place of others where a term is only explained: "X refers to the ropes of a ship" is enough."""
_CERTAIN_IN_LISTS = (_has_no_genus, _is_no_example, plays_a_part, _judges, _sets_nothing_apart)
"""The faults that a list of key terms cannot have: it holds nothing but definitions."""


def _behind(tree: Tree, index: int) -> str:
    return tree.tokens[index + 1].form.lower() if index + 1 < len(tree.tokens) else ""
