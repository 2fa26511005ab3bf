"""Statements and questions from clauses: what is asked comes first, then the finite verb, the subject and the rest.

Statement and question consist of the same tokens, so that a question never says more or less than its clause. Source of
the word order: Huddleston and Pullum, The Cambridge Grammar of the English Language, 2002, chapter 10.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from quizengine.language.abbreviations import keeps_its_full_stop
from quizengine.language.letter_case import capitalised
from quizengine.language.realise.pruning import adds_to_a_noun, is_set_off, kept_tokens, phrase_tokens
from quizengine.language.realise.surface_text import (
    has_balanced_marks,
    surface_text,
    tidy_spacing,
    without_full_stops_in_marks,
)
from quizengine.language.syntax.clauses import Clause
from quizengine.language.syntax.constituents import Constituent, takes_in_an_opening
from quizengine.language.syntax.sentence import WH_WORDS
from quizengine.language.syntax.tree import Tree

_DO = {"VBD": "did", "VBZ": "does", "VBP": "do"}
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_WRITTEN_OUT = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "ca": "can", "wo": "will", "sha": "shall"}
_NOT = frozenset({"n't", "n’t"})
_LOOSE_MARK = re.compile(r"(?:\A|\s)(?:\"|''|``)(?:\s|[?.]?\Z)")
"""A straight quotation mark that lost the word beside it: nobody can tell whether it opens or closes."""
_OUTER_MARKS = frozenset({",", ":", ";", ".", "—", "–", "-", "--"})
_PARTS_CLAUSES = frozenset({";", ":", "—", "–", "--", "."})
_QUOTES = frozenset({"“", '"', "``", "‘", "(", "["})


@dataclass(frozen=True)
class Realised:
    """A clause in the order of a statement: what opens it, who or what it is about, and what is said of that."""

    clause: Clause
    opening: tuple[int, ...]
    """The tokens before the subject, without the comma after it."""
    subject: tuple[int, ...]
    said: tuple[int, ...]
    """The verb and all that is around and after it."""
    replaced: Mapping[int, str]
    """The words in place of a token, as a full name for a pronoun."""

    def words(self, tokens: Iterable[int]) -> str:
        """Some of the tokens as words."""
        return surface_text(self.clause.tree, tokens, self.replaced)

    @cached_property
    def tokens(self) -> tuple[int, ...]:
        """All tokens that are said, in the order of the article."""
        return tuple(sorted({*self.opening, *self.subject, *self.said}))


def realised(clause: Clause, replaced: Mapping[int, str] | None = None) -> Realised | None:
    """The clause in order; None if it has no tense or no subject, or cannot be cut out of its sentence."""
    where = opened_by_where(clause)
    if where is not None:
        return realised_behind(clause, where, replaced)
    subject = _subject(clause)
    return _in_order(clause, subject, kept_tokens(clause), replaced) if subject and _begins_cleanly(clause) else None


def realised_behind(clause: Clause, word: int, replaced: Mapping[int, str] | None = None) -> Realised | None:
    """Return what a clause says without the "where" or "when" that it begins with."""
    tokens = kept_tokens(clause)
    without = tuple(each for each in tokens if each != word) if tokens else None
    return _in_order(clause, clause.subject.tokens, without, replaced) if clause.subject else None


def _in_order(
    clause: Clause, subject: tuple[int, ...], tokens: tuple[int, ...] | None, replaced: Mapping[int, str] | None
) -> Realised | None:
    """The tokens of a clause parted into what opens it, its subject and the rest."""
    if tokens is None or not clause.verb.finite:
        return None
    first = min(clause.verb.tokens)
    own = set(clause.subject.tokens) if clause.subject else set()
    others = [each for each in tokens if each not in own and each not in subject]
    if not clause.shares_subject and subject and min(subject) > first:  # the subject is after its verb
        return None
    opening = [each for each in others if each < (first if clause.shares_subject else min(subject))]
    if clause.shares_subject:
        opening = [each for each in opening if _stands_in_front(clause, each)]
    if _cuts_a_name(clause.tree, opening, subject):
        return None
    said = [each for each in others if each not in opening]
    shown = phrase_tokens(clause.subject) if clause.shares_subject and clause.subject else tokens
    kept_subject = [each for each in subject if each in shown or clause.relation.startswith("acl")]
    return Realised(
        clause,
        _trimmed(clause.tree, opening),
        _trimmed(clause.tree, kept_subject),
        _trimmed(clause.tree, said),
        dict(replaced or {}),
    )


def _cuts_a_name(tree: Tree, opening: Sequence[int], subject: Sequence[int]) -> bool:
    """True if a name begins before the subject and goes on in it: "the Great Barrier" is no opening of "Reef"."""
    if not opening or not subject or opening[-1] + 1 != min(subject) or tree.tokens[opening[0]].upos == "ADP":
        return False
    last = tree.tokens[opening[-1]]
    nominal = last.upos in ("NOUN", "PROPN", "ADJ") and (opening[-1] > 0 or last.upos == "PROPN")
    return nominal and last.form[:1].isupper() and tree.tokens[min(subject)].form[:1].isupper()


def statement(realised: Realised) -> str | None:
    """The clause as a sentence with a full stop; None if quotation marks or brackets are cut apart."""
    lead = realised.words(realised.opening).rstrip(" ,")
    said = realised.words(realised.said)
    subject = realised.words(realised.subject) + ("" if said.startswith(",") else _closing_comma(realised))
    return _sentence(lead and f"{lead},", [subject, said], ".")


def question(
    realised: Realised, asked: Constituent, word: str, rest: Sequence[int] = (), stranded: Sequence[int] = ()
) -> str | None:
    """The clause as a question for one of its parts.

    `word` is what the question begins with ("who", "in which year", "how many"); `rest` are tokens of the part that
    stay after it ("soldiers" for "how many soldiers"), and `stranded` those that stay where they are, as the "for" of
    "what share do they account for". None if the words would be cut apart, or what has to stay was left out of the
    clause before: "by how many points", of "by five points since May".
    """
    if stranded and not set(asked.tokens) & set(realised.tokens):
        return None
    gone = set(asked.tokens) - set(stranded)
    gone |= _comma_left_behind(realised, asked) if not stranded and not rest else set()
    if _leaves_a_relative_clause_alone(realised, gone):
        return None
    opening = [each for each in realised.opening if each not in gone]
    first = tidy_spacing(f"{word} {realised.words(rest)}")
    if asked.role == "subject":
        said = _agreeing(realised, rest)
        pieces = None if said is None else [first, said]
    else:
        asking = inverted(replace(realised, said=tuple(each for each in realised.said if each not in gone)))
        pieces = None if asking is None else [first, asking]
    if pieces is None:
        return None
    lead = realised.words(_trimmed(realised.clause.tree, opening)).rstrip(" ,")
    if lead and " " in word and asked.role == "adjunct":  # "In which year …, in 1992?" reads better after
        return _sentence("", [*pieces, lead], "?")
    return _sentence(lead and f"{lead},", pieces, "?")


def _comma_left_behind(realised: Realised, asked: Constituent) -> set[int]:
    """The comma after an adjunct that is asked for, where no other one closes with it: "born in Cork, in Ireland"."""
    tokens, behind = realised.clause.tree.tokens, asked.tokens[-1] + 1
    if asked.role != "adjunct" or asked.tokens[0] < realised.clause.head or behind not in realised.said:
        return set()
    goes_on = behind + 1 in realised.said and tokens[behind + 1].upos == "ADP"
    alone = not any(tokens[each].form == "," for each in realised.said if each > behind)
    return {behind} if tokens[behind].form == "," and goes_on and alone else set()


def _leaves_a_relative_clause_alone(realised: Realised, gone: Collection[int]) -> bool:
    """Return whether a "which" or "who" is left whose noun goes, or is after something that was cut out."""
    tokens = realised.clause.tree.tokens
    shown = {each for each in realised.tokens if each not in gone}
    for index in sorted(shown):
        before = index - 2 if tokens[index - 1].form == "," else index - 1
        relative = tokens[index].xpos in ("WDT", "WP") and tokens[index].relation.startswith("nsubj")
        if relative and before >= 0 and before not in shown and tokens[before].upos in ("NOUN", "PROPN"):
            return True
    return False


def _sentence(opening: str, pieces: Sequence[str], mark: str) -> str | None:
    if not all(has_balanced_marks(piece) for piece in (opening, *pieces)):
        return None
    text = _without_end(tidy_spacing(" ".join(filter(None, [opening, *pieces]))))
    if _LOOSE_MARK.search(text):
        return None
    text = without_full_stops_in_marks(text) if mark == "?" else text
    closed = text.endswith(("”", '"')) and text[:-1].endswith((".", "!", "?")) and mark == "."
    return capitalised(text) + ("" if closed or (mark == "." and text.endswith(".")) else mark)


def _without_end(text: str) -> str:
    """A text without the marks at its end, except for the full stop of an abbreviation: "… in Jupiter, Fla."."""
    bare = text.rstrip(" ,;:.")
    abbreviated = text[len(bare) :].startswith(".") and keeps_its_full_stop(bare.split(" ")[-1])
    return f"{bare}." if abbreviated else bare


def _subject(clause: Clause) -> tuple[int, ...] | None:
    """The tokens of the subject, or of the noun that a relative clause only adds to; None if there is neither."""
    if clause.subject is None:
        return None
    tree = clause.tree
    if not clause.relation.startswith("acl") or clause.shares_subject:
        return None if _is_relative(tree, clause) else clause.subject.tokens
    if tree.tokens[clause.subject.head].xpos not in WH_WORDS or not is_set_off(tree, clause.tokens):
        return None
    noun = tree.tokens[clause.head].head
    return tree.subtree(noun, [clause.head]) if tree.tokens[noun].upos == "PROPN" else None


def opened_by_where(clause: Clause) -> int | None:
    """The "where" of a relative clause that only adds to a place: "to Lisbon, where she died in 1904"."""
    tree = clause.tree
    first = next((each for each in clause.tokens if tree.tokens[each].upos != "PUNCT"), -1)
    adds = clause.relation in ("acl:relcl", "parataxis", "advcl") and not clause.shares_subject
    if not adds or tree.tokens[first].form.lower() != "where" or not adds_to_a_noun(tree, clause.tokens):
        return None
    return first if clause.subject and tree.tokens[clause.subject.head].xpos not in WH_WORDS else None


def _begins_cleanly(clause: Clause) -> bool:
    """Return whether nothing that a reader may need is before a clause: a "by 1835," that hangs elsewhere."""
    tree = clause.tree
    first = min(clause.tokens)
    while first and (tree.tokens[first - 1].upos == "CCONJ" or tree.tokens[first - 1].form in _QUOTES):
        first -= 1
    if clause.relation == "root" and clause.subject is not None and takes_in_an_opening(tree, clause.subject.head):
        return False
    free = clause.relation in ("root", "parataxis") and first > 0
    return not free or tree.tokens[first - 1].form in _PARTS_CLAUSES


def _is_relative(tree: Tree, clause: Clause) -> bool:
    """Return whether a clause depends on a noun by a relative pronoun, or its subject is one."""
    heads = [part.head for part in clause.parts] + ([clause.subject.head] if clause.subject else [])
    relative = any(tree.tokens[head].xpos in WH_WORDS for head in heads)
    return clause.relation.startswith("acl") or relative


def _stands_in_front(clause: Clause, index: int) -> bool:
    """True if a token before a verb that shares its subject belongs to a phrase, which then opens the sentence."""
    return any(index in part.tokens and len(part.tokens) > 1 for part in clause.parts)


def _agreeing(realised: Realised, rest: Sequence[int]) -> str | None:
    """Return what is said, with the verb in the singular after "who" and "what"; None if its form is not certain."""
    tree, verb = realised.clause.tree, realised.clause.verb
    first = tree.tokens[verb.first]
    if rest or first.xpos not in ("VBP", "VBD") or first.form.lower() in ("did", "had"):
        return realised.words(realised.said)
    if first.form.lower() in _SINGULAR:
        return surface_text(tree, realised.said, {**realised.replaced, verb.first: _SINGULAR[first.form.lower()]})
    return realised.words(realised.said) if first.xpos == "VBD" else None


def inverted(realised: Realised) -> str | None:
    """The clause with its helping verb before the subject: "did Moss sell the mill"; None if none is certain."""
    clause, tree = realised.clause, realised.clause.tree
    group = clause.verb
    finite = tree.tokens[group.first]
    subject = realised.words(realised.subject) + _closing_comma(realised)
    if finite.lemma.lower() == "be" or (finite.upos == "AUX" and group.first != group.head):
        helper = _written_out(finite.form)
        rest = [each for each in realised.said if each != group.first]
        shortened = {each: "not" for each in rest if tree.tokens[each].form.lower() in _NOT}
    elif group.first == group.head and finite.xpos in _DO:
        helper = _DO[finite.xpos]
        rest, shortened = list(realised.said), {group.head: finite.lemma}
    else:
        return None
    said = surface_text(tree, _trimmed(tree, rest), {**realised.replaced, **shortened})
    return " ".join(filter(None, [helper, subject, said])) if helper else None


def _closing_comma(realised: Realised) -> str:
    """A comma where the subject ends with an aside that a comma opens: "Was his dog, a poodle, sold?"."""
    tree, subject = realised.clause.tree, realised.subject
    behind = tree.tokens[subject[-1] + 1].form if subject and subject[-1] + 1 < len(tree.tokens) else ""
    if behind == "," and any(tree.tokens[each].form == "," for each in subject):
        return ","
    own = next((each for each in subject if tree.tokens[each].head not in subject), None)
    for aside in tree.dependents(own, "appos", "conj", "acl") if own is not None else ():
        tokens = [each for each in tree.subtree(aside) if each in subject]
        if any(tree.tokens[each].upos == "CCONJ" for each in tree.children[aside]):
            continue
        first = next((each for each in tokens if tree.tokens[each].upos != "PUNCT"), 0)
        if tree.tokens[first - 1].form == "," and first - 1 in subject and tokens[-1:] == [subject[-1]]:
            return ","
    return ""


def _written_out(form: str) -> str | None:
    """A helping verb in full; None for "'s" and "'d", which stand for two each."""
    plain = form.lower().replace("’", "'")
    return _WRITTEN_OUT.get(plain, None if plain.startswith("'") else plain)


def _trimmed(tree: Tree, tokens: Sequence[int]) -> tuple[int, ...]:
    """The tokens without marks at either end."""
    kept_tokens = list(tokens)
    while kept_tokens and tree.tokens[kept_tokens[0]].form in _OUTER_MARKS:
        kept_tokens.pop(0)
    while kept_tokens and tree.tokens[kept_tokens[-1]].form in _OUTER_MARKS:
        kept_tokens.pop()
    return tuple(kept_tokens)
