"""Units that a student types are read up to a length that bounds the work."""

from quizengine.quiz.grading.units import measures


def test_a_unit_of_more_than_eighty_characters_is_none() -> None:
    assert measures(f"m{' ' * 79}") and not measures(f"m{' ' * 80}")
