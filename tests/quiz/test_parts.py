"""Options carry ids that follow from their text and from nothing else."""

from quizengine.quiz.parts import Option


def test_an_option_id_follows_from_the_text() -> None:
    assert Option.of("Elbe") == Option.of("Elbe")
    assert Option.of("Elbe").id != Option.of("elbe").id
    assert len(Option.of("Elbe").id) == 8


def test_ten_thousand_options_have_ten_thousand_ids() -> None:
    assert len({Option.of(str(number)).id for number in range(10_000)}) == 10_000
