"""What a plugin may import from the language layer: every name is there, and every name is documented."""

from pathlib import Path

import pytest

from quizengine import language

DOCS = (Path(__file__).parents[2] / "docs" / "language.md").read_text("utf-8")


@pytest.mark.parametrize("name", language.__all__)
def test_every_public_name_can_be_imported_and_has_a_docstring(name: str) -> None:
    assert getattr(language, name).__doc__


@pytest.mark.parametrize("name", language.__all__)
def test_every_public_name_is_in_the_documents(name: str) -> None:
    assert f"`{name}" in DOCS or f"{name}(" in DOCS or f" {name}," in DOCS


def test_a_name_that_is_not_public_is_refused() -> None:
    with pytest.raises(AttributeError, match="chunks_of"):
        language.chunks_of  # noqa: B018 # that is what is tried


def test_names_are_in_order() -> None:
    assert list(language.__all__) == sorted(language.__all__, key=lambda name: (not name.isupper(), name))
