"""Decides whether a meaning is clear by itself, and replaces the "we" that means everybody.

`quizengine.language.pointers` finds what points outside; in statements about a whole class, less of it does. Next:
`meanings`.
"""

import re
from collections.abc import Mapping, Sequence

from quizengine.language import Pointer, Tree, pointers, word_set
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.term_kinds import meaning_kind

_GENERIC = word_set(
    """
    body brain mind eye ear skin heart blood stomach land law state government market public individual person whole
    self human family home ground surface air water ocean atmosphere crust core nucleus cell bloodstream economy
    population nation data country community environment universe sun earth moon moment night day past future senses
    nose mouth lungs spine gut chest abdomen liver kidney throat skull bladder intestine airway windpipe neck womb
    uterus constitution bone marrow tongue retina monarch ruler throne hand people majority minority citizen power
    """
)
"""Nouns that "the" makes one of a kind: every body has one."""
_TIMES = word_set("time day night week month season year decade century moment")
"""Nouns of time: after "every year", "the year" is none in particular, or one told before."""
_OFTEN = 3
_SAVES = word_set("it its itself they their them themselves who whose")
_EVERYBODY = {
    "we": ("people", "they"),
    "our": ("people’s", "their"),
    "us": ("people", "them"),
    "ourselves": ("people", "themselves"),
}
"""The words for the writer and the reader, first and where people have been named already."""
_SOMEBODY = word_set("person individual somebody someone")
_OTHERS = word_set("another other others same such")
"""Words that compare the members of a class in what holds of them all: "an animal that eats other animals"."""

_IN_THE_TEXT = re.compile(
    r"(?i)\[|\b(?:preceding|previous|following|next|last|this) (?:section|chapter|paragraph|figure|table|graph)s?\b"
    r"|\b(?:shown|seen|given|depicted|illustrated) (?:in|on|by) the\b|\b(?:in|on) the (?:figure|graph|diagram|chart)\b"
    r"|\b(?:described|discussed|mentioned|listed|shown|seen|noted|explained) (?:above|below|earlier|before|here)\b"
)
"""Words for a part of the text, or a picture in it: a link, "the preceding section", "on the graph"."""


def refers_to_the_text(words: str) -> bool:
    """Return whether words refer to a part of the text that their reader does not have: "described above"."""
    return _IN_THE_TEXT.search(words) is not None


def points_outside(
    candidate: Candidate, tokens: Sequence[int], replaced: Mapping[int, str], nouns: bool = True
) -> bool:
    """Return whether a reader who knows only the words of a meaning would ask "which?", "who?" or "when?".

    Without `nouns`, "the cell" in it points to none that was told of.
    """
    tree = candidate.tree
    found = open_pointers(tree, tokens, replaced, candidate.past)
    return any(each != candidate.head and (nouns or tree.tokens[each].upos != "NOUN") for each in found)


def open_pointers(tree: Tree, tokens: Sequence[int], replaced: Mapping[int, str], past: bool) -> list[int]:
    """The words that a reader who knows only these would ask about: "which?", "who?" or "when?"."""
    generic = [each for each in tokens if _is_generic_noun(tree, each)]
    found = pointers(tree, tokens, [*replaced, *generic])
    return [pointer.token for pointer in found if not _is_told(tree, pointer, tokens, past)]


def _is_told(tree: Tree, pointer: Pointer, tokens: Sequence[int], past: bool) -> bool:
    """True if a word points to nothing else after all, as it speaks of a whole class or of what is before it."""
    token, at = tree.tokens[pointer.token], pointer.token
    form = token.form.lower()
    following = tree.tokens[at + 1].form.lower() if at + 1 < len(tree.tokens) else ""
    if form in ("each", "one") and following in ("other", "another"):
        return True
    if form == "more" and at and tree.tokens[at - 1].form == "or":  # "two or more elements"
        return True
    if form in ("that", "this") and _is_somebody_before(tree, at, tokens):
        return True
    if form == "next" and (following == "best" or any(tree.tokens[each].form == "one" for each in tokens if each < at)):
        return True
    if form in _OTHERS or (form == "one" and _is_generic_one(tree, at)):
        return True
    if pointer.kind == "who" and form in _SAVES and _has_antecedent(tree, at, tokens):
        return True
    if pointer.kind == "which" and not past and (_is_described(tree, at) or _shares_its_of(tree, at)):
        return True
    if pointer.kind == "which" and not past and _is_of_the_title(tree, at):
        return True
    if pointer.kind == "which" and not past and (_has_its_clause(tree, at, tokens) or _is_one_of_its_kind(tree, at)):
        return True
    if pointer.kind == "which" and not past and _is_any(tree, at):
        return True
    return _is_generic_noun(tree, at) or _named_before(tree, at, tokens)


