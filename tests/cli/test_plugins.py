"""`plugins` and `completion`: the program about itself."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_every_plugin_is_listed_with_its_place_and_what_it_offers(run: Run, numbers: Path) -> None:
    result = run("--folder", numbers, "plugins")
    assert result.exit_code == 0 and result.stderr == ""
    header, *lines = result.stdout.splitlines()
    assert header.split() == ["name", "version", "state", "API", "load", "offers", "from"]
    [row] = [line for line in lines if line.startswith("numbers ")]
    name, version, state, api, load, *offers, place = row.split()
    assert (name, version, state, api, place) == ("numbers", "-", "loaded", "-", f"{numbers}/plugins/numbers.py")
    assert float(load) >= 0 and offers == ["1", "generator"]
    [of_recall] = [line for line in lines if line.startswith("numeric_recall ")]
    assert of_recall.split()[1:4] == ["0.1.0", "loaded", "-"]
    [of_types] = [line.split() for line in lines if line.startswith("question_types ")]
    assert of_types[-4:] == ["8", "question", "types", "quizengine"]


def test_a_plugin_has_one_line_unless_details_are_wanted_or_it_is_named(run: Run, numbers: Path) -> None:
    lines = run("--folder", numbers, "plugins").stdout.splitlines()
    assert [line for line in lines if line.startswith(" ")] == []
    detailed = run("--folder", numbers, "plugins", "--details").stdout.splitlines()
    assert {"  generator numbers", "  format yaml", "  check key-is-a-place"} <= set(detailed)
    _, row, *offers = run("--folder", numbers, "plugins", "numbers").stdout.splitlines()
    assert row.startswith("numbers ") and offers == ["  generator numbers"]
    unknown = run("plugins", "numeric_recal")
    assert (
        unknown.exit_code == 2 and "found no plugin numeric_recal, expected one of: article_readers, " in unknown.stderr
    )


def test_with_an_article_the_time_of_each_generator_is_told(run: Run, numbers: Path) -> None:
    Path("flood.txt").write_text("The river rose by 20 feet.")
    _, _, timed = run("--folder", numbers, "plugins", "numbers", "--article", "flood.txt").stdout.splitlines()
    assert timed.startswith("  generator numbers: 0.") and timed.endswith(" s")


def test_what_is_wrong_with_a_plugin_ends_the_list_with_1(run: Run, numbers: Path) -> None:
    (numbers / "plugins" / "empty.py").touch()
    result = run("--folder", numbers, "plugins")
    assert result.exit_code == 1 and "1 generator" in result.stdout
    assert "error: plugin empty" in result.stderr and "found no hook, expected one of " in result.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_each_shell_is_printed(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0 and "_QUIZENGINE_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("quizengine gen", ["generate"]),
        ("quizengine generate --only num", ["numeric_reasoning", "numeric_recall"]),
        ("quizengine export bank.yaml --format ya", ["yaml"]),
    ],
)
def test_the_shell_is_told_how_words_may_go_on(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: str, expected: list[str]
) -> None:
    monkeypatch.setenv("_QUIZENGINE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    offered = [line.partition(",")[2] for line in run().stdout.splitlines()]
    assert offered == expected
