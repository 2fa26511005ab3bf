"""The sentences in which a name or a noun is missing, on small articles."""

from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, Fact, Refusal, ShortTextQuestion
from quizengine.text.facts import Facts
from quizengine_cause_and_effect.causal_facts import find
from quizengine_cause_and_effect.causal_gaps import missing_name
from quizengine_cause_and_effect.causal_questions import ask
from quizengine_cause_and_effect.missing_words import missing_word
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.relations import CausalRelation, relations_of


def relations(text: str) -> tuple[CausalRelation, ...]:
    return relations_of([fact for fact in find(Article(text)) if isinstance(fact, Fact)])


def words(text: str) -> list[tuple[str, str]]:
    """Each sentence with its gap, and the word that is missing in it."""
    found = []
    for relation in relations(text):
        try:
            question = missing_word(relation)
        except CannotBe:
            continue
        found.append((question.stem, question.answer))
    return found


def names(text: str) -> list[ChoiceQuestion | ShortTextQuestion]:
    found = []
    for relation in relations(text):
        try:
            found.append(missing_name(relation))
        except CannotBe:
            continue
    return found


def gaps(text: str) -> list[str]:
    """The stems of all questions with a gap about an article."""
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    asked = [each for fact in facts for each in ask(fact, facts, Random(0))]
    return [
        each.stem for each in asked if isinstance(each, ChoiceQuestion | ShortTextQuestion) and "_____" in each.stem
    ]


@pytest.mark.parametrize(
    ("text", "stem", "word"),
    [
        (
            "During the thirteenth century Orra grew rich by exporting wool, most of it produced by the monks.",
            "Which word is missing? “During the thirteenth century Orra grew rich by exporting _____.”",
            "wool",
        ),
        (  # an adjective stays, and so does what tells more of the noun behind it
            "Metals conduct heat well because they contain free electrons that carry it from place to place.",
            "Which word is missing? “Metals conduct heat well because they contain free _____ that carry it from place "
            "to place.”",
            "electrons",
        ),
        (  # the noun before it that tells its sort is missing with it
            "The steel bridge of Cork was closed because of road salt from lorries of Kinsale.",
            "Which words are missing? “The steel bridge of Cork was closed because of _____ from lorries of Kinsale.”",
            "road salt",
        ),
    ],
)
def test_the_noun_that_a_cause_turns_on_is_to_be_typed(text: str, stem: str, word: str) -> None:
    assert words("Ada Moss lives in Orra. " + text) == [(stem, word)]


def test_a_plural_may_be_typed_in_the_singular() -> None:
    (relation,) = relations("Peter Okoye was berated by Ada Moss for installing expensive windows in Cork.")
    assert missing_word(relation).accept == ("window",)


@pytest.mark.parametrize(
    "text",
    [
        "Ships bound for the Cape sailed far out to the west in order to avoid rising danger to the country.",  # vague
        "Merchants were attracted by freedom from duties and by a policy of religious toleration.",  # or "tolerance"
        "Ada Moss was praised by Peter Okoye for building the third base of Cork in those long years.",  # which one?
        "Ada Moss was praised by Peter Okoye for selling Cork windows for windows of better glass.",  # told beside it
        "The mills of Cork were closed because their owners had lost the ships of Orra.",  # it has "the"
        "Because the high cost of oats kept Orra poor, the mills of Cork became the care of Peter Okoye.",  # or of rye
    ],
)
def test_a_noun_for_which_another_may_be_typed_is_not_missing(text: str) -> None:
    assert words("Ada Moss lives in Orra. " + text) == []


def test_a_name_in_a_cause_is_missing() -> None:
    (question,) = names("Ada Moss met Lee. Peter Okoye was criticized by Ada Moss for opening a new mill in Mexico.")
    assert question.stem.startswith("Whose name is missing? “_____ was criticized by ")
    assert (question.answer, question.accept) == ("Peter Okoye", ("Okoye",))  # type: ignore[union-attr] # typed


def test_a_person_is_typed_where_others_are_named_for_what_each_does_rules_others_out() -> None:
    text = "Ada Moss met Ben Hale, Ines Duarte and Sven Dahl. Peter Okoye was praised for opening a new mill in Mexico."
    (question,) = names(f"{text} Tom Lind sang.")
    assert isinstance(question, ShortTextQuestion)


def test_two_nouns_may_be_typed_in_one_word() -> None:
    (relation,) = relations("The steel bridge of Cork was closed because of road salt from lorries of Kinsale.")
    assert missing_word(relation).accept == ("roadsalt",)


