"""Events in the order of their years."""

from random import Random

from quizengine import Article, OrderingQuestion
from quizengine_cause_and_effect.causal_facts import find
from quizengine_cause_and_effect.causal_questions import ask
from quizengine_cause_and_effect.relations import DatedEvents

LIFE = (
    "Ada Moss moved to Lisbon in 1961. In 1952, Ada Moss founded the Orra Bakery. "
    "Ada Moss sold the Orra Bakery to Peter Okoye in May 1958."
)


def events(text: str) -> list[DatedEvents]:
    return [fact for fact in find(Article(text)) if isinstance(fact, DatedEvents)]


def test_events_are_put_in_order_without_their_years() -> None:
    (fact,) = events(LIFE)
    (question,) = ask(fact, [fact], Random(0))
    assert isinstance(question, OrderingQuestion)
    assert question.stem == "Put these events in the order in which they happened, the earliest first."
    assert question.answer == (
        "Ada Moss founded the Orra Bakery",
        "Ada Moss sold the Orra Bakery to Peter Okoye",
        "Ada Moss moved to Lisbon",
    )
    assert question.rationale.endswith("Ada Moss moved to Lisbon (in 1961).")


def test_two_years_are_too_few() -> None:
    assert events("Ada Moss moved to Lisbon in 1961. Ada Moss founded the Orra Bakery in 1952.") == []


def test_a_state_and_a_year_of_a_noun_are_no_events() -> None:
    text = "Ada Moss was a painter in 1950. Ada Moss saw the storm of 1953. Ada Moss lived in Cork in 1970. "
    assert events(text + "Ada Moss moved to Lisbon in 1961.") == []


def test_who_is_named_by_a_first_name_alone_is_put_in_no_order() -> None:
    text = "Jacob Moss met Ada Moss. Jacob Moss met Ada Lopes. Ada moved to Lisbon in 1961. "
    text += "In 1952, Paul Murray founded the Orra Bakery. Paul Murray sold the Orra Bakery in May 1958."
    assert not any("Ada moved" in span.text for fact in events(text) for span in fact.events)
    assert events(text) == []


def test_an_event_that_ends_with_its_verb_is_put_in_no_order() -> None:
    assert len(events(f"{LIFE} The Orra Mill followed in 1963.")[0].events) == len(events(LIFE)[0].events)
    assert len(events(f"{LIFE} The Orra Mill was sold in 1963.")[0].events) > len(events(LIFE)[0].events)
