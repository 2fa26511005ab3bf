"""When a clause may be relied on: on trees written by hand, so that each condition is tested apart from the model."""

import pytest

from quizengine.language.syntax import Tree, main_clause
from quizengine.language.syntax.wholeness import deciding, doubts

MAYOR = (
    *("The/the/DET/DT/2/det", "mayor/mayor/NOUN/NN/5/nsubj", "of/of/ADP/IN/4/case", "Cork/Cork/PROPN/NNP/2/nmod"),
    *("opened/open/VERB/VBD/0/root", "a/a/DET/DT/7/det", "school/school/NOUN/NN/5/obj"),
)
STOP = "././PUNCT/./5/punct"


def doubts_about(tree: Tree) -> list[str]:
    clause = main_clause(tree)
    assert clause is not None
    assert clause.is_sure == (not any(doubts(tree, clause.verb, clause.subject, clause.parts, clause.relation)))
    return list(doubts(tree, clause.verb, clause.subject, clause.parts, clause.relation))


def with_word(words: tuple[str, ...], place: int, word: str) -> tuple[str, ...]:
    """The words with another one at a place, counted from 1."""
    return (*words[: place - 1], word, *words[place:])


def test_a_plain_sentence_may_be_relied_on(build_tree) -> None:
    assert doubts_about(build_tree(*MAYOR, STOP)) == []


def test_words_below_an_arc_of_their_phrase_decide_nothing(build_tree) -> None:
    tree = build_tree(*MAYOR, STOP)
    clause = main_clause(tree)
    assert clause is not None
    assert [tree.tokens[each].form for each in sorted(deciding(tree, clause.verb))] == [
        *("The", "mayor", "Cork", "opened", "a", "school")
    ]


def test_what_only_a_word_below_an_arc_is_uncertain_of_leaves_the_clause_sure(build_tree) -> None:
    assert doubts_about(build_tree(*with_word(MAYOR, 3, "of/of/ADP/IN/4/case/-200"), STOP)) == []


@pytest.mark.parametrize(
    ("place", "word"),
    [(4, "Cork/Cork/PROPN/NNP/2/nmod/0"), (5, "opened/open/VERB/VBD/0/root/0"), (7, "school/school/NOUN/NN/5/obj/0")],
)
def test_a_clause_is_as_uncertain_as_what_decides_its_parts(build_tree, place: int, word: str) -> None:
    assert doubts_about(build_tree(*with_word(MAYOR, place, word), STOP)) == ["certain"]


def test_a_heading_is_no_sentence(build_tree) -> None:
    assert doubts_about(build_tree(*MAYOR)) == ["a sentence"]


