"""Questions about one event or list: a choice if the article names enough others of the kind, otherwise typed."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from quizengine import ChoiceQuestion, Evidence, Fact, Origin, Question, Refusal, ShortTextQuestion, article_says
from quizengine_fact_recall.dated import DatedEvents, dated_event_questions
from quizengine_fact_recall.described import Described
from quizengine_fact_recall.described import description_question as described_question
from quizengine_fact_recall.draft import Draft
from quizengine_fact_recall.enumeration_questions import enumeration_question
from quizengine_fact_recall.enumerations import Enumeration
from quizengine_fact_recall.event_choice import ASKED_ALREADY, choose_questions, fact_place, gaps
from quizengine_fact_recall.glosses import Gloss
from quizengine_fact_recall.glosses import gloss_question as gloss_question
from quizengine_fact_recall.happening_questions import happening_question
from quizengine_fact_recall.happenings import Happening
from quizengine_fact_recall.missing_names import MissingName
from quizengine_fact_recall.missing_names import missing_name_question as gap_question
from quizengine_fact_recall.open_part_questions import open_part_question
from quizengine_fact_recall.open_parts import OpenPart
from quizengine_fact_recall.typed_participants import accepted, can_be_typed

NAME = "fact_recall"
NOT_TYPED = "the name is not typed in one way"


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """Yield a question to choose or to type, as the article allows; a refusal where neither is sound."""
    if isinstance(fact, DatedEvents):
        drafted = [each for each in choose_questions(others).values() if isinstance(each, Draft)]
        yield from dated_event_questions(fact, {fact_place(each.fact)[1] for each in drafted})
        return
    if isinstance(fact, OpenPart):
        yield open_part_question(fact, others)
        return
    if isinstance(fact, Enumeration):
        yield enumeration_question(fact)
        return
    if isinstance(fact, Happening):
        yield happening_question(fact, others)
        return
    if isinstance(fact, Gloss):
        drafted = [each for each in choose_questions(others).values() if isinstance(each, Draft)]
        same = any(each.stem == fact.stem for each in drafted)
        yield Refusal(fact.term, "asked-already", ASKED_ALREADY) if same else gloss_question(fact)
        return
    if isinstance(fact, Described):
        yield described_question(fact) or Refusal(fact.person, "no-typing", NOT_TYPED)
        return
    if isinstance(fact, MissingName):
        if fact.missing in gaps(others):
            yield gap_question(fact) or Refusal(fact.missing, "no-typing", NOT_TYPED)
        return
    draft = choose_questions(others).get(fact_place(fact))
    if isinstance(draft, Refusal):
        yield draft
    elif draft is not None:
        yield from _questions(draft)


def _questions(draft: Draft) -> Iterator[Question]:
    if draft.wrong:
        yield ChoiceQuestion(stem=draft.stem, answer=draft.key, distractors=draft.wrong, **_beside(draft))
    elif can_be_typed(draft.name):
        more = tuple(form for form in accepted(draft.name) if form != draft.key)
        yield ShortTextQuestion(stem=draft.stem, answer=draft.key, accept=more, **_beside(draft))


def _beside(draft: Draft) -> dict[str, Any]:
    """Return what every question has beside its words."""
    return {
        "rationale": article_says(draft.evidence.text),
        "evidence": Evidence.of(draft.evidence),
        "origin": Origin(NAME, draft.rule),
        "tags": ("fact recall",),
    }
