"""Questions for the words that a sentence of the article goes on with."""

from random import Random

import pytest

from quizengine import Article
from quizengine_cause_and_effect.asking import ask
from quizengine_cause_and_effect.drafts import CAUSE, EFFECT, CannotBe, Draft
from quizengine_cause_and_effect.endings import ending
from quizengine_cause_and_effect.finding import find
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.stems import drafts


def relation(text: str, rule: str = "") -> CausalRelation:
    found = [one for one in find(Article(text)) if isinstance(one, CausalRelation)]
    return next(one for one in found if rule in ("", one.rule))


def drafted(text: str, rule: str = "") -> Draft:
    return ending(relation(text, rule))


def test_a_reason_at_the_end_is_left_out() -> None:
    draft = drafted("The council closed the bridge because two piers had cracked.")
    assert draft.stem == ("Which words end this sentence of the article? “The council closed the bridge because …”")
    assert draft.key.text == "two piers had cracked"


def test_a_reason_in_the_middle_leaves_a_gap() -> None:
    draft = drafted("Because the piers had cracked, the council closed the bridge.")
    assert draft.stem == (
        "Which words fill the gap in this sentence of the article? “Because ____, the council closed the bridge.”"
    )


def test_who_he_is_stands_in_the_sentence_before() -> None:
    draft = drafted("Samuel Okoye left the board in 1990. He did so because the work was hard.")
    assert "“Samuel Okoye left the board in 1990. He did so because …”" in draft.stem


def test_the_sentence_before_is_shown_for_a_bare_noun() -> None:
    draft = drafted("A ferry ran aground in 1953. The crash happened because the pilot slept.")
    assert "“A ferry ran aground in 1953. The crash happened because …”" in draft.stem


def test_what_is_quoted_is_asked_with_its_speaker_and_may_say_we() -> None:
    draft = drafted("“We closed the bridge because our piers had cracked,” said Mara Quill.")
    assert draft.stem == (
        "Which words end this sentence that the article quotes from Mara Quill? “We closed the bridge because …”"
    )
    assert draft.key.text == "our piers had cracked"


def test_of_a_quotation_only_the_sentence_in_question_is_shown() -> None:
    draft = drafted("“Ferries run late. Tarn Bridge closed because its piers cracked. It rained,” said Mara Quill.")
    assert "“Tarn Bridge closed because …”" in draft.stem


def test_marks_within_the_sentence_become_single_ones() -> None:
    draft = drafted("The “old” bridge closed because the piers had cracked.")
    assert "“The ‘old’ bridge closed because …”" in draft.stem


def test_what_came_of_it_is_left_out_where_it_stands_at_the_end() -> None:
    draft = ending(relation("The board opened a line that led to a rush of building."), EFFECT)
    assert draft.stem == ("Which words end this sentence of the article? “The board opened a line that led to …”")


def test_what_somebody_is_made_to_do_is_left_out() -> None:
    draft = ending(relation("A storm hit the town and forced the council to close the bridge."), EFFECT)
    assert draft.stem.endswith("forced the council to …”")
    assert draft.key.text == "close the bridge"


def test_a_result_is_left_out_behind_the_sentence_that_led_to_it() -> None:
    draft = ending(relation("Two piers had cracked. As a result, the council closed the bridge."), EFFECT)
    assert draft.stem.endswith("“Two piers had cracked. As a result, …”")


UNFIT = {
    "nobody tells who he is": "He left the board because the work was hard.",
    "the experts are not he": "The experts were wrong. He left because the work was hard.",
    "a letter is not he": "From C to D he drove more slowly because the road was wet.",
    "nearly all of what": "Nearly all left the board because the work was hard.",
    "this is told elsewhere": "Samuel Okoye left the board because this was hard.",
    "we are who writes": "The board failed because we were late.",
    "what follows hangs on the words": "The board chose Tarn because it has a pier, a long one.",
    "two reasons and half of the first": "The work stopped because it was hard and long.",
}


@pytest.mark.parametrize("text", UNFIT.values(), ids=UNFIT)
def test_nothing_is_left_out_of_a_sentence_that_cannot_be_read_alone(text: str) -> None:
    with pytest.raises(CannotBe):
        drafted(text, "because")


def test_a_plain_question_without_options_is_asked_by_its_sentence() -> None:
    text = "Mara Quill renamed Tarn Bridge because it had cracked in two places."
    others = "\n\nPeter Lanyon spoke in May. He left the old mill. He bought a small ferry."
    fact = relation(text + others)
    stems = [getattr(one, "stem", "") for one in ask(fact, [fact], Random(0))]
    assert stems[0] == "Which words end this sentence of the article? “Mara Quill renamed Tarn Bridge because …”"


def test_a_part_of_the_cause_is_asked_by_its_sentence_only() -> None:
    found = list(drafts(relation("The mill closed in part because cheap cloth arrived.")))
    stems = [one.stem for one in found if isinstance(one, Draft)]
    assert stems == ["Which words end this sentence of the article? “The mill closed in part because …”"]
    assert [one.direction for one in found if isinstance(one, Draft)] == [CAUSE]
