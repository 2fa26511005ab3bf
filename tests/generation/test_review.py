"""Questions are held against checks: errors keep them out, warnings do not."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizengine.extensions.records import Check, Finding
from quizengine.generation.pairs import PairReview, review_pairs
from quizengine.generation.review import review
from quizengine.quiz.questions import Evidence, Origin, Question
from quizengine.quiz.types import ShortTextQuestion, TrueFalseQuestion
from quizengine.text.article import Article

LOUD = ShortTextQuestion(stem="WHO SAID SO?", answer="Ada")
CALM = ShortTextQuestion(stem="Who said so?", answer="Ada")


def shouting(question: Question, article: Article | None) -> Iterator[str]:
    if question.stem.isupper():
        yield f"the stem shouts: {question.stem}"


def raising(question: Question, article: Article | None) -> Iterator[str]:
    yield "found before it broke"
    raise ZeroDivisionError("no luck")


def exiting(question: Question, article: Article | None) -> Iterator[str]:
    raise SystemExit(2)
    yield ""


SHOUTING = Check("no-shouting", shouting, "Capitals are hard to read.")


def test_an_error_keeps_a_question_out_and_says_why() -> None:
    one = review(LOUD, [SHOUTING])
    assert not one.passes and one.findings == (Finding("the stem shouts: WHO SAID SO?", check="no-shouting"),)
    assert review(CALM, [SHOUTING]).passes and review(CALM, [SHOUTING]).findings == ()


def test_a_warning_does_not_keep_a_question_out() -> None:
    one = review(LOUD, [Check("no-shouting", shouting, "Capitals are hard to read.", level="warning")])
    assert one.passes and [finding.level for finding in one.findings] == ["warning"]


HERE = "failed at tests/generation/test_review.py, line N: "


def test_a_check_that_raises_is_named_and_the_others_go_on() -> None:
    checks = [Check("breaks", raising, ""), Check("exits", exiting, ""), SHOUTING]
    one = review(LOUD, checks)
    assert [re.sub(r"line \d+", "line N", str(fault)) for fault in one.faults] == [
        f"check breaks: {HERE}ZeroDivisionError: no luck; what it looks for was not checked",
        f"check exits: {HERE}SystemExit: 2; what it looks for was not checked",
    ]
    assert [str(finding) for finding in one.findings] == ["no-shouting: the stem shouts: WHO SAID SO?"]


def test_a_check_sees_the_article_if_there_is_one() -> None:
    seen: list[Article | None] = []

    def looking(question: Question, article: Article | None) -> tuple[str, ...]:
        seen.append(article)
        return ()

    article = Article("Ada said so.")
    review(CALM, [Check("looks", looking, "")], article)
    review(CALM, [Check("looks", looking, "")])
    assert seen == [article, None]


def twins(one: Question, other: Question) -> Iterator[str]:
    if one.stem.casefold() == other.stem.casefold():
        yield f"asks what “{one.stem}” asks"


TWINS = Check.of_pairs("twins", twins, "Once is enough.", level="warning")


def test_pairs_are_held_against_rules_about_pairs_and_the_later_question_is_told() -> None:
    pairs = review_pairs([CALM, LOUD], [SHOUTING, TWINS])
    assert [(question.id, str(finding)) for question, finding in pairs.findings] == [
        (LOUD.id, "twins: asks what “Who said so?” asks")
    ]
    assert pairs.faults == ()


def test_a_rule_about_pairs_says_nothing_about_one_question() -> None:
    assert review(LOUD, [TWINS]).findings == ()
    assert review_pairs([LOUD], [TWINS]) == PairReview()


def test_a_rule_about_pairs_that_raises_is_named_once() -> None:
    breaks = Check.of_pairs("breaks", lambda one, other: [str(1 // 0)], "")
    pairs = review_pairs([CALM, LOUD, ShortTextQuestion(stem="Where?", answer="Here")], [breaks, TWINS])
    assert len(pairs.findings) == 1
    [fault] = pairs.faults
    assert str(fault).startswith("check breaks: failed at tests/generation/test_review.py, line ")


def test_checks_look_at_the_words_of_a_question_without_its_markup() -> None:
    check = Check("repeats", lambda question, article: [question.stem], "it has to")
    marked = TrueFalseQuestion(stem="*Ice* is H~2~O.", answer=True, markup="markdown")
    found = review(marked, [check])
    assert found.question is marked and [finding.message for finding in found.findings] == ["Ice is H₂O."]


def test_a_refusal_stands_at_the_evidence_or_at_the_beginning() -> None:
    article = Article("Ada said so. Bo did not.")
    at = Evidence.of(article.span(13, 24))
    there, elsewhere, nowhere = (
        review(replace(LOUD, id="", evidence=evidence), [SHOUTING]).refusal(article)
        for evidence in (at, replace(at, quote="Bo did not!"), None)
    )
    assert there.span.text == "Bo did not."
    assert [(one.span.start, one.span.end) for one in (elsewhere, nowhere)] == [(0, 0), (0, 0)]
    assert there.reason == "no-shouting: the stem shouts: WHO SAID SO? (stem: WHO SAID SO?)"
    assert there.rule == "short_text"
    made = review(replace(LOUD, id="", origin=Origin("numbers", "every")), [SHOUTING]).refusal(article)
    assert (made.rule, made.generator) == ("numbers/every", "numbers")
