"""Others who come between a name and a later "he" or "she", which may mean one of them: the mayor, or Orrin Vale.

`speakers` weighs the names that are known to be of people; here are those described, and names that no rule has seen.
"""

from bisect import bisect_left

from quizengine import Span
from quizengine.language import (
    TENSED,
    Name,
    Tree,
    is_a,
    is_person,
    name_at,
    offices_in,
    sentence_of,
    stance_of,
    tree_at,
    trees,
)
from quizengine_quote_attribution.clause_boundaries import MARKS
from quizengine_quote_attribution.paragraph_subjects import titled_subject
from quizengine_quote_attribution.sources import Sources, is_subject
from quizengine_quote_attribution.speakers import Unresolved

_FURTHEST = 12
"""Sentences back in which somebody last did something whom a pronoun means; this bounds the work."""
_DEFINITE = frozenset({"the", "this", "that"})
_DEMONYMS = ("man", "woman")
"""Endings of a people's names for one of theirs: "the Dutchman"."""


def without_rivals(speaker: Span, meant: Name | Unresolved, sources: Sources) -> Name | Unresolved:
    """Return whom a speaker phrase means, unless it is a pronoun that may mean another who came in between."""
    pronoun = speaker.text.casefold() in ("he", "she")
    if pronoun and isinstance(meant, Name) and _has_rivals(speaker, meant, sources):
        return Unresolved(f"“{speaker.text}” may be somebody other than {meant.full}, who was not the last to act")
    return meant


def _has_rivals(pronoun: Span, name: Name, sources: Sources) -> bool:
    """Return whether somebody else spoke or acted, by name or described, after `name` last did and before a pronoun."""
    every = trees(pronoun.article)
    here = bisect_left(every, pronoun.start + 1, key=lambda tree: tree.sentence.span.start) - 1
    since = _last_act(name, pronoun, sources)
    for tree in every[max(0, here - _FURTHEST) : here + 1]:
        if tree.sentence.span.end <= since:
            continue
        later = tree.sentence.span.start > since
        goes_on = not later
        for at, token in enumerate(tree.tokens):
            if not since <= token.span.start < pronoun.start:
                continue
            subject = is_a(token.relation, "nsubj")
            if sources.is_quoted(token.span):
                if (subject or at == tree.root) and _is_a_nickname(tree, at):
                    return True
                continue
            goes_on = goes_on or (subject and token.form.lower() == pronoun.text.casefold())
            counts = (later or _tells_all(tree, at)) if subject else not goes_on
            if counts and (_is_another_name(tree, at, name, pronoun) or _is_described(tree, at, name)):
                return True
    return False


def _is_a_nickname(tree: Tree, at: int) -> bool:
    """Return whether a subject is one word with a capital between marks: “Stormbird” laughed."""
    beside = tree.tokens[at - 1 : at] + tree.tokens[at + 1 : at + 2]
    return tree.tokens[at].form[:1].isupper() and len(beside) > 1 and all(token.form in MARKS for token in beside)


def _last_act(name: Name, pronoun: Span, sources: Sources) -> int:
    """Return where somebody was last named as a subject, or last said something, before a pronoun; -1 for nowhere."""
    before = bisect_left(name.mentions, pronoun.start, key=lambda mention: mention.start)
    spoke = sources.last_before(pronoun.start)
    since = spoke.at if spoke.name == name else -1
    for mention in reversed(name.mentions[:before]):
        tree = tree_at(mention)
        acts = tree is not None and any(
            is_a(tree.tokens[at].relation, "nsubj") or is_subject(tree, at) for at in tree.tokens_in(mention)
        )
        if mention.end <= since or acts or _opens(mention, sources):
            return max(mention.end, since)
    return since


def _opens(mention: Span, sources: Sources) -> bool:
    """Return whether a mention is the subject of its sentence behind a title, which a parser may hang elsewhere."""
    found = titled_subject(sentence_of(mention), sources)
    return found is not None and found[0] == mention


def _tells(tree: Tree, subject: int) -> bool:
    """Return whether the verb of a subject is a finite one of saying."""
    verb = tree.tokens[tree.tokens[subject].head]
    return verb.xpos in TENSED and bool(stance_of(verb.lemma.lower()))


def _tells_all(tree: Tree, subject: int) -> bool:
    """Return whether a subject says all of its sentence: "Abel opened the pier, the mayor said"."""
    verb = tree.tokens[subject].head
    return _tells(tree, subject) and (verb == tree.root or is_a(tree.tokens[verb].relation, "parataxis", "conj"))


def _is_another_name(tree: Tree, at: int, name: Name, pronoun: Span) -> bool:
    """Return whether a subject is the name of somebody else whom the pronoun fits, be the name known or not."""
    token = tree.tokens[at]
    if token.upos != "PROPN" or not is_a(token.relation, "nsubj"):
        return False
    called = name_at(token.span)
    if called is None or called.kind == "other":
        return _tells(tree, at) and not any(mention.overlaps(token.span) for mention in name.mentions)
    return called.kind == "person" and called.full != name.full and called.pronoun in ("", pronoun.text.casefold())


def _is_described(tree: Tree, at: int, name: Name) -> bool:
    """Return whether a word describes a person without a name who may be another than `name`: "the mayor"."""
    token, word = tree.tokens[at], tree.tokens[at].lemma.lower()
    demonym = token.form[:1].isupper() and word.endswith(_DEMONYMS)
    if token.xpos not in ("NN", "NNP") or not (demonym or is_person(word)):
        return False
    definite = any(tree.tokens[each].form.lower() in _DEFINITE for each in tree.dependents(at, "det"))
    named = tree.dependent(at, "appos", "flat") is not None or (not demonym and name_at(token.span) is not None)
    offices = offices_in(word)
    return definite and not named and not (offices and offices <= name.offices)
