"""A question as it is in a teacher's form: what is wrong with it, what checks say, and how students see it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from quizengine.bank.form_fields import Typed, question_from_form
from quizengine.desk.library import Entry
from quizengine.extensions.records import Finding
from quizengine.generation.cueing import keys_held
from quizengine.generation.pairs import Pairs
from quizengine.generation.review import review
from quizengine.quiz.markup import PLAIN, texts_of
from quizengine.quiz.questions import Evidence, Question
from quizengine.quiz.quiz import sheet_question
from quizengine.text.article import Article
from quizengine.web.app_context import app_context
from quizengine.web.render.form_faults import FormFault, fault_in_form
from quizengine.web.render.forms import form_of
from quizengine.web.render.languages import gettext
from quizengine.web.render.pages import render_question

_CONCERNED: Mapping[str, str] = {
    "evidence": "evidence-matches evidence-missing evidence-not-given",
    "distractors": "distractor-also-right all-of-the-above none-of-these combined-options equal-options options-alike "
    "overlapping-options long-options repeated-words too-few-options option-of-other-kind option-in-other-unit "
    "option-too-far",
    "answer": "key-is-a-place longest-option-is-key key-stands-out key-more-precise key-converges article-cue "
    "number-cue gender-cue grammar-cue word-repeats absolute-terms hedged-key number-in-words long-typed-answer "
    "rounded-met-exactly",
    "tolerance": "tolerance-swallows tolerance-wide",
    "accept": "accepts-one-form",
    "text": "too-many-gaps",
    "pairs": "perfect-match",
}
_CONCERNS = {check: field for field, checks in _CONCERNED.items() for check in checks.split()}
"""The field that each check is about, by the name of the check; the others are about the stem."""
_IMAGE = re.compile(r"!\[[^\]\n]*\]\(<?media/")
_CASE = re.compile(r"<(/?)h1\b")


@dataclass(frozen=True)
class QuestionDraft:
    """The content of a form, checked."""

    typed: Typed
    question: Question | None
    """The question that it makes; None if something is wrong."""
    faults: Mapping[str, Sequence[FormFault]]
    """The faults that keep it from being saved, by field; empty for the whole question."""
    findings: Mapping[str, Sequence[Finding]]
    """The findings of checks, by field."""
    notice: str = ""
    """The warning that the key is no longer in the words that prove it."""
    preview: Markup | None = None

    def as_begun(self) -> "QuestionDraft":
        """The draft of a question that is still being written: what is missing yet is no fault."""
        faults = {name: tuple(one for one in told if not one.is_missing) for name, told in self.faults.items()}
        return replace(self, faults=faults)


def look_over(entry: Entry, cls: type[Question], typed: Typed, old: Question | None) -> QuestionDraft:
    """Look over what a teacher typed for a question of a quiz: a new one, or in place of an old one."""
    faults: dict[str, list[FormFault]] = defaultdict(list)
    typed, missing = _with_evidence(typed, entry.article, old)
    if missing:
        faults["evidence"].append(FormFault(missing))
    question, found = question_from_form(cls, typed)
    for fault in found:
        name = fault.path[0] if fault.path else ""
        faults[str(name) if str(name) in {*typed, "evidence"} or fault.path else ""].append(fault_in_form(fault))
    if question is None:
        return QuestionDraft(typed, None, faults, {})
    media = app_context().engine.media_of(entry.source)
    if missing_files := list(filter(None, map(media.fault, question.media))):
        faults[""] += (
            FormFault(one, is_english=True) for one in missing_files
        )  # the bank would be read without the question
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in _findings(entry, question, old):
        findings[_CONCERNS.get(finding.check, "stem")].append(finding)
    findings = {_there(name, typed): found for name, found in findings.items()}
    notice = _lost(question, old) or _not_read_as_markdown(question)
    return QuestionDraft(typed, None if faults else question, faults, findings, notice, _drawn(entry, question))


def _there(name: str, typed: Typed) -> str:
    """The field itself, or the stem if this type has no such field."""
    return name if any(each.partition(".")[0] == name for each in typed) else "stem"


def _with_evidence(typed: Typed, article: Article | None, old: Question | None) -> tuple[Typed, str]:
    """Return what was typed with the place of the words that prove the key, and what is wrong with them."""
    rest = {name: texts for name, texts in typed.items() if not name.startswith("evidence.")}
    quote = "".join(typed.get("evidence.quote", ())).replace("\r\n", "\n").strip()
    if not quote:
        return rest, ""
    known = old.evidence if old else None
    if known and known.quote.strip() == quote:
        return rest | _typed_evidence(known), ""
    if article is None:
        there_is_none = gettext("The article of this quiz is not at hand, so its words cannot be found.")
        return rest | {"evidence.quote": (quote,)}, there_is_none
    place = _found(quote, article, known.start if known else 0)
    if place is None:
        return rest | {"evidence.quote": (quote,)}, gettext("The article does not say this. Copy its words exactly.")
    return rest | _typed_evidence(place), ""


def _typed_evidence(known: Evidence) -> dict[str, tuple[str, ...]]:
    return {
        "evidence.start": (str(known.start),),
        "evidence.end": (str(known.end),),
        "evidence.quote": (known.quote,),
    }


def _found(quote: str, article: Article, near: int) -> Evidence | None:
    """The place where the article says the words, with any spaces between them; of several, the nearest to `near`."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    places = [match.span() for match in re.finditer(pattern, article.text)]
    if not places:
        return None
    start, end = min(places, key=lambda place: abs(place[0] - near))
    return Evidence(start, end, article.text[start:end])


def _findings(entry: Entry, question: Question, old: Question | None) -> Iterator[Finding]:
    checks = tuple(app_context().engine.registry.checks.values())
    yield from (one for one in review(question, checks, entry.article).findings if one.level != "note")
    pairs = Pairs.of(checks)
    for number, other in enumerate(entry.quiz.questions, 1):
        if other is not old:
            for one in pairs.between(other, question):
                if one.level != "note":
                    yield replace(one, message=f"question {number}: {one.message}")


def _not_read_as_markdown(question: Question) -> str:
    """Say that a plain text has an image in it, whose source students would read; empty if none has."""
    plain = question.markup == PLAIN and any(map(_IMAGE.search, texts_of(question, question.marked_up)))
    return gettext("An image shows only where the texts are Markdown: choose that under “More”.") if plain else ""


def _lost(question: Question, old: Question | None) -> str:
    """Say that the words that prove the key no longer hold it; empty if they do, or never did."""
    before = old.evidence if old else None
    if old is None or before is None or not keys_held(old, before.quote):
        return ""
    now = question.evidence
    if now is None:
        return gettext("The words of the article that proved the answer are gone.")
    if keys_held(question, now.quote):
        return ""
    return gettext("The words of the article that prove the answer no longer hold it. Change one or the other.")


def _drawn(entry: Entry, question: Question) -> Markup:
    """The question just as students see it, but that its heading is one of several on this page."""
    alone = replace(entry.quiz, questions=(question,))
    asked = sheet_question(alone, 1, app_context().sheets.shuffle("teacher"))
    return Markup(_CASE.sub(r"<\1h3", str(render_question(form_of(asked, {}), entry.quiz.locale))))  # noqa: S704 # drawn by us
