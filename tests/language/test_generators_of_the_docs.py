"""The three generators in docs/language.md: whole, short, and asking what the page says they ask."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizengine import Article, Question, start
from quizengine.cli import quizengine as command_line
from quizengine.testing import check_question, check_shown_text

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
PLUGINS = {
    name: block
    for block in re.findall(r"(?ms)^```python\n(.*?)^```", PAGE.read_text("utf-8"))
    for name in re.findall(r'Generator\("(\w+)"', block)
}
CANAL = Article(
    "The words of a canal\n\nA weir is a low wall that holds back the water of a river. Maria Lopes founded the Orra "
    "Bakery in 1952. A sluice is a gate that lets water pass through a wall. Peter Okoye built the Orra Mill. The Orra "
    "Library opened in 1971. A culvert is a pipe that carries a stream under a road. She left in 1980. Maybe Ann "
    "Berg founded a school in 1990.\n"
)
ASKED = {
    "definitions": [
        ("What is a low wall that holds back the water of a river?", "weir"),
        ("What is a gate that lets water pass through a wall?", "sluice"),
        ("What is a pipe that carries a stream under a road?", "culvert"),
    ],
    "founders": [("Who founded the Orra Bakery in 1952?", "Maria Lopes"), ("Who built the Orra Mill?", "Peter Okoye")],
    "dates": [
        ("In which year did Maria Lopes found the Orra Bakery?", "1952"),
        ("In which year did the Orra Library open?", "1971"),
    ],
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Question]]:
    """What each generator asks about the article, in order, as plugins of a working folder."""
    folder = tmp_path_factory.mktemp("three")
    (folder / "plugins").mkdir()
    for name, code in PLUGINS.items():
        (folder / "plugins" / f"of_{name}.py").write_text(code, "utf-8")
    engine = start(folder, only=list(PLUGINS), strict=True)
    verdicts = [verdict.question for verdict in engine.draft(CANAL).selection.verdicts]
    in_order = sorted(verdicts, key=lambda question: question.evidence.start if question.evidence else 0)
    return {name: [one for one in in_order if one.origin and one.origin.generator == name] for name in PLUGINS}


def test_there_are_three_of_ten_to_thirty_lines() -> None:
    assert set(PLUGINS) == set(ASKED)
    lines = {name: sum(bool(line.strip()) for line in code.splitlines()) for name, code in PLUGINS.items()}
    assert all(10 <= number <= 30 for number in lines.values()), lines


@pytest.mark.parametrize("name", ASKED)
def test_each_asks_for_what_is_certain_and_nothing_else(asked: dict[str, list[Question]], name: str) -> None:
    found = [(question.stem, str(vars(question)["answer"])) for question in asked[name]]
    assert found == ASKED[name]
    for question in asked[name]:
        check_question(question)
        check_shown_text(question)


def test_the_outline_of_the_page_is_what_the_command_prints(tmp_path: Path) -> None:
    (tmp_path / "canal.txt").write_text(CANAL.text, "utf-8")
    [(command, shown)] = re.findall(r"(?ms)^```console\n\$ quizengine (.*?)\n(.*?)^```", PAGE.read_text("utf-8"))
    arguments = [str(tmp_path / word) if word == "canal.txt" else word for word in command.split()]
    assert CliRunner().invoke(command_line, arguments).stdout == shown