def _is_somebody_before(tree: Tree, index: int, tokens: Sequence[int]) -> bool:
    """Return whether "that individual" is somebody told of before: "one person holds land until that individual …"."""
    behind = tree.tokens[index + 1].lemma.lower() if index + 1 < len(tree.tokens) else ""
    return behind in _SOMEBODY and any(each < index and tree.tokens[each].lemma in _SOMEBODY for each in tokens)


def _is_of_the_title(tree: Tree, index: int) -> bool:
    """True if an article is about all things of a kind, by its title: "the river" under "Rivers and their banks"."""
    article, token = tree.sentence.span.article, tree.tokens[index]
    title = article.title.text.casefold() if article.title else ""
    lemma = re.escape(token.lemma.casefold())
    return token.xpos == "NN" and re.search(rf"\b{lemma}e?s\b", title) is not None


def _is_any(tree: Tree, index: int) -> bool:
    """True if an article speaks of all things of a kind: of "any experiment", so that "the experiment" is the one."""
    token, text = tree.tokens[index], tree.sentence.span.article.text.lower()
    noun = re.escape(token.form.lower())
    return (
        token.xpos == "NN"
        and token.lemma not in _TIMES
        and re.search(rf"\b(?:any|each|every) {noun}\b", text) is not None
    )


def _has_its_clause(tree: Tree, index: int, tokens: Sequence[int]) -> bool:
    """Return whether a relative clause says which one is meant: "the price at which a good is sold"."""
    return any(each in tokens and each > index for each in tree.dependents(index, "acl:relcl"))


def _is_one_of_its_kind(tree: Tree, index: int) -> bool:
    """True if an article speaks of a thing again and again as of the only one: of "the mantle", never of "a mantle"."""
    article, noun = tree.sentence.span.article, re.escape(tree.tokens[index].form.lower())
    if tree.tokens[index].upos != "NOUN" or _may_be_the_topic(tree, index):
        return False
    text = article.text.lower()
    return len(re.findall(rf"\bthe {noun}\b", text)) >= _OFTEN and not re.search(rf"\ban? {noun}\b", text)


def _may_be_the_topic(tree: Tree, index: int) -> bool:
    """Return whether "the town" may be the one that the article is about: a place, somebody, or some body of people."""
    return tree.tokens[index].xpos == "NN" and meaning_kind(tree, index) in ("place", "person", "body")


def we_as_people(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """Return what is in place of "we", "our" and "us" where they are everybody: "people", "their", "them"."""
    forms = [(each, tree.tokens[each].form.lower()) for each in tokens]
    spoken = [each for each, form in forms if form in _EVERYBODY]
    replaced = {}
    for each, form in forms:
        told = bool(spoken) and spoken[0] < each
        if form in _EVERYBODY:
            replaced[each] = _EVERYBODY[form][told]
    return replaced


def _is_described(tree: Tree, index: int) -> bool:
    """Return whether a noun with "the" has a word before it that says which: "the memory system", "the human body"."""
    return tree.tokens[index].upos == "NOUN" and tree.dependent(index, "compound", "amod") is not None


def _shares_its_of(tree: Tree, index: int) -> bool:
    """Return whether the last of the nouns joined with one says whose: "the wealth, status and power of countries"."""
    return any(tree.dependent(each, "nmod", "acl") is not None for each in tree.dependents(index, "conj"))


def _is_generic_one(tree: Tree, index: int) -> bool:
    """Return whether "one" is anybody: "one’s own culture"."""
    return index + 1 < len(tree.tokens) and tree.tokens[index + 1].xpos == "POS"


def _is_generic_noun(tree: Tree, index: int) -> bool:
    return tree.tokens[index].lemma.lower() in _GENERIC


def _named_before(tree: Tree, index: int, tokens: Sequence[int]) -> bool:
    """Return whether the same noun is before: "participants of an experiment who … the experiment"."""
    return any(each < index and tree.tokens[each].lemma == tree.tokens[index].lemma for each in tokens)


def _has_antecedent(tree: Tree, index: int, tokens: Sequence[int]) -> bool:
    """Return whether a noun of its number is before a pronoun: "people who sell their labor"."""
    plural = tree.tokens[index].form.lower() in ("they", "their", "them", "themselves")
    outside = _described_by_its_clause(tree, index)
    for each in tokens:
        token = tree.tokens[each]
        if each >= index or each == outside or token.upos not in ("NOUN", "PRON"):
            continue
        many = token.xpos == "NNS" or token.form.lower() in ("someone", "person", "individual", "people", "group")
        if many if plural else token.xpos == "NN":
            return True
    return False


def _described_by_its_clause(tree: Tree, index: int) -> int:
    """The noun before a clause whose subject is a pronoun for another thing: "the phase in which it rests"; else -1."""
    before = [token.form.lower() for token in tree.tokens[max(0, index - 2) : index]]
    opens = before[-1:] in (["which"], ["where"]) and tree.tokens[index].form.lower() in ("it", "they")
    return index - 2 - (before[0] != before[-1] and tree.tokens[index - 2].upos == "ADP") if opens else -1
