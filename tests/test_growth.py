from collections.abc import Iterator
from dataclasses import replace

import pytest
from growth import MOST_GROWTH, frozen_memory, growth
from nasty_texts import NASTY_TEXTS

from quizengine.engine import Engine, start
from quizengine.text.article import Article


@pytest.fixture(scope="module")
def everyone() -> Iterator[Engine]:
    """Every generator, switched on by default or not; the tagger's model is read by then."""
    engine = start()
    engine = replace(engine, generators=tuple(one for _, one in sorted(engine.registry.generators.items())))
    engine.draft(Article(NASTY_TEXTS["mixed in turn"](2_000)))
    with frozen_memory():
        yield engine


@pytest.mark.parametrize("name", NASTY_TEXTS)
def test_a_quiz_takes_time_in_proportion_to_its_article(everyone: Engine, name: str) -> None:
    measured = growth(lambda size: lambda: everyone.draft(Article(NASTY_TEXTS[name](size))))
    assert measured.worst <= MOST_GROWTH, f"{name}: {measured}"


def test_there_is_a_nasty_text_of_every_length_for_every_way_in_which_reading_could_be_slow() -> None:
    assert len(NASTY_TEXTS) >= 30
    for name, text in NASTY_TEXTS.items():
        for size in (1_000, 30_000):
            assert 0.9 * size <= len(text(size)) <= 1.1 * size + 200, name
            assert any(map(str.isalnum, text(size))), name
