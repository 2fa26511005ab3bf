"""Decides which words are a meaning: what a thing is and what distinguishes it, clear without the article.

Next: `term_kinds`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizengine.language import Tree, full_names, has_balanced_quotes, surface_text, uncapitalised
from quizengine_key_terms.broken_meanings import goes_on_behind_an_insertion, is_quoted
from quizengine_key_terms.endings import MEASURES, cut, without_brackets
from quizengine_key_terms.essence import meaning_fault
from quizengine_key_terms.in_bold import is_in_bold
from quizengine_key_terms.open_pointers import points_outside, refers_to_the_text, we_as_people
from quizengine_key_terms.patterns.candidate import LISTED, Candidate
from quizengine_key_terms.patterns.noun_phrases import comes_small
from quizengine_key_terms.term_kinds import genus_of, meaning_kind

_MOST_WORDS = 25
_FEWEST_WORDS, _FEWEST_QUOTED, _MOST_PLAIN = 3, 2, 16
POINTS_BACK = re.compile(
    r"(?i)\beither (?:way|case|sense|of these)\b|\bsuch (?!as\b|that\b|an?\b|ways?\b)"
    r"|\bthe (?:latter|former|above|aforementioned|aforesaid)\b"
)
"""Stands for what was told before."""
_THESE = frozenset({"this", "these"})
_GOES_ON = "its meaning goes on behind the examples in it"
_CONTRASTS = frozenset({"unlike", "like"})
_OFTEN_ENOUGH = 2
"""Times that an article uses a term of which it only says when it occurs, what it does or what it consists of."""
_PLAIN = frozenset({"occurs when", "consists of", "does", "according to"})
"""Ways of defining that name no kind of thing."""


@dataclass(frozen=True)
class Meaning:
    """A meaning as it is shown."""

    tokens: tuple[int, ...]
    words: str
    genus: str
    """The noun that says what it is: "tax"."""
    kind: str
    form: str
    """Its beginning: a noun phrase, a deed or a quotation."""
    length: int
    """Its words in the article, without those of a frame."""
    setting: str = ""
    unclear: str = ""
    """The reason why a reader who knows only its words does not understand them; empty if there is none."""
    unclear_openly: str = ""
    """The same for who is asked about the term itself, and takes "the polymerase" for any; empty if there is none."""

    @property
    def flaw(self) -> str:
        """The reason why no term is asked for by it, though it is a definition; empty if there is none."""
        fewest = _FEWEST_QUOTED if self.form == "quotation" else _FEWEST_WORDS
        if self.length > _MOST_WORDS or self.length < fewest:
            return f"its meaning has {self.length} words, where {fewest} to {_MOST_WORDS} make a question"
        return self.unclear


def meaning_of(candidate: Candidate, explained: bool = False) -> Meaning | str:
    """The meaning of a candidate; in words what it lacks where it is not a definition.

    With `explained`, what it says of the term may be true of others: only a model answer is made of it.
    """
    tree, head = candidate.tree, candidate.head
    tokens = without_brackets(tree, candidate.meaning)
    if candidate.frame:
        return framed_meaning(candidate, tokens)
    if head not in tokens:
        return "its noun stands elsewhere"
    whole, tokens = tokens, _without_manner(tree, cut(candidate, tokens))
    if goes_on_behind_an_insertion(tree, [each for each in whole if tokens and each > tokens[-1]]):
        return _GOES_ON
    replaced, tokens = _this_as_the(tree, candidate, tokens)
    if lacks := meaning_fault(candidate, tokens, explained):
        return lacks
    words = surface_text(tree, tokens, replaced).rstrip(" ,;:.")
    if tokens[0] == 0 and tree.tokens[0].upos in ("NOUN", "ADJ", "VERB"):  # the capital of a sentence's start
        words = uncapitalised(words)
    unclear, length = _unclear(candidate, tokens, replaced), _length(tree, tokens)
    openly = unclear and _unclear(candidate, tokens, replaced, openly=True)
    genus, kind, limits = genus_of(tree, head), meaning_kind(tree, head), surface_text(tree, candidate.setting)
    return Meaning(tuple(tokens), words, genus, kind, _form(tree, tokens), length, limits, unclear, openly)


def framed_meaning(candidate: Candidate, tokens: Sequence[int]) -> Meaning | str:
    """The meaning that is in a frame, as a clause after "what happens when"."""
    tree, own = candidate.tree, candidate.tree.tokens
    end = next((at for at, each in enumerate(tokens) if own[each].form == ";"), len(tokens))
    whole = tree.trimmed(tokens[:end]) if end else ()
    tokens = _without_comment(tree, whole)
    if goes_on_behind_an_insertion(tree, [each for each in whole if tokens and each > tokens[-1]]):
        return _GOES_ON
    if not tokens or any(own[each].form in (":", "—", "–", "“", '"') for each in tokens):
        return "what is said of it goes on behind a mark"
    if any(_is_no_rule(candidate, each, tokens) for each in tokens):
        return "it tells what happened once, what may be, or a figure"
    term = [own[each].form for each in candidate.term if own[each].upos != "DET"]
    plain = candidate.rule in _PLAIN
    rare = plain and not is_in_bold(candidate.tree, candidate.term)
    if rare and tree.sentence.span.article.text.lower().count(" ".join(term).lower()) < _OFTEN_ENOUGH:
        return "the article uses the word only once"
    if _speaks_of_people(tree, candidate, tokens):
        return "it speaks of a body or of people, and not of a thing"
    if plain and len(tokens) > _MOST_PLAIN:
        return "what is said of it is long"
    replaced = {**full_names(tree, tokens), **we_as_people(tree, tokens)}
    opens = tokens[0] == 0 and own[0].upos == "PROPN" and comes_small(tree, 0)  # "Water carries salts away"
    if opens or own[tokens[0]].upos == "SCONJ" or own[tokens[0]].xpos == "WRB":
        replaced[tokens[0]] = own[tokens[0]].form.lower()
    if candidate.frame == "how":
        replaced |= _any_for_the(tree, tokens)
    comma = "," if own[tokens[0]].form.lower() in _CONTRASTS else ""  # "in which, unlike in a monarchy, …"
    words = f"{candidate.frame}{comma} {surface_text(tree, tokens, replaced).rstrip(' ,.')}"
    unclear, frame = _unclear(candidate, tokens, replaced), candidate.frame
    length = _length(tree, tokens)
    return Meaning(tuple(tokens), words, frame, frame, "frame", length, unclear=unclear, unclear_openly=unclear)


def _is_no_rule(candidate: Candidate, index: int, tokens: Sequence[int]) -> bool:
    """Return whether a word tells what happened once, what may be, or a figure, and nothing that always holds."""
    tree, token = candidate.tree, candidate.tree.tokens[index]
    once = token.xpos == "VBD" and not (candidate.past or _has_an_aim(tree, index))
    return once or _may_be(tree, index, tokens) or re.search(r"\d", token.form) is not None


def _may_be(tree: Tree, index: int, tokens: Sequence[int]) -> bool:
    """Return whether a "can" or "may" weakens what is said; in "what a guest can expect" it does not."""
    before = [tree.tokens[each].form.lower() for each in tokens if each < index]
    return tree.tokens[index].xpos == "MD" and not (tree.tokens[index].form == "can" and "what" in before[-4:])


def _any_for_the(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """Return "a" in place of "the" before single nouns, as it holds of any: "how well a test measures …"."""
    replaced: dict[int, str] = {}
    for each in tokens[:-1]:
        noun = tree.tokens[each + 1]
        if tree.tokens[each].form == "the" and noun.xpos == "NN":
            replaced |= {each: "an" if noun.form[0] in "aeiou" else "a", each + 1: noun.form}
    return replaced


def _has_an_aim(tree: Tree, index: int) -> bool:
    """Return whether a past tense says what a thing is for, and nothing that happened: "what it was made to do"."""
    behind = tree.tokens[index + 1 : index + 3]
    aimed = len(behind) > 1 and behind[0].xpos == "VBN" and behind[1].form == "to"
    return aimed and any(token.form == "what" for token in tree.tokens[max(0, index - 3) : index])


def _without_manner(tree: Tree, tokens: list[int]) -> list[int]:
    """The tokens without an "in this manner" at their end, which points to what has been told."""
    last = [tree.tokens[each].form.lower() for each in tokens[-3:]]
    return tokens[:-3] if last[:2] == ["in", "this"] and last[2:] in (["way"], ["manner"]) else tokens


def _without_comment(tree: Tree, tokens: Sequence[int]) -> Sequence[int]:
    """The tokens without a participle after a comma that only comments: "…, making it harder to leave"."""
    for at in range(_FEWEST_WORDS, len(tokens) - 2):
        remark = [tree.tokens[each].form for each in tokens[at : at + 3]]
        contrasted = remark[:2] == [",", "but"] and remark[2] in ("this", "it", "they")  # "…, but this need not be so"
        if contrasted or remark == [",", "rather", "than"]:
            return tree.trimmed(tokens[:at])
        if tree.tokens[tokens[at]].form == "," and tree.tokens[tokens[at + 1]].xpos == "VBG":
            adds = tree.tokens[tokens[at + 1]].form == "including"
            ends = adds or all(tree.tokens[each].upos != "CCONJ" for each in tokens[at:])
            return tree.trimmed(tokens[:at]) if ends else tokens
    return tokens


def _speaks_of_people(tree: Tree, candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether a term is somebody or an organisation, or consists of people."""
    if candidate.rule not in _PLAIN:
        return False
    made_of = [each for each in tokens if tree.tokens[each].upos == "NOUN"] if candidate.rule == "consists of" else []
    return any(meaning_kind(tree, each) in ("person", "body") for each in (candidate.term[-1], *made_of))


