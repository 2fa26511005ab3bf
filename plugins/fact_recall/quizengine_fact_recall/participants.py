"""The named people, places and institutions of an event that can be asked for, each with the words that ask.

Next: `eligibility`, which says what is not worth asking.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from types import MappingProxyType

from quizengine.language import (
    Clause,
    Constituent,
    Name,
    is_role_noun,
    phrase_tokens,
    surface_text,
    word_set,
)
from quizengine_fact_recall.class_nouns import is_class_noun, thing_in
from quizengine_fact_recall.lists import items_of
from quizengine_fact_recall.named_phrases import named_by, named_in
from quizengine_fact_recall.participant_kinds import PERSON, VAGUE, askable_kind, noun_of, sort_told_of
from quizengine_fact_recall.teams import team_in
from quizengine_fact_recall.titled import field_in, named_so_in, titled_in

_SEVERAL = {PERSON: "people", "country": "countries", "state": "states", "city": "cities"}
_PREPOSITIONS = {
    PERSON: frozenset({"with", "to", "against", "from", "for", "by", "under", "opposite", "alongside"}),
    "": frozenset({"in", "to", "from", "into", "against", "with", "by", "near", "at"}),
}
_IN = frozenset({"city", "country", "state", "town", "village"})
_AGENT = frozenset({"by"})
_BEFORE_WORKS = frozenset({"in", "on", "for", "with", "at"})
_DONE_TO_PLACES = word_set("besiege capture occupy conquer bomb bombard evacuate raid sack")
_ENDS_OF_LIFE = frozenset({"bear", "die", "bury"})
_ENOUGH = 5
"""Content words that make clear what a question without a name is about."""
_WORDS_TO_OWN = 3
"""Words of what somebody has or did that are worth asking whose it was."""
_WORDS_OF_A_REGION = 4
"""The fewest words of a region with the marks around them: ", in Peru,"."""
_INSIDE = frozenset({"of", "at", "in", "from"})
_SORTS_BEFORE_NAMES = word_set("town city village state island province port county kingdom colony district")


@dataclass(frozen=True)
class Participant:
    """A part of an event that is one name of a known kind, or one of a list of such names."""

    part: Constituent
    name: Name
    kind: str
    """Person, country, state, city, or what an institution is: "university"."""
    word: str
    """The first words of a question for it: "who", "with whom", "in which country"."""
    others: tuple[Name, ...] = ()
    """The other names of its list, which are right as well."""
    rest: tuple[int, ...] = ()
    """Tokens of the part that a question repeats: "pardon of Moss" in "whose pardon of Moss"."""

    @property
    def gone(self) -> frozenset[int]:
        """The tokens that a question leaves out."""
        return frozenset(self.part.tokens) - frozenset(self.rest)

    @property
    def stranded(self) -> tuple[int, ...]:
        """No tokens: the words that ask take a preposition along."""
        return ()

    @property
    def replaced(self) -> Mapping[int, str]:
        """No other words for any token."""
        return MappingProxyType({})

    @property
    def names(self) -> tuple[str, ...]:
        """The names that answer it."""
        return (self.name.full, *(other.full for other in self.others))

    @property
    def fewest_anchors(self) -> int:
        """The content words that make clear what a question is about: one less if the answer is no proper name."""
        return _ENOUGH - is_class_noun(self.name)


def participants(clause: Clause) -> Iterator[Participant]:
    """Yield the parts of a clause that are one name each and can be asked for, the subject first."""
    subject = (clause.subject,) if clause.subject else ()
    for part in (*subject, *clause.parts):
        names = named_by(part)
        kind = askable_kind(names[0]) if len(names) == 1 and _is_called_so(names[0], part) else ""
        word = _asking(part, kind, "whom" if kind == PERSON else f"which {kind}") if kind else ""
        if word and not _goes_on_with_a_deed(part):
            yield Participant(part, names[0], kind, word)
        elif (
            thing := _named_so(part)
            or _thing(part)
            or _titled(part)
            or _field(part, clause)
            or _native_place(part, clause)
            or _team(part, clause)
            or _taken_city(part, clause)
        ):
            yield thing
        elif not names:
            yield from _possessor(part)
            yield from _called(part)
            yield from _inside(part)


def _goes_on_with_a_deed(part: Constituent) -> bool:
    """Return whether what somebody did in a place follows it: "spent years in Orra, Peru training to bake"."""
    behind = part.tree.tokens[part.head + 1 :]
    region = list(takewhile(lambda token: token.form == "," or token.upos == "PROPN", behind))
    following = behind[len(region) :][:1] if not region or region[-1].form != "," else []
    if part.marker_text == "by" and [token.form for token in behind[:1]] == ["of"]:
        return True  # "by Charles of Orra"
    return part.role == "adjunct" and any(token.form.endswith("ing") and token.form.islower() for token in following)


def _possessor(part: Constituent) -> Iterator[Participant]:
    """The person whose something the subject, the object or the agent is: "Whose pardon of Moss …?"."""
    tree = part.tree
    tokens = phrase_tokens(part)
    owner = next((each for each in tree.dependents(part.head, "nmod:poss") if each in tokens), None)
    if owner is None or len(items_of(part)) > 1 or tree.tokens[owner].upos != "PROPN":
        return
    own = set(tree.subtree(owner))
    name = named_in(tree, [each for each in tokens if each in own and tree.tokens[each].xpos != "POS"])
    prefix = "" if part.role in ("subject", "object") else part.marker_text
    first = next((each for each in tokens if each not in part.marker), None)
    if name and askable_kind(name) == PERSON and first in own and prefix in ("", "by"):
        rest = tuple(each for each in tokens if each not in own and each not in part.marker)
        if len(rest) >= _WORDS_TO_OWN:
            yield Participant(part, name, PERSON, f"{prefix} whose".strip(), rest=rest)


def _inside(part: Constituent) -> Iterator[Participant]:
    """The institution or place that a phrase ends with: "At which college did Moss serve as a professor of law?"."""
    tree = part.tree
    shown = set(phrase_tokens(part))
    for head in tree.dependents(part.head, "nmod"):
        tokens = tree.trimmed(tree.subtree(head))
        marker = tuple(tree.dependents(head, "case"))
        words = " ".join(tree.tokens[each].form.lower() for each in marker)
        of = words == "of" and part.role not in ("open complement", "attribute") and part.marker_text != "as"
        away = words == "from" and part.role == "adjunct" and part.marker_text not in ("as", "")
        works_for = words == "for" and is_role_noun(tree.tokens[part.head].lemma)
        fits = (words in _INSIDE and not (of or away)) or works_for
        if part.role == "subject" or not fits or not shown.issuperset(tokens):
            continue
        inner = replace(part, head=head, role="adjunct", tokens=tokens, marker=marker, circumstance="")
        names = named_by(inner)
        kind = askable_kind(names[0]) if len(names) == 1 else ""
        if kind and kind != PERSON and kind not in VAGUE:
            yield Participant(inner, names[0], kind, f"{words} which {kind}")


def _is_called_so(name: Name, part: Constituent) -> bool:
    """Return whether a phrase holds the noun that says what a name names: "Orra" is not the university there."""
    noun = noun_of(name.full)
    words = [part.tree.tokens[each].form.lower() for each in part.tokens]
    return not noun or noun in words or words[-1:] in (["it"], ["its"])


def _thing(part: Constituent) -> Participant | None:
    """A thing of a class that has a word of its own: "which system"."""
    found = thing_in(part)
    if found is None:
        return None
    name, noun = found
    word = _asking(part, noun, f"which {noun}")
    kind = name.full.rpartition(" ")[2]
    if word and part.tree.tokens[part.head].xpos == "NNS":  # its verb stays in the plural, too
        return Participant(part, name, kind, word.removesuffix(f" {noun}"), rest=(part.head,))
    return Participant(part, name, kind, word) if word else None


def _named_so(part: Constituent) -> Participant | None:
    """Return what is called by a name: "which group"."""
    found = named_so_in(part)
    word = _asking(part, found[1], f"which {found[1]}") if found else ""
    return Participant(part, found[0], found[1], word) if found and word else None


def _titled(part: Constituent) -> Participant | None:
    """A work after the noun that says what it is: "on which television series"."""
    found = titled_in(part)
    if found is None or (part.role == "adjunct" and part.marker_text not in _BEFORE_WORKS):
        return None
    name, noun = found
    return Participant(part, name, noun, f"{part.marker_text} which {noun}".strip())


def _team(part: Constituent, clause: Clause) -> Participant | None:
    """The team that somebody plays for: "for which team"."""
    name = team_in(part, clause)
    return Participant(part, name, "team", f"{part.marker_text} which team") if name else None


def _taken_city(part: Constituent, clause: Clause) -> Participant | None:
    """A city that somebody besieges or bombs, where it surely is no government."""
    names = named_by(part) if part.role == "object" and clause.verb.lemma in _DONE_TO_PLACES else ()
    city = len(names) == 1 and askable_kind(names[0]) == "city"
    return Participant(part, names[0], "city", "which city") if city else None


def _field(part: Constituent, clause: Clause) -> Participant | None:
    """A subject, a language or a form of government: "in which subject"."""
    found = field_in(part, clause.verb.lemma)
    if found and found[1] == "language" and any(part.tree.tokens[each].form.lower() == "the" for each in part.tokens):
        return None  # "the French" are people
    word = _asking(part, found[1], f"which {found[1]}") if found else ""
    return Participant(part, found[0], found[1], word) if found and word else None


def _native_place(part: Constituent, clause: Clause) -> Participant | None:
    """Return where somebody was born or died: in which town, where the article says that it is one."""
    names = named_by(part) if part.role == "adjunct" and part.marker_text in ("in", "at") else ()
    if clause.verb.lemma not in _ENDS_OF_LIFE or len(names) != 1 or names[0].kind not in ("place", "other"):
        return None
    if askable_kind(names[0]):
        return None
    if sort := sort_told_of(names[0]):
        return Participant(part, names[0], sort, f"in which {sort}")
    surely = names[0].kind == "place" and names[0].sure_kind and part.marker_text == "in"  # "at Orra" may be a house
    return Participant(*_with_its_region(part, names[0])) if surely else None


def _with_its_region(part: Constituent, name: Name) -> tuple[Constituent, Name, str, str]:
    """A place of birth with the region between commas after it, which the question tells: "where in Peru"."""
    words, behind = part.tree.tokens, part.head + 1
    end = behind + 2
    while end < len(words) and (words[end].upos == "PROPN" or words[end].form == "the"):
        end += 1
    forms = [word.form for word in words[behind : end + 1]]
    if len(forms) < _WORDS_OF_A_REGION or forms[:2] != [",", "in"] or forms[-1] not in (",", "."):
        return part, name, "place", "where"
    region = range(behind + 1, end)
    whole = replace(part, tokens=tuple(sorted({*part.tokens, behind, *region})))
    return whole, name, "place", f"where {surface_text(part.tree, region)}"


def _called(part: Constituent) -> Iterator[Participant]:
    """The place whose sort is before its name: "the town of Orra"."""
    tree = part.tree
    noun = tree.tokens[part.head].lemma.lower()
    names = [each for each in tree.dependents(part.head, "nmod") if tree.tokens[each].upos == "PROPN"]
    if noun not in _SORTS_BEFORE_NAMES or len(names) != 1 or part.role not in ("subject", "object", "adjunct"):
        return
    tokens = [each for each in phrase_tokens(part) if each not in part.marker and each != part.head]
    inside = [each for each in tokens if each in tree.subtree(names[0])]
    before = [tree.tokens[each].form.lower() for each in tokens if each not in inside]
    words = [tree.tokens[each].form.lower() for each in inside]
    name = named_in(tree, inside[1:]) if words[:1] == ["of"] and before == ["the"] else None
    word = _asking(part, noun, f"which {noun}") if name and name.kind != PERSON else ""
    if name and word:
        yield Participant(part, name, noun, word)


def one_of(part: Constituent) -> Participant | None:
    """The first name of a list of names of one kind, to be asked for among others; None if they are of several."""
    names = named_by(part)
    kinds = {askable_kind(name) for name in names}
    several = _SEVERAL.get(kinds.pop(), "") if len(kinds) == 1 else ""
    word = _asking(part, askable_kind(names[0]), f"which of these {several}") if several else ""
    return Participant(part, names[0], askable_kind(names[0]), word, names[1:]) if word else None


def _asking(part: Constituent, kind: str, asked: str) -> str:
    """The words that ask for a part; empty if it cannot be asked for."""
    if kind == "city" and part.role != "adjunct":
        return ""  # "Moscow" is as often a government as a city
    if part.role == "subject":
        return "who" if asked == "whom" else asked
    if part.role in ("object", "indirect object"):
        return asked
    return _asking_beside(part, kind, asked) if part.role == "adjunct" else ""


def _asking_beside(part: Constituent, kind: str, asked: str) -> str:
    """The words that ask for an adjunct: "in which city", also where something was published at Amsterdam."""
    allowed = _AGENT if kind in VAGUE else _PREPOSITIONS.get(kind, _PREPOSITIONS[""])
    marker = part.marker_text
    return f"{'in' if marker == 'at' and kind in _IN else marker} {asked}" if marker in allowed else ""
