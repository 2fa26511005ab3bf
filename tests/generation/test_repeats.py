"""An answer comes back only in a quiz of more than ten questions: else the second question is known from the first."""

from quizengine.generation.blueprint import Blueprint
from quizengine.generation.repeats import answer_of, asks_the_same
from quizengine.generation.selection import select
from quizengine.quiz.questions import Evidence, Origin, Question
from quizengine.quiz.types import ChoiceQuestion, ShortTextQuestion, TrueFalseQuestion


def who(number: int, answer: str) -> Question:
    return ChoiceQuestion(
        stem=f"Who wrote letter {number}?",
        answer=answer,
        distractors=("Ida Finch", "Ada Marsh", "Jon Hale"),
        evidence=Evidence(number * 20, number * 20 + 10, "ten letter"),
        origin=Origin("quotes", "rule"),
    )


TWICE = [[who(0, "Ruth Abel")], [who(1, "Ruth Abel")], [who(2, "Peter Oduya")]]
OTHERS = [[who(number, f"Person {number}")] for number in range(3, 13)]


def test_a_short_quiz_has_each_answer_once_and_says_so() -> None:
    for blueprint in (Blueprint(), Blueprint(10)):
        selection = select(TWICE, blueprint)
        assert sorted(str(getattr(one, "answer", "")) for one in selection.chosen) == ["Peter Oduya", "Ruth Abel"]
        (refused,) = (verdict for verdict in selection.verdicts if not verdict.taken)
        assert refused.reason.startswith("its answer is that of another question")


def test_a_long_quiz_may_have_an_answer_twice() -> None:
    assert len(select([*TWICE, *OTHERS]).chosen) == 13
    assert len(select([*TWICE, *OTHERS[:8]]).chosen) == 11
    assert len(select([*TWICE, *OTHERS[:7]]).chosen) == 9
    assert len(select([*TWICE, *OTHERS], Blueprint(12)).chosen) == 12


def test_another_way_to_ask_about_the_same_fact_takes_its_place() -> None:
    other = who(20, "Helen Trevose")
    selection = select([[who(0, "Ruth Abel")], [who(1, "Ruth Abel"), other]])
    assert other in selection.chosen and len(selection.chosen) == 2


def test_case_counts_for_nothing_and_true_or_false_repeats_nothing() -> None:
    assert answer_of(ShortTextQuestion(stem="Who?", answer="ruth abel")) == answer_of(who(0, "Ruth Abel"))
    assert answer_of(TrueFalseQuestion(stem="It rained.", answer=True)) == ""


def test_a_sentence_is_asked_about_once_where_two_stems_tell_much_the_same() -> None:
    evidence = Evidence(0, 40, "In 1864 Peru sent troops into Chile.")
    told = TrueFalseQuestion(stem="In 1864, Chile sent troops into Peru.", answer=False, evidence=evidence)
    asked = ShortTextQuestion(stem="In 1864, which country sent troops into Chile?", answer="Peru", evidence=evidence)
    other = ShortTextQuestion(stem="Which river floods the plain?", answer="the Rimac", evidence=evidence)
    selection = select([[told], [asked], [other]])
    assert len(selection.chosen) == 2 and other in selection.chosen
    (refused,) = (verdict for verdict in selection.verdicts if not verdict.taken)
    assert refused.reason.endswith("tells much the same")


def shared(words: int, generator: str = "facts") -> bool:
    """Whether two questions are taken for one that have so many of twenty words in common."""
    one = [f"w{number}ord" for number in range(20)]
    other = one[:words] + [f"other{number}" for number in range(words, 20)]
    first, second = (
        ShortTextQuestion(stem=" ".join(stem) + "?", answer="x", origin=Origin(name, "rule"))
        for stem, name in ((one, "quotes"), (other, generator))
    )
    return asks_the_same(first, second)


def test_two_generators_ask_the_same_from_two_thirds_of_common_words_on() -> None:
    assert shared(20) and shared(16)  # 16 of 24 words
    assert not shared(15) and not shared(0)  # 15 of 25


def test_what_one_generator_tells_apart_is_not_compared() -> None:
    assert not shared(20, "quotes")


def test_a_second_question_with_the_same_four_options_is_asked_by_typing_if_it_can_be() -> None:
    people = ("Ida Finch", "Ada Marsh", "Jon Hale", "Ruth Abel")
    pool: list[list[Question]] = []
    for number, answer in enumerate(people):
        evidence = Evidence(number * 20, number * 20 + 10, "ten letter")
        others = tuple(name for name in people if name != answer)
        stem = f"Who wrote letter {number}?"
        chosen = ChoiceQuestion(stem=stem, answer=answer, distractors=others, evidence=evidence)
        pool.append([chosen, ShortTextQuestion(stem=f"{stem} Type it.", answer=answer, evidence=evidence)])
    for blueprint in (Blueprint(), Blueprint(4)):
        chosen_of_four = select(pool, blueprint).chosen
        assert [type(one) for one in chosen_of_four].count(ChoiceQuestion) == 1 and len(chosen_of_four) == 4
        assert len(select([ways[:1] for ways in pool], blueprint).chosen) == 4  # there is no other way