def test_a_phrase_with_a_gap_is_doubted(build_tree) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/2/nsubj", "sold/sell/VERB/VBD/0/root", "toys/toy/NOUN/NNS/2/obj"),
        *("again/again/ADV/RB/2/advmod", "of/of/ADP/IN/6/case", "tin/tin/NOUN/NN/3/nmod", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["without gaps"]


def test_a_word_of_no_part_is_doubted(build_tree) -> None:
    words = with_word(MAYOR, 6, "a/a/DET/DT/5/dislocated")
    assert doubts_about(build_tree(*with_word(MAYOR, 6, "of/of/ADP/IN/5/case"), STOP)) == ["all accounted for"]
    assert doubts_about(build_tree(*words, STOP)) == []


def test_a_clause_behind_it_may_be_the_subject(build_tree) -> None:
    words = (
        *("It/it/PRON/PRP/3/nsubj", "is/be/AUX/VBZ/3/cop", "clear/clear/ADJ/JJ/0/root", "that/that/SCONJ/IN/6/mark"),
        *("Ada/Ada/PROPN/NNP/6/nsubj", "won/win/VERB/VBD/3/ccomp", "././PUNCT/./3/punct"),
    )
    assert "nothing postponed" in doubts_about(build_tree(*words))


def test_a_question_word_is_no_subject_of_a_copula(build_tree) -> None:
    words = (
        *("What/what/PRON/WP/4/nsubj", "is/be/AUX/VBZ/4/cop", "the/the/DET/DT/4/det", "key/key/NOUN/NN/0/root"),
        "?/?/PUNCT/./4/punct",
    )
    assert doubts_about(build_tree(*words)) == ["no question for the predicate"]


def test_a_finite_clause_without_a_conjunction_may_be_what_is_said(build_tree) -> None:
    words = (
        *("It/it/PRON/PRP/2/nsubj", "closed/close/VERB/VBD/5/advcl", ",/,/PUNCT/,/2/punct"),
        *("she/she/PRON/PRP/5/nsubj", "noted/note/VERB/VBD/0/root", STOP),
    )
    assert doubts_about(build_tree(*words)) == ["clauses joined"]


def test_a_complement_of_the_predicate_is_no_second_part(build_tree) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/3/nsubj", "is/be/AUX/VBZ/3/cop", "sure/sure/ADJ/JJ/0/root", "he/he/PRON/PRP/5/nsubj"),
        *("won/win/VERB/VBD/3/ccomp", "././PUNCT/./3/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["nothing twice"]


def test_an_object_behind_two_verbs_may_be_of_both(build_tree) -> None:
    words = (
        *("They/they/PRON/PRP/2/nsubj", "made/make/VERB/VBD/0/root", "and/and/CCONJ/CC/4/cc"),
        *("sold/sell/VERB/VBD/2/conj", "toys/toy/NOUN/NNS/4/obj", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["no object shared"]


def test_what_no_and_joins_is_doubted(build_tree) -> None:
    words = (
        *("Pay/pay/NOUN/NN/2/nsubj", "fell/fall/VERB/VBD/0/root", ",/,/PUNCT/,/4/punct"),
        *("rose/rise/VERB/VBD/2/conj", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["like joined to like"]


def test_a_gerund_behind_a_noun_may_belong_to_it(build_tree) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/2/nsubj", "lost/lose/VERB/VBD/0/root", "hope/hope/NOUN/NN/2/obj", "of/of/SCONJ/IN/5/mark"),
        *("winning/win/VERB/VBG/2/advcl", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["adjuncts apart"]


def test_a_participle_joined_to_a_finite_predicate_is_doubted(build_tree) -> None:
    words = (
        *("Pay/pay/NOUN/NN/2/nsubj", "fell/fall/VERB/VBD/0/root", "and/and/CCONJ/CC/4/cc"),
        *("widening/widen/VERB/VBG/2/conj", "gaps/gap/NOUN/NNS/4/obl", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["like joined to like"]


def test_a_subject_begins_with_its_noun(build_tree) -> None:
    words = (
        *("Tired/tired/ADJ/JJ/3/amod", ",/,/PUNCT/,/1/punct", "Ada/Ada/PROPN/NNP/4/nsubj"),
        *("left/leave/VERB/VBD/0/root", "././PUNCT/./4/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["subject begins with its noun"]


def test_a_preposition_before_an_and_belongs_to_a_verb(build_tree) -> None:
    words = (
        *("They/they/PRON/PRP/2/nsubj", "look/look/VERB/VBP/0/root", "at/at/ADP/IN/6/case", "and/and/CCONJ/CC/6/cc"),
        *("paint/paint/NOUN/NN/6/compound", "ships/ship/NOUN/NNS/2/obl", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["prepositions complete"]


def test_a_name_may_go_on_behind_its_preposition(build_tree) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/2/nsubj", "founded/found/VERB/VBD/0/root", "Doctors/doctor/PROPN/NNPS/2/obj"),
        *("for/for/ADP/IN/5/case", "Cork/Cork/PROPN/NNP/2/obl", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["names whole"]


@pytest.mark.parametrize("head", [2, 5])
def test_a_verb_at_the_end_may_go_on_with_either_clause(build_tree, head: int) -> None:
    words = (
        *("They/they/PRON/PRP/2/nsubj", "say/say/VERB/VBP/0/root", "it/it/PRON/PRP/5/nsubj", "is/be/AUX/VBZ/5/cop"),
        *("hard/hard/ADJ/JJ/2/ccomp", "and/and/CCONJ/CC/7/cc", f"takes/take/VERB/VBZ/{head}/conj"),
        *("time/time/NOUN/NN/7/obj", "././PUNCT/./2/punct"),
    )
    assert "no end open" in doubts_about(build_tree(*words))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("although/although/SCONJ/IN/5/mark", "it/it/PRON/PRP/5/nsubj"),
        (",/,/PUNCT/,/5/punct", "which/which/PRON/WDT/5/nsubj"),
    ],
)
def test_what_is_subordinate_is_not_joined(build_tree, first: str, second: str) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/2/nsubj", "left/leave/VERB/VBD/0/root", first, second),
        *("rained/rain/VERB/VBD/2/conj", "././PUNCT/./2/punct"),
    )
    assert "nothing subordinate joined" in doubts_about(build_tree(*words))


def test_a_clause_below_another_is_no_main_clause(build_tree) -> None:
    left = ("Ada/Ada/PROPN/NNP/3/nsubj", "left/leave/VERB/VBD/0/root", "././PUNCT/./3/punct")
    assert doubts_about(build_tree("Because/because/SCONJ/IN/3/mark", *left)) == ["no subordinate"]
    assert doubts_about(build_tree("When/when/ADV/WRB/3/advmod", *left)) == ["no subordinate"]


def test_two_tenses_are_one_too_many(build_tree) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/4/nsubj", "is/be/AUX/VBZ/4/aux", "has/have/AUX/VBZ/4/aux"),
        *("landed/land/VERB/VBN/0/root", "././PUNCT/./4/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["one tense"]


@pytest.mark.parametrize("that", ["that/that/SCONJ/IN/4/mark", "that/that/PRON/WDT/4/nsubj"])
def test_a_complement_has_a_subject(build_tree, that: str) -> None:
    words = (
        *("Cells/cell/NOUN/NNS/2/nsubj", "grew/grow/VERB/VBD/0/root", that),
        *("look/look/VERB/VBP/2/ccomp", "alike/alike/ADV/RB/4/advmod", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["complements whole"]


def test_a_negation_is_no_adjunct(build_tree) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/5/nsubj", "is/be/AUX/VBZ/5/cop", "just/just/ADV/RB/5/advmod", "not/not/PART/RB/5/advmod"),
        *("honest/honest/ADJ/JJ/0/root", "././PUNCT/./5/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["one negation"]


def test_what_a_comma_and_a_with_set_off_is_no_part_of_an_object(build_tree) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/2/nsubj", "sold/sell/VERB/VBD/0/root", "toys/toy/NOUN/NNS/2/obj", ",/,/PUNCT/,/6/punct"),
        *("with/with/ADP/IN/6/case", "help/help/NOUN/NN/3/nmod", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["nothing set off"]


def test_a_sentence_is_no_subject(build_tree) -> None:
    words = (
        *("It/it/PRON/PRP/3/nsubj", "was/be/AUX/VBD/3/cop", "May/May/PROPN/NNP/5/nsubj:pass"),
        *("was/be/AUX/VBD/5/aux:pass", "sold/sell/VERB/VBN/0/root", "././PUNCT/./5/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["a phrase for its subject"]


def test_a_part_takes_in_no_but(build_tree) -> None:
    words = (
        *("But/but/CCONJ/CC/3/cc", "in/in/ADP/IN/3/case", "May/May/PROPN/NNP/5/obl", "Ada/Ada/PROPN/NNP/5/nsubj"),
        *("left/leave/VERB/VBD/0/root", "././PUNCT/./5/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["no conjunction in a part"]


def test_a_bare_noun_is_no_adjunct(build_tree) -> None:
    words = with_word(MAYOR, 7, "school/school/NOUN/NN/5/obl:unmarked")
    assert doubts_about(build_tree(*words, STOP)) == ["adjuncts marked"]


def test_an_infinitive_behind_a_verb_of_asking_is_no_purpose(build_tree) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/2/nsubj", "asked/ask/VERB/VBD/0/root", "Moss/Moss/PROPN/NNP/2/obj"),
        *("to/to/PART/TO/5/mark", "help/help/VERB/VB/2/advcl", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["no infinitive open"]
    assert doubts_about(build_tree(*with_word(words, 2, "sold/sell/VERB/VBD/0/root"))) == []


def test_one_clause_is_what_is_said(build_tree) -> None:
    words = (
        *("Ada/Ada/PROPN/NNP/2/nsubj", "said/say/VERB/VBD/0/root", "as/as/SCONJ/IN/5/mark", "it/it/PRON/PRP/5/nsubj"),
        *("rained/rain/VERB/VBD/2/ccomp", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["one complement"]


def test_an_adverb_may_pick_out_a_noun(build_tree) -> None:
    words = (
        *("Bakers/baker/NOUN/NNS/3/nsubj", "especially/especially/ADV/RB/3/advmod"),
        *("left/leave/VERB/VBD/0/root", "././PUNCT/./3/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["nothing picked out"]


def test_a_verb_of_saying_says_something(build_tree) -> None:
    assert doubts_about(build_tree("Ada/Ada/PROPN/NNP/2/nsubj", "said/say/VERB/VBD/0/root", "././PUNCT/./2/punct")) == [
        "something said"
    ]


def test_a_part_holds_no_sentence_of_its_own(build_tree) -> None:
    words = (
        *(
            "Ada/Ada/PROPN/NNP/2/nsubj",
            "met/meet/VERB/VBD/0/root",
            "Moss/Moss/PROPN/NNP/2/obj",
            "who/who/PRON/WP/5/nsubj",
        ),
        *("left/leave/VERB/VBD/3/acl:relcl", "and/and/CCONJ/CC/8/cc", "it/it/PRON/PRP/8/nsubj"),
        *("rained/rain/VERB/VBD/5/conj", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["one sentence in a part"]


def test_a_dash_in_a_subject_parts_two_things(build_tree) -> None:
    words = (
        *("Notice/notice/NOUN/NN/3/compound", "-/-/PUNCT/HYPH/3/punct", "story/story/NOUN/NN/4/nsubj"),
        *("continues/continue/VERB/VBZ/0/root", "././PUNCT/./4/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["no dash in the subject"]


def test_a_by_behind_an_object_may_name_its_doer(build_tree) -> None:
    words = (
        *("We/we/PRON/PRP/2/nsubj", "saw/see/VERB/VBD/0/root", "losses/loss/NOUN/NNS/2/obj", "by/by/ADP/IN/5/case"),
        *("Moss/Moss/PROPN/NNP/2/obl", "././PUNCT/./2/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["no doer of the object"]


def test_an_adjective_is_no_subject(build_tree) -> None:
    words = (
        *("Critical/critical/ADJ/JJ/4/nsubj", "is/be/AUX/VBZ/4/cop", "the/the/DET/DT/4/det"),
        *("weather/weather/NOUN/NN/0/root", "././PUNCT/./4/punct"),
    )
    assert doubts_about(build_tree(*words)) == ["a phrase for its subject"]
