"""`facts --format tree` shows how sentences are understood; a picture of one is drawn with Graphviz."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from quizengine.__main__ import quizengine


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "mill.txt"
    path.write_text("The mill\n\nAda Moss sold the mill in 1912. The river closed the bridge.\n", "utf-8")
    return str(path)


def test_a_tree_lists_the_clauses_of_every_sentence(article: str) -> None:
    done = CliRunner().invoke(quizengine, ["facts", "--format", "tree", article])
    assert done.exit_code == 0
    assert "Ada Moss sold the mill in 1912." in done.output
    assert "subject: Ada Moss" in done.output
    assert "The river closed the bridge." in done.output


def test_a_tree_lists_the_names_and_quantities_of_every_sentence(tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_text("Ada Moss sold the Orra Mill for about $40,000. Moss had paid 20 to 30 percent more.\n", "utf-8")
    done = CliRunner().invoke(quizengine, ["facts", "--format", "tree", str(path)])
    lines = [line.strip() for line in done.output.splitlines() if line.startswith(("  name: ", "  quantity: "))]
    assert lines == [
        "name: Ada Moss (person)",
        "name: Orra Mill (~other)",
        "quantity: about $40,000 (money: about 40000 USD)",
        "name: Moss (person, full Ada Moss)",
        "quantity: 20 to 30 percent (percent: 20 to 30 percent)",
    ]


def test_one_sentence_is_shown_alone(article: str) -> None:
    done = CliRunner().invoke(quizengine, ["facts", "--format", "tree", "--sentence", "2", article])
    assert (done.exit_code, "Ada" in done.output, "bridge" in done.output) == (0, False, True)


def test_a_sentence_that_there_is_not_is_named(article: str) -> None:
    done = CliRunner().invoke(quizengine, ["facts", "--format", "tree", "--sentence", "9", article])
    assert done.exit_code == 2
    assert "found no sentence 9, expected one from 1 to 2" in done.output


def test_the_graph_of_a_tree_names_relations(article: str) -> None:
    done = CliRunner().invoke(quizengine, ["facts", "--format", "tree-dot", "--sentence", "1", article])
    assert done.exit_code == 0
    assert "nsubj" in done.output and "sold" in done.output
