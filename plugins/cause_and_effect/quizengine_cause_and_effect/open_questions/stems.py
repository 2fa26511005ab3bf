"""Makes the question about a clause: without what answers it, with names in full, understood on its own.

Next: `stem_checks`.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizengine.language import (
    TIME_NOUNS,
    Clause,
    Realised,
    Tree,
    capitalised,
    has_balanced_marks,
    main_clause,
    realised,
    tidy_spacing,
    with_source,
)
from quizengine_cause_and_effect.clarity import understood
from quizengine_cause_and_effect.clause_extraction import clause_without, is_certain, is_cut_well, is_whole
from quizengine_cause_and_effect.clear_pronouns import clear_pronouns
from quizengine_cause_and_effect.open_questions.clear_nouns import lead_to
from quizengine_cause_and_effect.open_questions.full_naming import mended_names, must_be_named_nearby, named_in_full
from quizengine_cause_and_effect.open_questions.stem_checks import (
    must_agree,
    must_be_asserted,
    must_be_clear,
    must_begin_well,
    must_have_its_object,
    must_hold_its_antecedents,
    must_hold_whole_words,
    must_matter,
    must_name_its_sums,
    must_name_nobody_twice,
    must_say_where,
    named_once,
)
from quizengine_cause_and_effect.open_references import what_is_open, when_only_its_readers_know
from quizengine_cause_and_effect.relation_sentences import CannotBe, is_claimed, standalone_clause
from quizengine_cause_and_effect.source_sentences import in_order, plain_tokens
from quizengine_cause_and_effect.token_spans import bracketed, in_passing

MOST_WORDS = 25
_FEWEST_WORDS = 4
_CAN_GO = ("with ", "in addition to ")
"""Beginnings of openings that tell of something else."""
_COMPARING = ("unlike ", "in contrast to ", "compared to ", "compared with ", "contrary to ")
"""Beginnings of openings that only tell of what is otherwise."""
_COMMENTS = frozenset(
    {"actually", "in general", "in fact", "of course", "generally", "not surprisingly", "interestingly"}
)
"""Openings that tell neither when nor where."""
MARKS = ("(", ")", "[", "]", ";", ":", "*", "#", "|", "=", "…", "—", "–", " - ", "--")
"""Marks that need the sentence they are from."""

Wording = Callable[[Realised], str | None]
"""Puts a clause into the words of a question without its mark; None where its form is not certain."""


@dataclass(frozen=True)
class Stem:
    """A question, with what it shows of its sentence in the article."""

    text: str
    tokens: tuple[int, ...]
    subject: tuple[int, ...] = ()
    replaced: Mapping[int, str] = field(default_factory=dict)
    """The words in place of some tokens, as a full name for a pronoun."""


def stem_about(clause: Clause, gone: Collection[int], wording: Wording, completed: Collection[int] = ()) -> Stem:
    """The question about a clause without the tokens that answer it; raises CannotBe.

    `completed` are tokens that only what is gone says more about, as the "result" of "the result of long talks".
    """
    if clause.head in gone:
        raise CannotBe("the reason is not told beside what it is given for")
    gone = {*gone, *dated_by_others(clause)}
    try:
        return _stem_without(clause, gone, wording, completed)
    except CannotBe as reason:
        opening = _opening_of_a_deed(clause, gone)
        if not opening:
            raise
        try:
            return _stem_without(clause, {*gone, *opening}, wording, completed)
        except CannotBe:
            raise reason from None


def _opening_of_a_deed(clause: Clause, gone: Collection[int]) -> tuple[int, ...]:
    """The phrase before the subject of a past deed of somebody with a name, without which the deed is as true."""
    tokens = clause.tree.tokens
    if clause.subject is None or clause.verb.tense != "past" or clause.verb.negated:
        return ()
    before = tuple(each for each in clause.tokens if each < min(clause.subject.tokens))
    named = tokens[clause.subject.head].upos in ("PROPN", "PRON")
    phrase = bool(before) and tokens[before[0]].form.lower() in _BEFORE_A_DEED
    return before if named and phrase and not set(before) & set(gone) else ()


_BEFORE_A_DEED = frozenset({"on", "at", "in", "with", "from", "after", "before", "during", "upon", "following"})


def _stem_without(clause: Clause, gone: Collection[int], wording: Wording, completed: Collection[int]) -> Stem:
    """The question about a clause as it is cut out of its sentence, or else in the words of that; raises CannotBe."""
    try:
        shown = [each for each in clause.tokens if each not in gone]
        clear = {each: clause.tree.tokens[each].form for each in completed}
        said = standalone_clause(clause, mended_names(clause.tree, shown) | clear, gone, led=True)
        must_be_named_nearby(clause.tree, said.tokens, said.replaced)
        return worded_stem(said, lead_to(clause.tree, said.tokens, said.replaced, clause.verb), wording)
    except CannotBe as reason:
        try:
            return _of_its_sentence(clause, gone, wording)
        except CannotBe:
            raise reason from None


def dated_by_others(clause: Clause) -> tuple[int, ...]:
    """The opening by which only another sentence dates a deed, as "At that point,"; without it the deed is as true."""
    tokens = clause.tree.tokens
    if clause.subject is None or clause.verb.tense != "past":
        return ()
    before = [each for each in clause.tokens if each < min(clause.subject.tokens)]
    forms = [tokens[each].form.lower() for each in before if tokens[each].form != ","]
    alone = len(forms) == 1 and forms[0] in _LATER
    phrase = bool(forms) and forms[0] in _AT and set(forms[1:3]) & _THAT_TIME and len(forms) <= _LONGEST_TIME
    timed = bool(forms) and (alone or forms[-1] in TIME_NOUNS | _TIMES or forms[-2:-1] == ["of"])
    return tuple(before) if (alone or phrase) and timed else ()


_AT = frozenset({"at", "in", "during", "by", "around", "on", "after", "from", "within", "over"})
_THAT_TIME = frozenset({"that", "this", "same", "those", "these"})
_LATER = frozenset({"later", "then", "eventually", "soon", "afterwards", "meanwhile", "subsequently", "finally"})
_TIMES = frozenset({"time", "point", "moment", "period", "era", "stage"})
_LONGEST_TIME = 6


def _of_its_sentence(clause: Clause, gone: Collection[int], wording: Wording) -> Stem:
    """The question about a main clause in the words of its sentence, of which little can be cut wrong."""
    tree = clause.tree
    main = main_clause(tree)
    if main is None or main.head != clause.head or not clause.verb.finite or clause.subject is None:
        raise CannotBe("the clause is part of another")
    must_matter(tree)
    must_be_asserted(clause)
    if clause.hangs_wrong or _joins_another(tree, clause, gone):
        raise CannotBe("it has a clause beside it")
    own = set(clause.tokens) - set(gone) - _behind_a_semicolon(clause)
    tokens = list(tree.trimmed(each for each in plain_tokens(tree, main) if each in own))
    names = understood(tree, tokens, main, clear_pronouns(tree, tokens, named_in_full(tree, tokens)))
    must_be_named_nearby(tree, tokens, names)
    said = in_order(main, tokens, names)
    must_be_clear(said)
    return worded_stem(said, lead_to(tree, tokens, names, clause.verb), wording)


def _joins_another(tree: Tree, clause: Clause, gone: Collection[int]) -> bool:
    """Return whether another verb of the same subject stands between a clause and its reason."""
    last = max(gone, default=-1)
    joined = (each for each in tree.dependents(clause.head, "conj") if tree.tokens[each].upos in ("VERB", "AUX"))
    return any(each < last or tree.dependent(each, "nsubj") is None for each in joined)


def _behind_a_semicolon(clause: Clause) -> set[int]:
    """The tokens after a semicolon that ends what a clause tells."""
    marks = [each for each in clause.tokens if clause.tree.tokens[each].form == ";" and each > clause.head]
    return {each for each in clause.tokens if marks and each >= marks[0]}


def stem_without_subject(clause: Clause, wording: Wording) -> Stem:
    """The question for the subject of a clause; raises CannotBe."""
    assert clause.subject
    tree, gone = clause.tree, set(clause.subject.tokens)
    stated = clause.is_fact or (clause.verb.modal == "can" and not clause.said)
    if not stated or is_claimed(clause) or clause.verb.negated or clause.marker not in ("", "that"):
        raise CannotBe("it is not stated as a fact")
    must_matter(tree)
    shown = [each for each in clause.tokens if each not in gone]
    names = understood(tree, shown, clause, clear_pronouns(tree, shown, named_in_full(tree, shown)))
    must_be_named_nearby(tree, shown, names)
    said = realised(clause, names)
    if said is None or not is_cut_well(clause, said, bracketed(clause)):
        raise CannotBe("it cannot be cut out of its sentence")
    if not (is_certain(clause) or is_whole(clause, said)):
        raise CannotBe("how the sentence is built is not certain")
    if reason := what_is_open(clause, said):
        raise CannotBe(reason)
    away = {*bracketed(clause), *in_passing(clause), *when_only_its_readers_know(clause)}
    said = clause_without(replace(said, subject=()), away)
    return worded_stem(said, lead_to(tree, said.tokens, names, clause.verb), wording)


def stem_of_tokens(clause: Clause, tokens: Sequence[int], wording: Wording, subject: tuple[int, ...] = ()) -> Stem:
    """The question about some tokens of a clause, `subject` among them and after what opens it; raises CannotBe."""
    tree = clause.tree
    must_matter(tree)
    shown = tree.trimmed(tokens)
    names = clear_pronouns(tree, shown, named_in_full(tree, shown))
    must_be_named_nearby(tree, shown, names)
    opening = tuple(each for each in shown if subject and each < subject[0])
    rest = tuple(each for each in shown if each not in subject and each not in opening)
    said = Realised(clause, tree.trimmed(opening) if opening else (), subject, rest, names)
    return worded_stem(said, lead_to(tree, shown, names, clause.verb), wording)


def is_well_formed(text: str) -> bool:
    """Return whether a text closes its quotation marks and brackets, doubles no word and has no address."""
    single = len(_OPENS_A_QUOTATION.findall(text)) > len(_CLOSES_A_QUOTATION.findall(text))
    return has_balanced_marks(text) and not single and not _DOUBLED.search(text) and "www." not in text


_OPENS_A_QUOTATION = re.compile(r"(?<!\w)['‘](?=\w)")
_CLOSES_A_QUOTATION = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
_DOUBLED = re.compile(r"\b(?!had\b|that\b)(\w+) \1\b", re.IGNORECASE)


def _without_comparison(said: Realised) -> Realised:
    """Drop an opening that only compares what is said with something else, for it is so without that as well."""
    words = said.words(said.opening).lower()
    return replace(said, opening=()) if words.startswith(_COMPARING) else said


def worded_stem(said: Realised, lead: str, wording: Wording) -> Stem:
    """The question about what is said, after a sentence that leads to it where there is one; raises CannotBe."""
    said = _without_comparison(said)
    must_begin_well(said)
    must_agree(said)
    must_hold_whole_words(said)
    must_name_its_sums(said)
    must_hold_its_antecedents(said)
    must_name_nobody_twice(said)
    must_say_where(said, lead)
    opening = said.words(said.opening).lower().rstrip(" ,")
    if len(said.tokens) > MOST_WORDS or opening in _COMMENTS or opening.startswith(_CAN_GO):
        said = replace(said, opening=())  # what is so is so without it, for no condition opens it
    asking = wording(said)
    if asking is None:
        raise CannotBe("it makes no plain question")
    text = with_source(said.clause, capitalised(tidy_spacing(asking).rstrip(" ,;:.")) + "?")
    if text is None:
        raise CannotBe("who says so cannot be named in a few words")
    text = lead + named_once(said, text)
    must_have_its_object(said.clause, text)
    if not _FEWEST_WORDS <= len(text.split()) <= MOST_WORDS:
        raise CannotBe("the question is too short or too long")
    if not is_well_formed(text) or any(mark in text for mark in MARKS):
        raise CannotBe("the question has marks that need their sentence")
    return Stem(text, said.tokens, said.subject, said.replaced)
