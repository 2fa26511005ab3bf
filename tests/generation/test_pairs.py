"""Questions are held against each other by what they show and hide, and no finding is missed by it."""

from collections import Counter
from decimal import Decimal
from itertools import combinations
from random import Random

from quizengine import checks
from quizengine.extensions.records import Check
from quizengine.generation.pairs import MOST_HELD_AGAINST, Pairs, review_pairs
from quizengine.generation.review import MOST_FINDINGS
from quizengine.quiz.questions import Evidence, Question
from quizengine.quiz.types import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchingQuestion,
    NumericQuestion,
    Pair,
    ShortTextQuestion,
)

CHECKS = tuple(check for check in checks.quizengine_checks() if check.between)
NOUNS = ["ferry", "harbour", "eel", "river", "captain", "weir", "mill", "baker", "rye", "coal", "oats", "tar"]


def drawn(number: int, rng: Random) -> Question:
    """A question out of few words, so that many show what others hide."""
    a, b, c, d = rng.sample(NOUNS, 4)
    evidence = Evidence(place := rng.randrange(0, 60, 10), place + 15, f"words {place}")
    year = rng.randrange(1900, 1906)
    match number % 5:
        case 0:
            stem = f"What did the {a} of the {b} near the {c} carry in {year}?"
            return ChoiceQuestion(stem=stem, answer=f"old {d}", distractors=(a, f"{b} {number}"), evidence=evidence)
        case 1:
            return ShortTextQuestion(
                stem=f"Who saw the {a} {b} reach the {c}?", answer=f"the {c} {d}", evidence=evidence
            )
        case 2:
            return NumericQuestion(
                stem=f"When did the {a} {b} reach the old {c}?", answer=Decimal(year), evidence=evidence
            )
        case 3:
            return MatchingQuestion(
                stem=f"Match {number}.",
                pairs=(Pair(left=a, right=f"the {b} {c}"), Pair(left=c, right=f"old {d}")),
                evidence=evidence,
            )
        case _:
            return ClozeQuestion(stem="Fill.", text=f"In {year} {{old {a}}} came to the {b} of the old {c} {number}.")


def test_the_index_finds_what_looking_at_every_pair_finds() -> None:
    rng = Random(7)
    questions = list({question.id: question for question in (drawn(n, rng) for n in range(MOST_HELD_AGAINST))}.values())
    one_by_one = Pairs.of(CHECKS)
    told = [(other.id, str(f)) for one, other in combinations(questions, 2) for f in one_by_one.between(one, other)]
    found = [(question.id, str(finding)) for question, finding in review_pairs(questions, CHECKS).findings]
    counts = Counter(name for name, _ in told)
    few = [each for each in told if counts[each[0]] <= MOST_FINDINGS]
    assert len(few) > 20
    assert [each for each in found if counts[each[0]] <= MOST_FINDINGS] == few
    assert {words.split(":")[0] for _, words in told} == {check.name for check in CHECKS}


def test_of_very_many_findings_about_one_question_the_first_are_told() -> None:
    twins = [ShortTextQuestion(stem="What is it?", answer="an eel", id=f"q{n}") for n in range(30)]
    last = [str(finding) for question, finding in review_pairs(twins, CHECKS).findings if question.id == "q29"]
    assert last == [
        *["same-question: “What is it?” asks this already"] * MOST_FINDINGS,
        "same-question: and more of the same kind; 10 are listed",
    ]


def test_a_question_is_held_against_those_with_the_rarest_words_in_common() -> None:
    crowd: list[Question] = [
        ShortTextQuestion(stem=f"Where is the harbour ferry number {n}?", answer="harbour ferry") for n in range(300)
    ]
    told = ShortTextQuestion(stem="Where did Ada Marsh see the harbour ferry of Leeds?", answer="harbour")
    asked = ShortTextQuestion(stem="Who saw the harbour ferry of Leeds?", answer="Ada Marsh")
    pairs = review_pairs([*crowd[:150], told, *crowd[150:], asked], CHECKS)
    about = [finding.message for question, finding in pairs.findings if question == asked]
    assert any("holds “Ada Marsh”" in message for message in about)
    assert pairs.cut_short > 0


def test_a_rule_that_says_nothing_about_terms_is_given_every_pair() -> None:
    seen: list[tuple[str, str]] = []
    check = Check.of_pairs("all", lambda one, other: seen.append((one.stem, other.stem)) or (), "")
    review_pairs([ShortTextQuestion(stem=stem, answer="eel") for stem in "abc"], [check])
    assert sorted(seen) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_terms_that_cannot_be_told_are_a_fault_of_the_check_and_stop_no_other() -> None:
    broken = Check.of_pairs("broken", lambda one, other: ["never"], "", shows=lambda q: [1 // 0], hides=lambda q: [])
    twins = [ShortTextQuestion(stem="What is it?", answer="an eel", id=f"q{n}") for n in range(2)]
    pairs = review_pairs(twins, [broken, *CHECKS])
    [fault] = pairs.faults
    assert str(fault).startswith("check broken: failed at tests/generation/test_pairs.py, line ")
    assert len(pairs.findings) == 1
