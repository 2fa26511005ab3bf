"""Another name is asked for of a whole phrase only."""

from quizengine import Article
from quizengine_key_terms.aliases import Alias, aliases


def asked(sentence: str) -> list[str]:
    return [found.term.text for found in aliases(Article(f"Peru\n\n{sentence}\n")) if isinstance(found, Alias)]


def test_the_end_of_a_name_that_was_garbled_is_none() -> None:
    assert not asked("The GÃ1⁄4len movement, also known as Hizmet, has been active in Peru.")


def test_a_whole_phrase_has_another_name() -> None:
    assert asked("The Orra movement, also known as Hizmet, has been active in Peru.") == ["The Orra movement"]
    assert asked("Osmosis, also known as diffusion, is slow in Peru.") == ["Osmosis"]