@pytest.mark.parametrize(
    "text",
    [
        "Peter Okoye was fined for his foul.",  # too short
        "Peter Okoye was criticized by Ada Moss for opening a “very bad” mill in Mexico.",  # marks inside marks
        "Their meetings at the mill of Orra led to the closure of the old harbour of Peter Okoye.",  # whose?
    ],
)
def test_no_name_is_missing_in_a_sentence_that_leaves_something_open(text: str) -> None:
    assert names(f"Ada Moss met Lee. {text}") == []


def test_a_caption_is_neither_true_nor_false() -> None:
    text = "Ada Moss met Sven Dahl. Peter Okoye arrives to greet the bakers of Cork in order to win their votes."
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    assert all(isinstance(each, Refusal) for fact in facts for each in ask(fact, facts, Random(0)))


def test_a_pronoun_in_the_sentence_names_nobody_twice() -> None:
    text = (
        "Ada Moss met Lee. Peter Okoye left Cork. In 1837 he went to Vienna to study law, but he changed to medicine "
    )
    (question,) = names(f"{text}the following year, for reasons that are not known.")
    assert (question.stem.partition("“")[0], question.answer) == ("Which city is missing? ", "Vienna")


def test_what_somebody_left_behind_is_neither_missing_nor_stated() -> None:
    text = "Ada Moss lives in Cork. Peter Okoye died in Cork in 1810, leaving debts and no savings to Ada Moss."
    assert gaps(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Officials of Ireland who met Ada Moss spoke on condition of anonymity because they feared Peter Okoye.",
        "Peter Okoye arrives to greet the bakers of Cork in order to win their votes for Ada Moss.",
    ],
)
def test_nothing_is_missing_in_a_caption_and_in_why_a_source_has_no_name(text: str) -> None:
    assert (words(text), names(text)) == ([], [])


def test_what_came_after_something_is_no_cause_that_has_a_gap() -> None:
    text = "Ada Moss lives in Cork. Peter Okoye was sent to Norway following the collapse of the mill of Orra."
    assert gaps(text) == []


def test_a_list_that_goes_on_is_never_cut_at_its_comma() -> None:
    text = (
        "Fights over bread led to the closure of the mill of Cork, and new groups, such as the Whigs of Kinsale, are "
    )
    assert not any("groups.”" in stem for stem, _ in words(f"Ada Moss lives in Ireland. {text}gaining a following."))


def test_an_adjective_that_a_parser_cut_off_is_no_opening() -> None:
    assert words("Ada Moss lives in Orra. Long winters lead to colds, heart disease and several kinds of fever.") == []


def test_a_place_behind_to_is_no_aim() -> None:
    assert relations("Peter Okoye travelled from his home in Orra to Burns on the second day of May.") == ()


def test_an_article_has_four_gaps_at_most_each_with_an_answer_of_its_own() -> None:
    goods = ("wool", "bread", "cloth", "glass", "paper", "wool")
    towns = ("Orra", "Cork", "Kinsale", "Dublin", "Galway", "Sligo")
    text = " ".join(
        f"{town} grew rich by selling {good} to sailors and to soldiers."
        for town, good in zip(towns, goods, strict=True)
    )
    stems = gaps(f"Ada Moss lives in Norway. {text}")
    assert len(stems) == 4
    assert len(set(stems)) == 4


def typed_causes(text: str) -> list[ShortTextQuestion]:
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    asked = (each for fact in facts for each in ask(fact, facts, Random(0)))
    return [each for each in asked if isinstance(each, ShortTextQuestion)]


def test_a_cause_with_a_name_of_its_own_is_to_be_typed() -> None:
    (question,) = typed_causes("The Missouri Compromise led to heavy losses among the farmers of Ireland.")
    assert question.stem == "Which compromise led to heavy losses among the farmers of Ireland?"
    assert (question.answer, question.accept) == ("Missouri Compromise", ("Missouri",))


@pytest.mark.parametrize(
    ("told", "stem", "short"),
    [
        ("The Treaty of Ghent led to heavy losses among bakers and millers.", "Which treaty led to", ("Ghent",)),
        ("The Corn Act led to heavy losses among bakers and millers.", "Which act led to", ("Corn",)),
    ],
)
def test_a_cause_is_asked_for_by_the_noun_in_its_name(told: str, stem: str, short: tuple[str, ...]) -> None:
    [question] = typed_causes(told)
    assert question.stem == f"{stem} heavy losses among bakers and millers?"
    assert question.accept == short


def test_no_named_cause_is_asked_for_by_an_effect_of_few_words_without_a_name() -> None:
    assert typed_causes("The Corn Act led to heavy losses.") == []
