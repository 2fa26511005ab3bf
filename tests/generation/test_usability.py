"""How likely a strict reader takes a question: what is looked at, and what a quiz makes of it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

import fit_usability
from quizengine import (
    Article,
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Origin,
    Question,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from quizengine.generation.blueprint import Blueprint
from quizengine.generation.selection import select
from quizengine.generation.usability import DRAWBACKS, Usability, usability, usability_features, weights
from quizengine.generation.usability.features import _between
from quizengine.generation.usability.weights import FEATURES, RULES

ARTICLE = Article(
    "The Orra dam\n\nMaria Lopes built the Orra dam in 1952. Near the old mill, as some had said (in 1950), it held.\n"
)


def resting_on(words: str, question: Question) -> Question:
    start = ARTICLE.text.index(words)
    object.__setattr__(question, "evidence", Evidence(start, start + len(words), words))
    return question


PLAIN = resting_on(
    "Maria Lopes built the Orra dam in 1952.",
    ChoiceQuestion(
        stem="Who built the Orra dam in 1952?",
        answer="Maria Lopes",
        distractors=("Peter Okoye", "Tomas Berg", "Ines Oliveira"),
    ),
)


def test_the_article_in_hand_leaves_nothing_open() -> None:
    stem = "According to the article, Maria Lopes built the Orra dam because of the floods of 1950."
    assert usability_features(TrueFalseQuestion(stem=stem, answer=True), ARTICLE)["which"] == 0


def test_of_two_things_to_compare_the_options_say_what_they_are_about() -> None:
    stem = "Which of these does the article give as the reason for the other?"
    compared = ChoiceQuestion(stem=stem, answer="Cork was flooded", distractors=("The Orra dam was built",))
    elsewhere = ChoiceQuestion(stem=stem, answer="Cork was flooded", distractors=("Peter Okoye left",))
    assert [usability_features(one, ARTICLE)["beside"] for one in (compared, elsewhere)] == [0, 1]
    assert usability_features(compared, ARTICLE)["which"] == 0


def test_a_plain_question_has_no_fault() -> None:
    found = usability_features(PLAIN, ARTICLE)
    assert {name for name, value in found.items() if value > 0} <= {"light", "unsure", "untitled", "drawn", "once"}


def test_a_name_in_any_letters_says_what_a_question_is_about() -> None:
    article = Article("Leoš Janáček\n\nLeoš Janáček wrote an opera in 1904. It was played in Brno.\n")
    asked = NumericQuestion(stem="In which year did Janáček write an opera?", answer=Decimal(1904))
    assert usability_features(asked, article)["beside"] == 0


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("gap", ClozeQuestion(stem="Fill the gap.", text="Maria Lopes built the Orra dam in {1952}.")),
        ("bare_gap", ShortTextQuestion(stem="Which dam is missing? “Maria Lopes built _____.”", answer="the dam")),
        (
            "that",
            NumericQuestion(stem="In which year did Maria Lopes say that the Orra dam held?", answer=Decimal(1952)),
        ),
        (
            "long",
            ChoiceQuestion(stem="Who built it " + "and then another one " * 8 + "?", answer="A", distractors=("B",)),
        ),
        ("which", NumericQuestion(stem="In which year did Maria Lopes build the dam?", answer=Decimal(1952))),
        ("who", NumericQuestion(stem="In which year did she build the Orra dam?", answer=Decimal(1952))),
        ("when", NumericQuestion(stem="How many dams did Maria Lopes build last year?", answer=Decimal(3))),
        ("quoted", ChoiceQuestion(stem="Who said, “This dam is theirs”?", answer="Maria", distractors=("Peter",))),
        ("names_nobody", NumericQuestion(stem="How many metres high is a dam?", answer=Decimal(3))),
        ("beside", NumericQuestion(stem="How many mills did Peter Okoye own?", answer=Decimal(3))),
        (
            "prefaced",
            NumericQuestion(stem="In the article “The Orra dam”, how many dams did Maria own?", answer=Decimal(3)),
        ),
        ("aside", NumericQuestion(stem="How many other dams did Maria Lopes build later?", answer=Decimal(3))),
        ("own_words", ChoiceQuestion(stem="Who said, “We had built our dam”?", answer="Maria", distractors=("Peter",))),
        ("had", NumericQuestion(stem="In which year had the Orra dam been built?", answer=Decimal(1952))),
        (
            "cut_before",
            resting_on(
                "Near the old mill, as some had said (in 1950), it held.",
                NumericQuestion(stem="In which year did some say that it held?", answer=Decimal(1950)),
            ),
        ),
        (
            "inside",
            resting_on(
                "Near the old mill, as some had said (in 1950), it held.",
                NumericQuestion(stem="In which year did some say that it held?", answer=Decimal(1950)),
            ),
        ),
        ("run_together", NumericQuestion(stem="How many dams of Maria In the north held?", answer=Decimal(3))),
        ("interrupted", NumericQuestion(stem="How high is Orra dam (in metres)?", answer=Decimal(3))),
        ("few_options", ChoiceQuestion(stem="Who built it?", answer="Maria", distractors=("Peter", "Tomas"))),
        ("unlike", ChoiceQuestion(stem="Who built it?", answer="Maria", distractors=("some dam", "Tomas", "400"))),
    ],
)
def test_each_fault_is_seen(name: str, question: Question) -> None:
    assert usability_features(question, ARTICLE)[name] > 0
    assert usability_features(PLAIN, ARTICLE)[name] == 0


def test_a_stem_says_what_it_is_about_with_the_names_of_the_title() -> None:
    article = Article("Maria Lopes and the Orra dam\n\nMaria Lopes built the Orra dam in 1952.\n")
    stems = ("Who built the dam?", "Who built the Orra dam?", "In which year did Maria Lopes build the Orra dam?")
    questions = [ShortTextQuestion(stem=stem, answer="A") for stem in stems]
    assert [usability_features(one, article)["untitled"] for one in questions] == [1, 0.5, 0]


def test_what_is_put_in_order_says_what_the_question_is_about() -> None:
    article = Article("Ada Moss\n\nAda Moss bought the mill in 1902. Ada Moss sold the mill in 1911.\n")
    stem = "Put these events in order."
    ordered = OrderingQuestion(stem=stem, answer=("Ada Moss bought the mill", "Ada Moss sold the mill"))
    others = OrderingQuestion(stem=stem, answer=("The mill was bought", "The mill was sold"))
    found = [usability_features(one, article) for one in (ordered, others)]
    assert [(one["untitled"], one["beside"]) for one in found] == [(0, 0), (1, 1)]


def test_an_article_comes_back_to_what_matters_in_it() -> None:
    article = Article(
        "The Orra dam\n\nThe Orra dam held. The Orra dam is high. The Orra dam is old. Maria Lopes met Peter Okoye in "
        "1952. In 1953 Ines Oliveira met Tomas Berg. Peter Okoye left.\n"
    )

    def once(stem: str, sentence: str) -> float:
        start = article.text.index(sentence)
        evidence = Evidence(start, start + len(sentence), sentence)
        return usability_features(NumericQuestion(stem=stem, answer=Decimal(1), evidence=evidence), article)["once"]

    assert once("In which year did Maria Lopes meet Peter Okoye?", "Maria Lopes met Peter Okoye in 1952.") == 0
    assert once("In which year did Ines Oliveira meet Tomas Berg?", "In 1953 Ines Oliveira met Tomas Berg.") == 1


@pytest.mark.parametrize(
    ("stem", "doubtful"),
    [
        ("Who built the Orra dam in 1952?", 0),
        ("Where was Maria Lopes born?", 0),
        ("Who built the Orra dam?", 1),
        ("Who is described in the article as “a builder of 1952”?", 1),
        ("Which name is missing? “In 1952, _____ built the dam.”", 1),
        ("What did Maria Lopes do in 1952?", 1),
    ],
)
def test_facts_of_lasting_texts_are_asked_well_with_a_year(stem: str, doubtful: float) -> None:
    asked = ShortTextQuestion(stem=stem, answer="Maria Lopes", tags=("fact recall",))
    assert usability_features(asked, ARTICLE)["lasting_fact"] == doubtful


@pytest.mark.parametrize(
    ("act", "minor"),
    [
        ("was Maria Lopes born", 0),
        ("did Yuri Lopes die", 0),
        ("did Maria Lopes found the Orra school", 0),
        ("did the Senate of Orra pass the Dam Act", 0),
        ("did Maria Lopes first swim in the Orra", 0),
        ("did Maria Lopes move to Cork", 0),
        ("did Tomas Berg move to Cork", 1),
        ("did Maria Lopes’s career begin at the mill", 0),
        ("was Maria Lopes’s marriage to Tomas Berg dissolved", 1),
        ("was the roof of the Orra dam painted", 1),
        ("did Maria Lopes’s mother become mayor of Orra", 1),
        ("was it announced that the Orra dam would open", 1),
        ("was Maria Lopes named to the board of trustees of the Orra school", 1),
        ("did the Berg Bank name Cork the 40th best town to found a mill in", 1),
        ("was the Orra dam voted among the ten finest ever built", 1),
        ("was Maria Lopes named the first mayor of Orra", 0),
    ],
)
def test_few_ask_in_which_year_something_happened_by_which_no_life_is_dated(act: str, minor: float) -> None:
    asked = NumericQuestion(stem=f"In which year {act}?", answer=Decimal(1952))
    assert usability_features(asked, Article("Maria Lopes\n\nMaria Lopes built the Orra dam.\n"))["minor"] == minor


@pytest.mark.parametrize(
    ("stem", "relative"),
    [
        ("In which year did Maria Lopes's brother leave Orra?", 1),
        ("Where did the daughters of Maria Lopes learn to swim?", 1),
        ("Which number is missing? “Her parents had a farm _____ miles from the Orra dam.”", 1),
        ("How many children did Maria Lopes have?", 0),
        ("In which year did Maria Lopes join the Sisters of Orra?", 0),
        ("In which year did Maria Lopes leave Orra?", 0),
    ],
)
def test_few_ask_when_or_where_something_was_with_a_relative(stem: str, relative: float) -> None:
    assert usability_features(ShortTextQuestion(stem=stem, answer="1950"), ARTICLE)["relative"] == relative


@pytest.mark.parametrize(
    ("stem", "general"),
    [
        ("What did Maria Lopes do in 1952?", 1),
        ("What happened to Maria Lopes in 1952?", 1),
        ("What did Maria Lopes refuse to do?", 1),
        ("What has Maria Lopes said about the dam?", 1),
        ("What does Maria Lopes claim?", 1),
        ("What did Maria Lopes do to keep the dam dry?", 0),
        ("What did Maria Lopes build in 1952?", 0),
        ("What does a weir do?", 0),
    ],
)
def test_a_stem_is_vague_whose_verb_tells_nothing_of_what_was_done_or_said(stem: str, general: float) -> None:
    assert usability_features(ShortTextQuestion(stem=stem, answer="A"), ARTICLE)["general"] == general


@pytest.mark.parametrize(
    ("title", "named"),
    [("Lopes defends the Orra dam", 1), ("LOPES DEFENDS DAM", 1), ("Dam “will hold”, says engineer", 0), ("", 0)],
)
def test_a_title_that_names_the_speaker_gives_the_answer_away(title: str, named: float) -> None:
    article = Article(f"{title}\n\n“It will hold”, said Maria Lopes.\n".lstrip())
    typed = ShortTextQuestion(stem="Who said, “It will hold”?", answer="Maria Lopes")
    chosen = ChoiceQuestion(stem="Who said, “It will hold”?", answer="Maria Lopes", distractors=("Tomas Berg",))
    other = ShortTextQuestion(stem="What did Maria Lopes call the dam?", answer="Lopes")
    found = [usability_features(one, article)["title_names"] for one in (typed, chosen, other)]
    assert found == [named, named, 0]


@pytest.mark.parametrize(
    ("description", "answer", "passing"),
    [
        ("a “city clerk”", "Ines Duarte", 1),
        ("the “clerk who kept the books of the harbour”", "Ines Duarte", 0.5),
        ("the “dam keeper”", "Ines Duarte", 0),  # the title is about the dam
        ("a “city clerk”", "Sven Dahl Jr.", 0),  # the article comes back to him
    ],
)
def test_whom_an_article_names_once_beside_its_matter_few_need_to_know(
    description: str, answer: str, passing: float
) -> None:
    article = Article("The Orra dam\n\nIt held, said Ines Duarte. Sven Dahl Jr. was not so sure. Dahl left.\n")
    asked = ShortTextQuestion(stem=f"Who is described in the article as {description}?", answer=answer)
    assert usability_features(asked, article)["passing"] == passing


def test_a_stem_that_asks_for_a_term_need_name_nothing_of_the_title() -> None:
    article = Article("Maria Lopes and the Orra dam\n\nA weir is a low dam across a river.\n")
    stem = "Which dam lies low across a river?"
    term, other = (ShortTextQuestion(stem=stem, answer="weir", tags=tags) for tags in (("key terms",), ()))
    found = [usability_features(one, article) for one in (term, other)]
    assert [(one["untitled"], one["beside"]) for one in found] == [(0, 0), (1, 1)]


def test_wrong_options_count_only_where_no_speaker_is_asked_for() -> None:
    typed = ShortTextQuestion(stem="Who built the Orra dam in 1952?", answer="Maria Lopes")
    quoted = ChoiceQuestion(stem="Who said, “It held”?", answer="Maria Lopes", distractors=("Tomas Berg",))
    assert [usability_features(one, ARTICLE)["drawn"] for one in (typed, quoted, PLAIN)] == [0, 0, 1]


def test_what_the_words_quoted_say_of_the_speaker_is_a_fault_of_no_other_question() -> None:
    assert usability_features(ShortTextQuestion(stem="Who told us of our dam?", answer="A"))["own_words"] == 0


@pytest.mark.parametrize(
    ("words", "bare"),
    [(13, 1), (14, 1), (15, 0.875), (21, 0.125), (22, 0), (23, 0)],
)
def test_a_sentence_with_a_gap_is_bare_up_to_fourteen_words_and_whole_from_22(words: int, bare: float) -> None:
    gapped = ShortTextQuestion(stem=f"Which word is missing? “{'Lopes ' * (words - 1)}_____”", answer="dam")
    assert usability_features(gapped)["bare_gap"] == bare


@pytest.mark.parametrize(("deed", "share"), [("see Cork", 0), ("see her", 0.5), ("give her books to them", 1)])
def test_two_words_that_point_elsewhere_are_as_bad_as_it_gets(deed: str, share: float) -> None:
    asked = NumericQuestion(stem=f"In which year did Maria Lopes {deed}?", answer=Decimal(1952))
    assert usability_features(asked)["who"] == share


@pytest.mark.parametrize("stem", ["Who said, “the dam will hold”?", "Which of these did Tomas Berg say?"])
def test_a_question_for_a_speaker_need_not_name_anybody(stem: str) -> None:
    spoken = ChoiceQuestion(stem=stem, answer="Maria", distractors=("Peter",))
    found = usability_features(spoken, ARTICLE)
    assert (found["names_nobody"], found["beside"]) == (0, 0)


@pytest.mark.parametrize(("options", "few"), [(2, 1), (3, 1), (4, 0)])
def test_a_choice_lacks_options_below_four(options: int, few: int) -> None:
    asked = ChoiceQuestion(stem="Who built it?", answer="Maria", distractors=("Peter", "Tomas", "Ines")[: options - 1])
    assert usability_features(asked)["few_options"] == few


def test_a_verdict_true_or_false_does_not_lack_options() -> None:
    assert (
        usability_features(TrueFalseQuestion(stem="Maria Lopes built the Orra dam.", answer=True))["few_options"] == 0
    )


def test_what_a_quotation_points_at_is_told_apart_from_what_the_stem_does() -> None:
    quoted = ChoiceQuestion(
        stem="Who said, “She built it last year”?", answer="Peter Okoye", distractors=("A", "B", "C")
    )
    assert (
        usability_features(quoted)["who"]
        == usability_features(quoted)["when"]
        == usability_features(quoted)["names_nobody"]
        == 0
    )
    assert usability_features(quoted)["quoted"] == 1


def test_without_the_article_nothing_is_known_of_the_sentence() -> None:
    assert {usability_features(PLAIN)[name] for name in ("unsure", "light", "beside", "title_names")} == {0.5}


def test_no_fault_raises_the_probability() -> None:
    assert FEATURES.keys() == DRAWBACKS.keys()
    assert all(weight <= 0 for weight in FEATURES.values())


def test_the_probability_is_said_in_words_with_what_pulls_it_down() -> None:
    origin = Origin(*next(rule for rule in RULES if "/" in rule).split("/", 1))
    plain = usability(replace(PLAIN, origin=origin), ARTICLE)
    gap = usability(ClozeQuestion(stem="Fill the gap.", text="Here it held {3} of them.", origin=origin))
    assert plain and gap and 0 < gap.probability < plain.probability < 1
    assert gap.drawbacks and set(gap.drawbacks) <= set(DRAWBACKS.values())
    assert str(Usability(0.87)) == "about nine in ten such questions can be used as they stand"


def asked(number: int) -> NumericQuestion:
    return NumericQuestion(stem=f"In which year was dam {number} built?", answer=Decimal(1900) + number)


def test_a_quiz_takes_what_is_likely_usable_and_leaves_the_rest_to_the_teacher() -> None:
    questions = [asked(number) for number in range(1, 7)]
    usable = {one.id: Usability(number / 10, ("it is old",)) for number, one in enumerate(questions, 3)}
    chosen = select([[one] for one in questions], Blueprint(count=2, least=0.6), usable=usable)
    assert {one.stem for one in chosen.chosen} == {"In which year was dam 5 built?", "In which year was dam 6 built?"}
    left = {verdict.question.stem: verdict.reason for verdict in chosen.verdicts if not verdict.taken}
    assert left["In which year was dam 1 built?"] == (
        "only about three in ten such questions can be used as they stand: it is old"
    )


def test_of_two_ways_to_ask_about_a_fact_the_likelier_is_taken() -> None:
    first, second = asked(1), asked(2)
    usable = {first.id: Usability(0.6), second.id: Usability(0.9)}
    assert select([[first, second]], usable=usable).chosen == (second,)


def test_what_nobody_has_judged_is_asked() -> None:
    assert len(select([[asked(1)], [asked(2)]]).chosen) == 2


def test_of_a_rule_that_nobody_has_judged_nothing_is_said() -> None:
    assert usability(PLAIN, ARTICLE) is None
    assert len(select([[asked(1)]], Blueprint(least=0.9)).chosen) == 1


def test_a_rule_that_nobody_has_judged_begins_below_the_average_of_its_generator(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(RULES, "numeric_recall/average", 0.0)
    of_rules = [replace(asked(1), origin=Origin("numeric_recall", rule)) for rule in ("unheard of", "average")]
    unknown, average = (usability(one, ARTICLE) for one in of_rules)
    assert unknown and average and unknown.probability < average.probability


def test_a_rule_is_new_until_many_have_judged_it() -> None:
    assert fit_usability.newness(0) == 1
    assert fit_usability.newness(fit_usability.FEW) == 0.5
    assert fit_usability.newness(1000) < 0.02


def test_open_questions_of_a_generator_have_a_weight_in_common() -> None:
    why = fit_usability.groups_of("cause_and_effect/open why")
    assert set(why) & set(fit_usability.groups_of("cause_and_effect/open how")) == {
        "cause_and_effect",
        "cause_and_effect/open",
    }
    assert fit_usability.groups_of("cause_and_effect/who") == ("cause_and_effect/who", "cause_and_effect")


def test_an_open_question_about_a_cause_should_name_what_the_article_is_about() -> None:
    def of_a_cause(stem: str) -> Question:
        answer = "Because it rained for ten days."
        return resting_on("it held.", OpenQuestion(stem=stem, answer=answer, tags=("cause and effect",)))

    named, elsewhere, unnamed = (
        usability_features(of_a_cause(stem), ARTICLE)
        for stem in ("Why did the Orra dam hold?", "Why did Cork flood?", "Why did the water rise?")
    )
    assert [each["unnamed_cause"] for each in (named, elsewhere, unnamed)] == [0, 1, 1]
    assert named["inside"] == named["cut_before"] == named["light"] == 0  # where it is told makes no difference


def test_the_tool_that_fits_the_weights_writes_them_where_they_ship() -> None:
    assert Path(fit_usability.WEIGHTS) == Path(weights.__file__)


def test_probabilities_are_raised_by_what_earlier_rounds_were_underrated_the_latest_most() -> None:
    logits, rounds = np.zeros(8), np.array([3, 3, 3, 3, 6, 6, 6, 6])
    late = fit_usability.shift(logits, np.array([1, 0, 1, 0, 1, 1, 1, 0]), rounds, before=7)
    early = fit_usability.shift(logits, np.array([1, 1, 1, 0, 1, 0, 1, 0]), rounds, before=7)
    assert late > early > 0
    assert fit_usability.shift(logits, np.array([1, 0, 1, 0, 1, 1, 1, 0]), rounds, before=6) == pytest.approx(0)


@pytest.mark.parametrize(("value", "share"), [(4, 0), (10, 0), (15, 0.25), (20, 0.5), (30, 1), (99, 1)])
def test_a_value_is_placed_between_two_others(value: float, share: float) -> None:
    assert _between(value, 10, 30) == share
