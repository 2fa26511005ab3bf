"""What led to what, as a graph."""

from dataclasses import replace

from quizengine.desk.graphs import causal_graph
from quizengine.text.article import Article, Span
from quizengine.text.facts import Fact

ARTICLE = Article("A frost <ruined> “the\\orchards”, which led to a strike. The strike led to a new law. Mara said so.")


def span(words: str) -> Span:
    at = ARTICLE.text.index(words)
    return ARTICLE.span(at, at + len(words))


def step(cause: str, effect: str, signal: str = "led to", **more: Span | bool) -> Fact:
    roles = {"cause": span(cause), "effect": span(effect), "signal": span(signal)}
    return Fact("causal", roles | more)


def box(words: str) -> str:
    return f"at{span(words).start}_{span(words).end}"


def lines(*facts: Fact) -> list[str]:
    return [line.strip() for line in causal_graph(facts, "Frost").splitlines()]


def test_a_cause_is_joined_to_its_effect_by_the_words_that_say_so() -> None:
    found = lines(step("a strike", "a new law"))
    assert f'{box("a strike")} -> {box("a new law")} [label="led to" arrowhead=normal style=solid]' in found
    assert f'{box("a new law")} [label="a new law"]' in found


def test_who_says_so_stands_at_the_arrow() -> None:
    assert 'led to\n(Mara)"' in causal_graph([step("a strike", "a new law", claimant=span("Mara"))], "Frost")


def test_a_means_or_a_purpose_has_a_dashed_arrow() -> None:
    assert any("style=dashed" in line for line in lines(step("a strike", "a new law", intended=True)))
    assert not any("style=dashed" in line for line in lines(step("a strike", "a new law", intended=False)))


def test_how_an_arrow_is_drawn_does_not_depend_on_what_a_plugin_calls_its_facts() -> None:
    renamed = replace(step("a strike", "a new law"), kind="led to")
    assert lines(renamed) == lines(step("a strike", "a new law"))


def test_the_same_words_have_one_box() -> None:
    again = Article(ARTICLE.text + " A strike led to joy.")
    at = again.text.index("A strike")
    more = Fact("causal", {"cause": again.span(at, at + 8), "effect": again.span(at + 16, at + 19)})
    found = [line for line in lines(step("a strike", "a new law"), more) if line.startswith(f"{box('a strike')} ->")]
    assert len(found) == 2


def test_a_step_of_a_chain_told_in_other_words_is_drawn() -> None:
    chain = Fact("causal chain", {"links": (span("A frost"), span("a strike"), span("a new law"))})
    found = lines(step("A frost", "a strike"), step("The strike", "a new law"), chain)
    assert f'{box("a strike")} -> {box("a new law")} [label="" arrowhead=normal style=bold]' in found


def test_an_effect_within_a_longer_cause_is_tied_to_it() -> None:
    found = lines(
        step("A frost", "a strike"), step("A frost <ruined> “the\\orchards”, which led to a strike", "a new law")
    )
    assert any(line.startswith(f"{box('a strike')} -> at0_") and "style=dotted" in line for line in found)


def test_signs_that_mean_something_to_graphviz_are_only_text() -> None:
    assert "<ruined> “the\\\\orchards”" in causal_graph(
        [step("A frost <ruined> “the\\orchards”", "a new law")], "Frost"
    )


def test_an_article_without_causes_says_so() -> None:
    assert "Nothing was found that led to something else." in causal_graph(
        [Fact("number", {"answer": span("Mara")})], "Frost"
    )
