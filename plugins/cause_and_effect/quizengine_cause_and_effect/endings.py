"""Asks which words a sentence of the article goes on with: a way to ask where no plain question is certain.

The sentence stands as the article has it, so its key is right whatever else may be true.
"""

import re

from quizengine import Span
from quizengine.language.clauses import shape, simple_clause
from quizengine.language.fragments import chunks_of
from quizengine.language.sentences import sentence_of
from quizengine_cause_and_effect.borders import breaks_off, ends_amid
from quizengine_cause_and_effect.drafts import CAUSE, EFFECT, CannotBe, Direction, Draft
from quizengine_cause_and_effect.excerpts import excerpt, is_said_elsewhere, quotation_around, requoted
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.kinds import is_bare
from quizengine_cause_and_effect.parts_of_relation import doer_and_deed, source, trimmed
from quizengine_cause_and_effect.plain_clauses import clause_of, pieces_of, short
from quizengine_cause_and_effect.pool import form_of
from quizengine_cause_and_effect.readings import Reading
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import named
from quizengine_cause_and_effect.verbs import helper_for
from quizengine_cause_and_effect.wording import capitalised

GAP = "____"
_END = re.compile(r"[.!,]?\s*")
_GOES_ON = re.compile(
    r";| (?:and|but|or|while|when|after|before|as|in|on|at|during|for) (?!of\b)"
    r"|, (?:and|but|while|though|although|said|according|he said|she said|they said)\b"
    r"|, (?:saying|adding|claiming|arguing|citing|noting|explaining|insisting|warning)\b"
    r"|, (?:[A-Z][\w.’'-]+ ){1,4}(?:said|says|told|added|wrote|argued|explained)\b"
)
"""What may follow a gap at the end of a clause: nothing that only adds to the words left out (", a small town")."""


def ending(relation: CausalRelation, direction: Direction = CAUSE) -> Draft:
    """Ask, for example, “Which words end this sentence of the article? “The bridge closed because …””.

    Words from the middle of a sentence leave a gap. Raises CannotBe when the cause (or the effect, by `direction`)
    does not follow its signal, or the sentence needs more than the two before it.
    """
    key, form = _key(relation, direction)
    around = quotation_around(key)
    if around is not None and relation.claimant is None:
        raise CannotBe("who says so is not certain")
    if is_said_elsewhere(key, around is not None, least=1):
        raise CannotBe(f"“{short(key)}” needs more than its sentence")
    other = relation.effect if key.overlaps(relation.cause) else relation.cause
    shown = _shown(relation, _sentence(key, relation), other, around)
    before, after = _text(shown, shown.start, key.start), _text(shown, key.end, shown.end)
    ends = bool(_END.fullmatch(after))
    goes_on = f",{after}" if key.text[-2:-1] == "," else after
    if (ends and breaks_off(key)) or not (ends or _may_be_a_gap(goes_on, key, form, relation)):
        raise CannotBe("where the words end is not certain")
    whose = "of the article" if around is None else f"that the article quotes from {source(relation)}"
    asks, text = ("end", f"{before}…") if ends else ("fill the gap in", f"{before}{GAP}{goes_on}")
    text = re.sub(r",\s*\Z", ".", text)
    stem = f"Which words {asks} this sentence {whose}? “{capitalised(requoted(text))}”"
    return Draft(direction, stem, key, form, (shown,), as_it_is=True, word_for_word=True)


def _key(relation: CausalRelation, direction: Direction) -> tuple[Span, Form]:
    """The words to leave out and their form, where it is certain that they belong to the signal; raises CannotBe."""
    reading = named(relation.rule).reading
    if direction == EFFECT and reading is Reading.MAKES_DO:
        return doer_and_deed(relation)[1], Form.DEED
    key = relation.cause if direction == CAUSE else trimmed(relation.effect)
    form = form_of(key)
    belongs = form is not Form.ACTION or reading is Reading.BY_DOING or relation.rule == "arrested for"
    if form is None or not belongs or ends_amid(key):
        raise CannotBe("the words may belong to another verb")
    if relation.rule == "to do":
        _must_be_a_motive(relation.effect)
    return key, form


def _must_be_a_motive(effect: Span) -> None:
    """Raise CannotBe unless an infinitive can only belong to the verb before it, which tells what was done."""
    clause = clause_of(effect)
    rest = shape(pieces_of(clause.rest)) if clause.rest else ""
    if (
        helper_for(clause) != "did"
        or re.search(r"[vgieA]", rest)
        or clause.subject.text.lower() in ("it", "this", "that")
    ):
        raise CannotBe("the words may belong to another verb")


def _sentence(key: Span, relation: CausalRelation) -> Span:
    """The sentence of a relation, parted inside quotations; raises CannotBe unless the key follows the signal there."""
    sentence = sentence_of(key, inside=True)
    is_told_before = named(relation.rule).reading is Reading.AS_A_RESULT
    sides = (relation.effect,) if is_told_before else (relation.cause, relation.effect)
    inside = relation.signal is not None and all(sentence.contains(span) for span in (*sides, relation.signal))
    if not inside or relation.signal is None or relation.signal.start >= key.start:
        raise CannotBe("it does not stand after the signal")
    return sentence


def _shown(relation: CausalRelation, sentence: Span, other: Span, around: Span | None) -> Span:
    """What the stem quotes: with the sentence before where that is the cause, or may tell which "the crash" is."""
    if named(relation.rule).reading is Reading.AS_A_RESULT or is_bare(other):
        return excerpt(sentence, around, least=1)
    clause = simple_clause(pieces_of(other))
    if clause is not None and is_bare(clause.subject):
        try:
            return excerpt(sentence, around, least=1)
        except CannotBe:
            pass
    return excerpt(sentence, around)


def _may_be_a_gap(after: str, key: Span, form: Form, relation: CausalRelation) -> bool:
    """Whether words from the middle of a sentence can be left out: what follows does not hang on them."""
    if relation.effect.start > relation.cause.start and form is not Form.PHRASE and after.startswith(", "):
        return True
    cut = {Form.PHRASE: r" (?:and|or)\b", Form.ACTION: r" (?:and|or) (?!\w+ing\b)"}.get(form)
    if cut and re.match(cut, after):
        return False
    following = [piece for piece in chunks_of(sentence_of(key)) if piece.span.start >= key.end]
    if form is Form.CLAUSE and re.match(r"&R?[^vnR]", shape(following)):
        return False
    return bool(_GOES_ON.match(after))


def _text(shown: Span, start: int, end: int) -> str:
    return shown.article.text[start:end]
