"""What comes with quizengine is found beside the package in a checkout; tests/test_wheel.py looks inside a wheel."""

from pathlib import Path

import pytest

from quizengine.extensions.shipped import shipped_folder


@pytest.mark.parametrize("name", ["seeds", "question_banks", "plugins"])
def test_each_folder_is_found_in_the_checkout(checkout: Path, name: str) -> None:
    assert shipped_folder(name) == checkout / name and any(shipped_folder(name).iterdir())
