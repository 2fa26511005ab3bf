"""Clauses by the shipped model: what belongs to a verb, what each adjunct tells, who says so, and what is a fact."""

import pytest

from quizengine import Article
from quizengine.language import Clause, clauses_of, main_clause, trees
from quizengine.language.reporting import CLAUSE_VERBS, STANCES, stance_of


def clause_in(sentence: str, lemma: str = "") -> Clause:
    """The main clause of a sentence, or the one with this verb."""
    [tree] = trees(Article(f"A title\n\n{sentence}\n"))
    if not lemma:
        clause = main_clause(tree)
        assert clause is not None
        return clause
    return next(clause for clause in clauses_of(tree) if clause.verb.lemma == lemma)


@pytest.mark.parametrize(
    ("sentence", "lemma", "tense", "passive", "modal", "negated"),
    [
        ("The farmers sold the land.", "sell", "past", False, "", False),
        ("The land was sold by the farmers.", "sell", "past", True, "", False),
        ("The council has not opened the school.", "open", "present", False, "", True),
        ("The council will open a new school.", "open", "future", False, "", False),
        ("The bridge may close.", "close", "present", False, "may", False),
        ("The company took over the mill in 1912.", "take over", "past", False, "", False),
        ("The river is 40 kilometres long.", "be", "present", False, "", False),
    ],
)
def test_a_verb_group_tells_tense_voice_modality_and_polarity(sentence, lemma, tense, passive, modal, negated) -> None:
    verb = clause_in(sentence).verb
    assert (verb.lemma, verb.tense, verb.passive, verb.modal, verb.negated) == (lemma, tense, passive, modal, negated)


@pytest.mark.parametrize(
    ("sentence", "circumstance", "words"),
    [
        ("The mill closed in 1912.", "time", "in 1912"),
        ("The family lived in Cork for three years.", "duration", "for three years"),
        ("The family lived in Cork for three years.", "place", "in Cork"),
        ("The bridge was built by Ada Moss.", "agent", "by Ada Moss"),
        ("The match was cancelled because of the storm.", "cause", "because of the storm"),
        ("The match was cancelled because the field was wet.", "cause", "because the field was wet"),
        ("If the river rises again, the town will lose its bridge.", "condition", "If the river rises again"),
        ("The team won although it lost its captain.", "concession", "although it lost its captain"),
        ("According to Ada Moss, the mill closed.", "source", "According to Ada Moss"),
    ],
)
def test_an_adjunct_tells_a_circumstance(sentence: str, circumstance: str, words: str) -> None:
    assert words in [part.text for part in clause_in(sentence).adjuncts(circumstance)]


def test_a_phrase_that_is_no_place_is_none() -> None:
    assert clause_in("In fact, the mill closed.").adjuncts("place") == ()


@pytest.mark.parametrize(
    ("sentence", "lemma", "stance", "source"),
    [
        ("Ada Moss said that the mill had closed.", "close", "asserts", "Ada Moss"),
        ("The mill lost 300 workers, officials told reporters.", "lose", "asserts", "officials"),
        ("The mill lost 300 workers, Ada Moss said.", "lose", "asserts", "Ada Moss"),
        ("Scientists found that the river had changed.", "change", "finds", "Scientists"),
        ("Ada Moss denied that the mill had closed.", "close", "doubts", "Ada Moss"),
    ],
)
def test_who_says_so_is_named(sentence: str, lemma: str, stance: str, source: str) -> None:
    said = clause_in(sentence, lemma).said[0]
    assert said.source is not None
    assert (said.stance, said.source.text) == (stance, source)


def test_in_a_report_of_a_report_both_are_named_the_nearest_first() -> None:
    said = clause_in("Ada Moss said that Peter Okoye believes that the mill closed.", "close").said
    assert [each.source.text for each in said if each.source] == ["Peter Okoye", "Ada Moss"]


@pytest.mark.parametrize(
    ("sentence", "lemma", "is_fact"),
    [
        ("The company sold the mill in May.", "sell", True),
        ("Ada Moss said that the mill had closed.", "close", True),
        ("The mill might close in May.", "close", False),
        ("Did the council sell the mill?", "sell", False),
        ("If the mill closed, the town would suffer.", "close", False),
        ("Ada Moss denied that the mill had closed.", "close", False),
        ("Ada Moss wants to close the mill.", "close", False),
        ("The bridge closed because the river rose.", "close", True),
    ],
)
def test_only_what_is_stated_is_a_fact(sentence: str, lemma: str, is_fact: bool) -> None:
    assert clause_in(sentence, lemma).is_fact is is_fact


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    clause = clause_in("Ada Moss left Cork and moved to Lisbon.", "move")
    assert clause.subject is not None
    assert (clause.subject.text, clause.shares_subject) == ("Ada Moss", True)


def test_a_predicate_joined_to_a_noun_goes_on_with_the_clause() -> None:
    clause = clause_in("By 1910 Harlow had more than 20,000 inhabitants and was among the largest towns of the county.")
    assert clause.object is not None and clause.object.text == "more than 20,000 inhabitants"


