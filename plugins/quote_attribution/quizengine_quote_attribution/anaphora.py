"""The words of a quotation that point outside it: a reader who has read nothing else would ask "who?" or "which?".

Next: `addressing`, for whom a quotation speaks to, and `pronouns_in_quotations`, for whom its "he" means.
Quotations are looser than questions: "they" may mean the people just spoken of, and "today" the time of the speaker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizengine import Span
from quizengine.language import (
    PLURAL_PRONOUNS,
    PRONOUNS,
    THING_PRONOUNS,
    Token,
    Tree,
    is_a,
    is_role_noun,
    name_at,
    pointers,
    tree_at,
    word_set,
)
from quizengine_quote_attribution.empty_pronouns import TIMES, is_empty
from quizengine_quote_attribution.known_nouns import is_known_noun, is_the_speakers

_PEOPLE = word_set("man woman guy girl boy person kid child father mother parent husband wife son daughter friend")
_ANYBODY = word_set(
    """
    some many those each every people everyone everybody someone somebody anyone anybody nobody whoever police family
    staff team
    """
)
_EACH = word_set("each every")
_OF_THE_SPEAKER = word_set("my our")
_SOMEBODY = word_set("someone somebody anyone anybody")
_THIS = word_set("this that these those")
_SUMMARIES = word_set("tradition kind sort reason way fact point problem decision idea situation question approach")
"""Nouns with "this" that take up what was just said."""
_SAYERS = word_set("i we you they he she")
_FEWEST_BEFORE = 6
"""Words before a "that" which may sum them up: "When a guy works hard, that’s okay"."""
_COUNTING = word_set("some many few most all none any more enough much little half")
_CHOOSING = word_set("other others another same such")
_NOW = word_set(
    """
    now today tonight tomorrow yesterday nowadays currently recently lately still already again always so thus then ago
    """
)
_PHRASES_OF_NOW = frozenset(
    {("so", "far"), ("to", "date"), ("these", "days"), ("at", "the moment"), ("at", "present"), ("at", "the same")}
)
_OPEN_PHRASES = word_set("last this next")
_MANY = frozenset({"NNS", "NNPS"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_SPOKEN = word_set("i we you")


@dataclass(frozen=True)
class _Place:
    """A word of a quotation with what was said before it there."""

    tree: Tree
    at: int
    before: tuple[tuple[Tree, int], ...]
    is_first: bool
    """True if its sentence is the first."""

    @property
    def word(self) -> Token:
        """The word itself."""
        return self.tree.tokens[self.at]

    @property
    def told(self) -> Iterator[Token]:
        """The words before it."""
        return (tree.tokens[at] for tree, at in self.before)

    @property
    def form(self) -> str:
        """The word in small letters."""
        return self.word.form.lower()


def unresolved_words(sentences: Sequence[Span]) -> tuple[str, ...]:
    """The words of these sentences, which follow on one another, that point at something outside, in lower case."""
    return tuple(tree.tokens[at].form.lower() for tree, at in unresolved_places(sentences))


def unresolved_places(sentences: Sequence[Span]) -> Iterator[tuple[Tree, int]]:
    """Return where these words are, in order."""
    return ((place.tree, place.at) for place in _pointing(sentences) if not _is_told(place))


def _pointing(sentences: Sequence[Span]) -> Iterator[_Place]:
    before: list[tuple[Tree, int]] = []
    for number, sentence in enumerate(sentences):
        tree = tree_at(sentence)
        if tree is None:
            continue
        tokens = tree.tokens_in(sentence)
        for pointer in pointers(tree, tokens):
            if pointer.kind != "speaker":
                earlier = [(tree, each) for each in tokens if each < pointer.token]
                yield _Place(tree, pointer.token, (*before, *earlier), number == 0)
        before += [(tree, each) for each in tokens]


def _is_told(place: _Place) -> bool:
    form = place.form
    if form in PRONOUNS:
        return any(_names_somebody(tree, at, PRONOUNS[form]) for tree, at in _others(place))
    if form in PLURAL_PRONOUNS:
        return any(_are_many(tree.tokens[at]) and not _is_in_one_clause(place, tree, at) for tree, at in _others(place))
    if form in THING_PRONOUNS:
        return is_empty(place.tree, place.at) or any(
            _is_one(tree.tokens[at]) and not _is_in_one_clause(place, tree, at) for tree, at in _others(place)
        )
    if form in ("one", "ones"):
        return _previous(place) in ("no", "every", "any") or any(token.upos in _NOMINAL for token in place.told)
    if _is_a_phrase_of_time(place):
        return form not in _OPEN_PHRASES and (form, _following(place)) in _PHRASES_OF_NOW
    if form in _THIS:
        return _sums_up(place) if place.word.upos == "PRON" else _is_named(place)
    if form in _CHOOSING:
        return _is_chosen_from(place)
    if form == "earlier" and _following(place) in ("in", "than"):
        return True
    if form == "there":
        return _previous(place) == "out" or any(_is_a_place(tree, at) for tree, at in place.before)
    if form == "each" and _following(place) == "other":
        return True
    return (
        form in _COUNTING
        or form in _NOW
        or (place.word.upos in _NOMINAL and is_known_noun(place.tree, place.at, list(place.told)))
    )


def _others(place: _Place) -> Iterator[tuple[Tree, int]]:
    """The words said before, without the subject of the verb whose object the word is: "everyone could read them"."""
    subject = place.tree.dependent(place.word.head, "nsubj") if place.word.head >= 0 else None
    is_possessive = place.word.xpos.endswith("$")
    own = [] if is_possessive or subject is None else [*place.tree.subtree(subject)]
    if subject is None and place.word.head >= 0:
        own += _untold_subject(place.tree, place.word.head)
    if is_a(place.word.relation, "nmod") and not is_possessive:
        own.append(place.word.head)  # "the timing of it" is not the timing
    own += [*_nouns_of_its_clause(place), *_in_phrases_before(place)]
    return ((tree, at) for tree, at in place.before if tree is not place.tree or at not in own)


def _nouns_of_its_clause(place: _Place) -> Iterator[int]:
    """The nouns whose content the clause of the word is: "the extent that they predicted it", "a map that shows it"."""
    tree = place.tree
    for at in (place.at, *tree.ancestors(place.at)):
        linked = any(tree.tokens[each].xpos in _RELATIVE for each in tree.children[at])
        above = tree.tokens[at].head
        if is_a(tree.tokens[at].relation, "acl") and not linked:
            yield above
        if is_a(tree.tokens[at].relation, "ccomp") and is_a(tree.tokens[above].relation, "acl:relcl"):
            yield tree.tokens[above].head


def _in_phrases_before(place: _Place) -> Iterator[int]:
    """The words in phrases that open the clause of a subject: "on the issues of trade and markets, they are good"."""
    tree, verb = place.tree, place.word.head
    while is_a(place.word.relation, "nsubj") and verb >= 0:
        for phrase in tree.dependents(verb, "obl"):
            inside = tree.subtree(phrase)
            if (
                inside[-1] < place.at
                and tree.tokens[inside[-1]].form == ","
                and tree.dependent(phrase, "case") == inside[0]
            ):
                yield from inside
        verb = tree.tokens[verb].head if is_a(tree.tokens[verb].relation, "ccomp") else -1


def _untold_subject(tree: Tree, verb: int) -> Iterator[int]:
    """The doer of a verb without a subject: "weavers shouting at them", "I heard weavers shout at them"."""
    above = tree.tokens[verb].head
    if is_a(tree.tokens[verb].relation, "acl"):
        yield above
    elif is_a(tree.tokens[verb].relation, "xcomp"):
        yield from tree.dependents(above, "obj")


def _is_a_place(tree: Tree, at: int) -> bool:
    name = name_at(tree.tokens[at].span) if tree.tokens[at].upos == "PROPN" else None
    return name is not None and name.kind == "place"


def _is_one(token: Token) -> bool:
    """Return whether "it" may mean what a word names: something in the singular, or an organisation."""
    return token.upos in _NOMINAL and token.xpos != "NNS" and token.lemma.lower() not in _PEOPLE


def _are_many(token: Token) -> bool:
    """Return whether "they" may mean what a word names: some in the plural, or anybody."""
    lemma = token.lemma.lower()
    anybody = lemma in _ANYBODY and (lemma in _EACH or not is_a(token.relation, "amod", "det"))
    name = name_at(token.span) if token.upos == "PROPN" else None
    body = name is not None and name.kind == "organisation"
    return anybody or body or (token.xpos in _MANY and lemma not in TIMES)


def _is_in_one_clause(place: _Place, tree: Tree, at: int) -> bool:
    """Return whether a noun is beside the verb whose subject the word is: "in real life it was magical"."""
    return tree is place.tree and is_a(place.word.relation, "nsubj") and tree.tokens[at].head == place.word.head


def _names_somebody(tree: Tree, at: int, pronoun: str) -> bool:
    """True if a word is the name of somebody whom a pronoun fits, or an unknown person ("a guy", "every candidate")."""
    token = tree.tokens[at]
    lemma = token.lemma.lower()
    kind = token.xpos == "NN" and (lemma in _PEOPLE or is_role_noun(lemma))
    owner = tree.dependent(at, "nmod:poss")
    owned = owner is not None and tree.tokens[owner].form.lower() not in _OF_THE_SPEAKER
    name = name_at(token.span) if token.upos == "PROPN" else None
    fits = name is None or (name.kind in ("person", "other") and name.pronoun in ("", pronoun))
    named = token.upos == "PROPN" and fits
    subject = tree.dependent(at, "nsubj")
    if subject is not None and tree.tokens[subject].form.lower() in _SPOKEN:
        return False  # "I am no lawyer"
    return named or lemma in _SOMEBODY or (kind and not owned)


def _is_a_phrase_of_time(place: _Place) -> bool:
    return (place.form, _following(place)) in _PHRASES_OF_NOW or (
        place.form in _OPEN_PHRASES and _following(place) in ("year", "week", "month", "night")
    )


def _is_chosen_from(place: _Place) -> bool:
    """Return whether what something differs from is said before: "a country … other countries", "some … others"."""
    if place.form == "same":
        return any(token.form.lower() == "as" for token in place.tree.tokens[place.at :])
    if place.form in ("same", "other") and _following(place) in ("time", "token", "hand", "words"):
        return True
    if place.form == "others":
        if is_a(place.word.relation, "conj"):
            return True
        return any(token.form.lower() in _COUNTING for token in place.told)
    if _previous(place) in ("each", "all", "any", "no") or _following(place) == "people":
        return True
    return _is_said_before(place, place.word.head)


def _sums_up(place: _Place) -> bool:
    """True if a pronoun may take up what was just said, or "those" is told by what follows: "those we elected"."""
    those = place.form == "those" and _following(place) in _SAYERS
    subject = is_a(place.word.relation, "nsubj")
    return those or (subject and (not place.is_first or len(place.before) >= _FEWEST_BEFORE))


def _is_named(place: _Place) -> bool:
    """Return whether a noun with "this" is said before, or a name tells which: "these Norwegian boats"."""
    noun = place.word.head
    if place.form == "that" and noun > place.at and place.tree.tokens[noun].xpos in _MANY:
        return True  # "accept that resources will shrink": no "that" is before a noun in the plural
    between = [place.tree.tokens[each] for each in range(place.at + 1, max(noun, place.at))]
    summary = not place.is_first and noun >= 0 and place.tree.tokens[noun].lemma.lower() in _SUMMARIES
    if is_the_speakers(place.tree, noun):
        return place.form == "this"
    return summary or _is_said_before(place, noun) or any(token.form[:1].isupper() for token in between)


def _is_said_before(place: _Place, noun: int) -> bool:
    return noun >= 0 and any(token.lemma == place.tree.tokens[noun].lemma for token in place.told)


def _previous(place: _Place) -> str:
    return place.tree.tokens[place.at - 1].form.lower() if place.at else ""


def _following(place: _Place) -> str:
    tokens = place.tree.tokens[place.at + 1 :]
    following = tokens[0].form.lower() if tokens else ""
    return f"{following} {tokens[1].form.lower()}" if following == "the" and len(tokens) > 1 else following
