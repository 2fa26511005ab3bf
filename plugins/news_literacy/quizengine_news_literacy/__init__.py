"""Offers the question banks in the folder `banks`: about reading the news critically.

Next: `banks/news-literacy.yaml`, where the questions are.
"""

from collections.abc import Iterator
from pathlib import Path

from quizengine import hookimpl


@hookimpl
def quizengine_question_banks() -> Iterator[Path]:
    """Offer every bank file in the folder beside this one."""
    yield Path(__file__).parent / "banks"