def test_a_clause_with_a_finite_verb_astray_beside_it_is_not_relied_on() -> None:
    clause = clause_in(
        "In 1931 the Stour flooded after months of snow and rain, and hundreds of thousands, perhaps millions, died."
    )
    assert not clause.is_sure


def test_a_name_is_no_verb_that_can_be_relied_on() -> None:
    sentence = (
        "In 1923 Johannes Brønsted in Copenhagen and Thomas Lowry in Cambridge independently offered a definition."
    )
    [tree] = trees(Article(f"A title\n\n{sentence}\n"))
    assert {clause.verb.lemma for clause in clauses_of(tree) if clause.is_sure} <= {"offer"}


def test_a_participle_taken_for_a_verb_behind_a_comma_is_not_relied_on() -> None:
    assert clause_in("The Tolmara Mill Company, created in 1831, printed books for weavers.", "create").hangs_wrong
    assert not clause_in("The Tolmara Mill Company, a maker of paper, printed books for weavers.", "print").hangs_wrong


def test_what_there_is_is_no_subject() -> None:
    clause = clause_in("There are 90 looms in the mill.")
    assert [part.text for part in clause.of_role("existent")] == ["90 looms in the mill"]


@pytest.mark.parametrize("verb", ["say", "deny", "predict", "want", "accuse"])
def test_verbs_of_saying_have_a_stance(verb: str) -> None:
    assert stance_of(verb) == STANCES[verb] != ""


def test_other_verbs_have_none() -> None:
    assert stance_of("build") == ""


def test_a_text_without_sentences_has_no_clauses() -> None:
    assert trees(Article("Title\n\n...\n")) == () or main_clause(trees(Article("Title\n\n...\n"))[0]) is None


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The council saved money by closing the bridge.", "past"),
        ("The shared military exercises, funded by Lisbon, enable Ireland to develop its fleet.", "present"),
    ],
)
def test_a_verb_with_a_subject_is_finite_whatever_its_tag(sentence: str, tense: str) -> None:
    [tree] = trees(Article(sentence))
    clause = main_clause(tree)
    assert clause is not None
    assert clause.verb.tense == tense


@pytest.mark.parametrize(
    ("sentence", "lemma", "finite"),
    [
        ("The service had already helped election officers trace 90 voters.", "trace", False),
        ("The owners made the workers count 90 boats.", "count", False),
        ("The owners said the workers count 90 boats.", "count", True),
    ],
)
def test_what_somebody_is_helped_or_made_to_do_is_an_infinitive(sentence: str, lemma: str, finite: bool) -> None:
    assert clause_in(sentence, lemma).verb.finite is finite


def test_a_perfect_is_no_passive() -> None:
    [tree] = trees(Article("The storm may have caused heavy losses among the fishing fleet."))
    clause = main_clause(tree)
    assert clause is not None
    assert not clause.verb.passive


def test_a_sentence_is_cut_into_clauses_once() -> None:
    [tree] = trees(Article("A title\n\nThe farmers sold the land because they needed money.\n"))
    assert clauses_of(tree) is clauses_of(tree)
    assert tree.subtree(tree.root) is tree.subtree(tree.root)
    assert tree.subtree(tree.root, without=tree.children[tree.root]) == (tree.root,)


def test_an_infinitive_behind_a_copula_is_one_attribute() -> None:
    clause = clause_in("The aim of this study was to measure the effects of rain on the harvest.")
    assert [(part.role, part.text) for part in clause.parts] == [
        ("attribute", "to measure the effects of rain on the harvest")
    ]


def test_a_word_of_the_subject_behind_the_copula_is_none_of_the_attribute() -> None:
    clause = clause_in("The farmers are all ready for the harvest.")
    assert [part.text for part in clause.of_role("attribute")] == ["ready"]


def test_an_apposition_to_the_attribute_is_within_it() -> None:
    clause = clause_in("One example is Brightway, a company that rents rooms.")
    assert [(part.role, part.text) for part in clause.parts] == [("attribute", "Brightway, a company that rents rooms")]


def test_a_long_clause_may_be_likely_without_being_sure() -> None:
    clause = clause_in("Lopes won the Orra Award for Best Baker for Bread and Roses ...")
    assert clause.is_likely and not clause.is_sure


def test_a_subject_taken_for_one_more_of_the_first_is_not_replaced_by_it() -> None:
    first = "A court in Bergen found the Orra Power Company guilty in 1934"
    article = Article(f"{first}, and its director, Nils Brandt, was sent to prison for three years.")
    sent = next(each for each in clauses_of(trees(article)[-1]) if each.verb.lemma == "send")
    assert sent.subject is None or "director" in sent.subject.text


def test_the_verbs_that_need_a_clause_are_among_those_that_report() -> None:
    assert CLAUSE_VERBS
    assert {verb for verb in CLAUSE_VERBS if stance_of(verb) not in ("asserts", "believes")} == set()


@pytest.mark.parametrize("adverb", ["Maybe", "Perhaps", "Possibly"])
def test_a_guess_is_no_fact(adverb: str) -> None:
    [guess, told] = trees(Article(f"{adverb} Ann Berg founded a school in Orra. Ann Berg founded a school in Orra.\n"))
    clauses = main_clause(guess), main_clause(told)
    assert [clause and clause.is_fact for clause in clauses] == [False, True]