def _this_as_the(tree: Tree, candidate: Candidate, tokens: list[int]) -> tuple[dict[int, str], list[int]]:
    """A "this" that a whole description follows becomes "the": "this replacement of appointed officials"."""
    first = tree.tokens[tokens[0]]
    named, own = full_names(tree, tokens), surface_text(tree, candidate.term[-1:]).casefold()
    if own and any(own in words.casefold() for words in named.values()):  # "the observation" is called so itself
        named = {}
    replaced = {**named, **we_as_people(tree, tokens)}
    genus = tree.tokens[candidate.head].lemma.lower()
    if first.form.lower() == "those" and tokens[0] == candidate.head:
        return {**replaced, tokens[0]: "people"}, tokens
    if candidate.rule == "is called" and first.form.lower() == "this" and genus in MEASURES:
        return {**replaced, tokens[0]: "the"}, tokens
    return replaced, tokens


def _length(tree: Tree, tokens: Sequence[int]) -> int:
    return len(surface_text(tree, tokens).split())


def _unclear(candidate: Candidate, tokens: Sequence[int], replaced: Mapping[int, str], openly: bool = False) -> str:
    """Return why a meaning is not clear by itself, or openly beside its term; empty if it is."""
    tree = candidate.tree
    words = surface_text(tree, tokens)
    refers = POINTS_BACK.search(words) is not None or refers_to_the_text(words)
    if refers or _points_outside(candidate, tokens, replaced, openly):
        return "its meaning points to something told elsewhere"
    if not has_balanced_quotes(tree.span(tokens).text):
        return "a quotation is cut apart"
    return ""


def _points_outside(candidate: Candidate, tokens: Sequence[int], replaced: Mapping[int, str], openly: bool) -> bool:
    """Return whether a meaning points elsewhere; in a list of terms each is read by itself, and only "this" does."""
    if candidate.rule == LISTED:
        return any(candidate.tree.tokens[each].form.lower() in _THESE for each in tokens)
    in_bold = bool(candidate.term) and is_in_bold(candidate.tree, candidate.term)
    told_of_all = not candidate.past and (candidate.rule == "means" or in_bold)
    return points_outside(candidate, tokens, replaced, nouns=not (openly and told_of_all))


def _form(tree: Tree, tokens: Sequence[int]) -> str:
    if is_quoted(tree, tokens):
        return "quotation"
    return "noun phrase" if tree.tokens[tokens[0]].upos in ("DET", "NOUN", "ADJ", "PRON") else "what is done"
