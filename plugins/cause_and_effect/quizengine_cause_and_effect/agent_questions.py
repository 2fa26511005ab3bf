"""Asks who, or which country, did something for a given reason, with names of the same kind as options.

Next: `statements`.
"""

from collections.abc import Iterator

from quizengine import ChoiceQuestion, ShortTextQuestion
from quizengine.language import (
    PRONOUNS,
    Constituent,
    Realised,
    capitalised,
    has_balanced_marks,
    question,
    salience,
    tidy_spacing,
    word_set,
)
from quizengine_cause_and_effect.causal_gaps import accepted_for
from quizengine_cause_and_effect.name_slots import Slot, all_name_slots, is_a_titled_name, main_name, name_slots
from quizengine_cause_and_effect.question_parts import choice_question, typed_question
from quizengine_cause_and_effect.relation_sentences import CannotBe, Told
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.replacement_names import other_names
from quizengine_cause_and_effect.statements import worth_telling

_OPTIONS = 3
_LONGEST = 22
_LIGHT = 0.3
"""Weight of a sentence up to which it tells of side matters."""
_WORDS = {"person": "who", "country": "which country"}


def who_question(relation: CausalRelation) -> ChoiceQuestion:
    """“Who founded the school to …?”, with three others of the article; raises CannotBe."""
    sentence = _plainly_told(relation)
    tree = sentence.clause.tree
    for slot in name_slots(sentence):
        stem = _stem(sentence, slot)
        names = other_names(tree.sentence.span.article, slot, sentence) if stem else []
        if stem and len(names) >= _OPTIONS and len(stem.split()) <= _LONGEST:
            return choice_question(relation, "who", stem, slot.full, tuple(names[:_OPTIONS]))
    raise CannotBe("no name in it can be asked for")


def _plainly_told(relation: CausalRelation) -> Told:
    sentence = worth_telling(relation)
    if sentence.clause.said or sentence.lead or salience(sentence.clause.tree) < _LIGHT:
        raise CannotBe("it is told by somebody or beside the point")
    return sentence


def typed_who_question(relation: CausalRelation) -> ShortTextQuestion:
    """The same where there are too few others: for a name that neither the title tells nor the article is about."""
    sentence = _plainly_told(relation)
    article = sentence.clause.tree.sentence.span.article
    title = article.title.text if article.title else ""
    for slot in all_name_slots(sentence):
        stem = _stem(sentence, slot)
        accepted = tuple(accepted_for(sentence, slot))
        told = slot.full == main_name(article) or any(word in f"{title} {stem}" for word in slot.full.split())
        if stem and accepted and not told and len(stem.split()) <= _LONGEST:
            return typed_question(relation, "who to be typed", f"{stem} Type the name.", accepted)
    raise CannotBe("no name in it can be asked for")


def _stem(sentence: Told, slot: Slot) -> str | None:
    word = _WORDS.get(slot.kind)
    part = next(
        (
            each
            for each in _parts(sentence)
            if set(slot.tokens) <= set(each.tokens) and is_a_titled_name(each, slot.tokens)
        ),
        None,
    )
    if word is None or part is None:
        return None
    kept = [each for each in sentence.said.tokens if each not in part.tokens]
    if slot.kind == "person" and any(sentence.said.words([each]).lower() in PRONOUNS for each in kept):
        return None  # "her daughter" tells whether a man or a woman is asked for
    if part.role == "subject":
        return question(sentence.said, part, word)
    if part.role == "object":
        return question(sentence.said, part, "whom" if word == "who" else word)
    return _made_active(sentence.said, part, word)


def _parts(sentence: Told) -> Iterator[Constituent]:
    """Subject, object, and whoever a passive names after "by"."""
    clause = sentence.clause
    if clause.subject:
        yield clause.subject
    if clause.object:
        yield clause.object
    for part in clause.adjuncts():
        if clause.verb.passive and part.marker_text == "by":
            yield part


def _made_active(said: Realised, part: Constituent, word: str) -> str | None:
    """“Who founded the school to …?” of “The school was founded by Lee to …”; None if that is not certain."""
    clause = said.clause
    verb, tokens = clause.verb, clause.tree.tokens
    plain = verb.passive and verb.tense == "past" and not (verb.perfect or verb.progressive or verb.negated)
    did = past_tense(tokens[clause.head].form) if plain else None
    if did is None or len(verb.tokens) != _OF_A_PASSIVE or any(tokens[each].upos == "PRON" for each in said.subject):
        return None
    gone = {*verb.tokens, *part.tokens}
    before = [each for each in said.said if each not in gone and each < clause.head]
    rest = [each for each in said.said if each not in gone and each > clause.head]
    opening = f"{said.words(said.opening)}, " if said.opening else ""
    pieces = [word, said.words(before), did, said.words(said.subject), said.words(rest)]
    text = opening + " ".join(filter(None, pieces))
    return capitalised(tidy_spacing(text)).rstrip(" ,.") + "?" if has_balanced_marks(text) else None


_OF_A_PASSIVE = 2
"""Tokens of "was founded"."""


def past_tense(participle: str) -> str | None:
    """The past tense of a verb by its past participle; None if it is not certain."""
    word = participle.lower()
    return word if word.endswith("ed") or word in _ALIKE else _PAST.get(word)


_ALIKE = word_set(
    """
    led brought set spurred hurt built made sold bought held won sent taught caught thought found told kept left lost
    met paid read shot spent struck shut cut put hit dug hung fought laid
    """
)
_PAST = {
    "written": "wrote",
    "given": "gave",
    "driven": "drove",
    "taken": "took",
    "chosen": "chose",
    "begun": "began",
    "drawn": "drew",
    "broken": "broke",
    "stolen": "stole",
    "overthrown": "overthrew",
}
