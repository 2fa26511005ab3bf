"""Options as a student reads them, and what keeps a key from being one."""

import re

from quizengine import Span
from quizengine.language.content_words import content_words
from quizengine_cause_and_effect.acts import in_form, is_act
from quizengine_cause_and_effect.borders import breaks_off, ends_amid
from quizengine_cause_and_effect.distractors import MOST_WORDS
from quizengine_cause_and_effect.drafts import Draft
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.kinds import is_bare, is_measure
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.wording import capitalised


def option(span: Span, draft: Draft) -> str:
    """A span as an option: in the draft's form, on one line, with a capital first letter and no mark at its end."""
    text = " ".join(span.text.split())
    if span == draft.key and draft.key_words:
        text = draft.key_words
    elif is_act(span) or draft.before or draft.as_it_is:
        text = in_form(span, draft.form)
    text = re.sub(r"''(.+?)''", r"“\1”", text)
    whole = re.sub(r"[,.](?=[”\"]\Z)", "", (draft.before + text).rstrip(" ,;:."))
    return whole if draft.as_it_is else capitalised(whole)


def fault(draft: Draft, relation: CausalRelation) -> str:
    """What keeps a draft from being asked, or nothing."""
    behind = [
        span for span in (relation.cause, relation.effect) if relation.signal and span.start > relation.signal.start
    ]
    if any(map(breaks_off, behind)) or ends_amid(draft.key):
        return "where the words end is not certain"
    words = len((draft.key_words or draft.key.text).split())
    if words > MOST_WORDS:
        return f"the key has more than {MOST_WORDS} words"
    if draft.form is Form.PHRASE and is_measure(draft.key):
        return "the key is a measure"
    if is_bare(draft.key):
        return "which one is meant is told elsewhere"
    if words < 2:
        return "the key is a single word"
    key = frozenset(content_words(draft.key.text))
    told = frozenset(content_words(draft.stem))
    if not key or len(key & told) * 2 > len(key):
        return "the stem would tell the key"
    return ""
