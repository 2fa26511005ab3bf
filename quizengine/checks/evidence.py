"""Rules about evidence: it is in the article word for word, and proves only the key."""

import re
from collections.abc import Iterator

from quizengine.checks.authorities import EVIDENCE, HALADYNA, TARRANT
from quizengine.checks.option_lists import only_option_list, option_lists
from quizengine.extensions.records import Check
from quizengine.language.content_stems import outside_quotations
from quizengine.quiz.questions import Question, fixed_key
from quizengine.text.article import Article

_MOST_READ = 2_000
"""Characters of a quote: more is no evidence, but the article once again."""
_LISTED = r"(?:, (?:and |or |as well as )?| and | or | as well as )(?:the |an? )?"


def evidence_matches(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the article does not hold the evidence's quote at the evidence's offsets."""
    evidence = question.evidence
    if article is None or evidence is None or evidence.holds_in(article):
        return
    found = _short(article.text[max(evidence.start, 0) : evidence.end])
    yield f"the article has “{found}” at {evidence.start}:{evidence.end}, the evidence says “{_short(evidence.quote)}”"


def generated_has_evidence(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a generated question has no evidence."""
    if question.origin is not None and question.evidence is None:
        yield f"made by {question.origin.generator} without evidence; a generated key needs the words that prove it"


def written_has_evidence(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a question with one answer is on an article and points at nothing in it."""
    if article is None or question.origin is not None or question.evidence is not None:
        return
    if (
        len(fixed_key(question)) == 1
        and any(part for part in option_lists(question))
        and len(offer_keys(question)) == 1
    ):
        yield "no evidence is given; with the words of the article that prove the key, students can look it up"


def distractor_also_right(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the evidence names a distractor in one list with the key."""
    one = only_option_list(question)
    if one is None or question.evidence is None or len(one.keys) != 1:
        return
    said = " ".join(outside_quotations(question.evidence.quote[:_MOST_READ]).split())
    key, words = re.escape(one.keys[0]), said.casefold()
    if one.keys[0].casefold() not in words:
        return
    for text in one.distractors:
        if text.casefold() not in words:
            continue
        other = re.escape(text)
        if re.search(rf"(?i)(?<!\w)(?:{key}{_LISTED}{other}|{other}{_LISTED}{key})(?!\w)", said):
            yield f"the evidence names “{text}” beside the key “{one.keys[0]}”, so that both may be right"


def offer_keys(question: Question) -> tuple[str, ...]:
    """The right options of a question with a single choice to make."""
    one = only_option_list(question)
    return one.keys if one else ()


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


EVIDENCE_CHECKS = (
    Check(
        "evidence-matches",
        evidence_matches,
        "A key is proved by the article's own words, or not at all.",
        "error",
        EVIDENCE,
        "What did the ferry carry? = rye ~ coal ~ oats @0:12 The barge sank",
        "What did the ferry carry? = rye ~ coal ~ oats @ The ferry carried rye",
    ),
    Check(
        "evidence-missing",
        generated_has_evidence,
        "A generated key that nobody can look up cannot be approved.",
        "error",
        EVIDENCE,
        "[made] What did the ferry carry? = rye ~ coal ~ oats",
        "[made] What did the ferry carry? = rye ~ coal ~ oats @ The ferry carried rye",
    ),
    Check(
        "evidence-not-given",
        written_has_evidence,
        "Feedback that shows the sentence in the article teaches more than a tick.",
        "note",
        EVIDENCE,
        "What did the ferry carry? = rye ~ coal ~ oats",
        "What did the ferry carry? = rye ~ coal ~ oats @ The ferry carried rye",
    ),
    Check(
        "distractor-also-right",
        distractor_also_right,
        "Anything in one list with the key is right for the same reason.",
        "warning",
        f"{HALADYNA} (19: one right answer); {TARRANT} (more than one correct answer)",
        "What did the barge carry? = oats ~ coal ~ tar @ The barge carried oats and coal",
        "What did the barge carry? = oats ~ rye ~ tar @ The barge carried oats and coal",
    ),
)
