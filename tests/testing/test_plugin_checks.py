"""The claims about plugins: all hold for a sound plugin, and each kind of fault breaks the claim that is about it."""

import sys
from itertools import cycle
from pathlib import Path

import pytest

from quizengine import Article, PluginError
from quizengine.testing import PluginCheck, plugin_checks

PLUGIN = """
import random
from dataclasses import replace
from quizengine import Check, ChoiceQuestion, ClozeQuestion, Evidence, Fact, Format, Generator, Quiz, Reading, hookimpl

def find(article):
    for number in article.find("[0-9]+"):
        yield Fact("number", {"answer": number})

def ask(fact, others, rng):
    question = ClozeQuestion.around(fact.roles["answer"])
    yield question

def look(question, article):
    if "!" in question.stem:
        yield "it shouts"

def write(quiz):
    return "\\n".join(question.stem for question in quiz.questions).encode()

def read(data, name, types):
    return Reading(Quiz("Stems", ()))

@hookimpl
def quizengine_generators():
    yield Generator("numbers", find, ask)

@hookimpl
def quizengine_checks():
    yield Check("shouting", look, "Calm down.", hit="So! = true", miss="So. = true")

@hookimpl
def quizengine_formats():
    yield Format("stems", ".stems", write, None, summary="Stems.")
"""
FLOOD = Article(
    "The flood\n\n" + "It rained for 3 days in May. The river rose by 20 feet. Some 400 people fled.\n\n" * 4
)
YIELD = "    yield question\n"
LONG = Article(f"The flood\n\n{FLOOD.paragraphs[0].text}\n\n" * 16)
FAULTS = {
    "asks the same questions every time": (YIELD, "    yield replace(question, stem=f'Fill gap {random.random()}.')\n"),
    "is loaded, and its hooks yield what they should": ('Generator("numbers", find, ask)', "3"),
    "asks something": ("[0-9]+", "no such words"),
    "proves every key": (YIELD, "    yield replace(question, evidence=Evidence(0, 3, 'It '))\n"),
    "asks fairly": (YIELD, "    yield replace(question, stem=f'{fact.roles[\"answer\"].text} it is?')\n"),
    "keeps the rules of item writing": (YIELD, "    yield replace(question, evidence=None)\n"),
    "goes through YAML and every file format": ('write, None, summary="Stems."', 'write, read, summary="Stems."'),
    "takes time in proportion to the text": (
        YIELD,
        YIELD + "    [n for a in others for b in others for n in (1, 2, 3)]\n",
    ),
    "is quick enough": ("def find(article):\n", "def find(article):\n    import time; time.sleep(60)\n"),
    "finds what it is for": ('if "!" in question.stem', 'if "?" in question.stem'),
    "gives back what it was given": ('write, None, summary="Stems."', 'write, read, summary="Stems."'),
}
"""What breaks each claim: words of the plugin, and others in their place."""


def checks_of(folder: Path, code: str, article: Article = FLOOD) -> list[PluginCheck]:
    """The checks of a plugin in a single file."""
    path = folder / "mine.py"
    path.write_text(code, "utf-8")
    return plugin_checks(path, [article])


def broken(checks: list[PluginCheck], claim: str) -> list[str]:
    """What is said where a claim does not hold."""
    said = []
    for check in checks:
        if check.claim == claim:
            try:
                check()
            except AssertionError as fault:
                said.append(str(fault))
    return said


def test_every_claim_holds_for_a_sound_plugin(tmp_path: Path) -> None:
    checks = checks_of(tmp_path, PLUGIN)
    assert [str(check) for check in checks if not check.outcome()] == []
    assert {check.claim for check in checks} == set(FAULTS)


def test_a_format_whose_package_is_missing_is_passed_over_and_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)  # as where it is not installed
    [seen] = [check.outcome() for check in checks_of(tmp_path, PLUGIN) if "every file format" in check.claim]
    assert seen.endswith("; not tried: pdf, pdf-large, pdf-key, as Typst is not installed")


@pytest.mark.parametrize("claim", FAULTS)
def test_each_fault_breaks_the_claim_that_is_about_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, claim: str
) -> None:
    monkeypatch.setattr("quizengine.testing.loaded_plugin.CALL_SECONDS", 2.0)  # so that no test waits for long
    monkeypatch.setattr("quizengine.testing.generator_checks._LEAST_SECONDS", 0.2)
    good, bad = FAULTS[claim]
    assert good in PLUGIN
    assert broken(checks_of(tmp_path, PLUGIN.replace(good, bad), LONG if "proportion" in claim else FLOOD), claim)


@pytest.mark.parametrize(
    ("short", "long", "holds"),
    [
        ([0.6, 0.1, 0.1], [4.0], False),  # the first run loads what the later ones have
        ([0.1, 0.9, 0.7], [4.0], False),  # the machine is busy with something else for a while
        ([0.1, 0.1, 0.1], [4.0, 4.0, 0.6], True),  # it is busy during the long runs
        ([0.1, 0.1, 0.1], [0.6], True),
    ],
)
def test_noise_neither_hides_nor_makes_a_slow_generator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, short: list[float], long: list[float], holds: bool
) -> None:
    times = {False: cycle(short), True: cycle(long)}
    monkeypatch.setattr(
        "quizengine.testing.generator_checks._seconds", lambda text, generator: next(times[len(text) > 4000])
    )
    claim = "takes time in proportion to the text"
    assert (broken(checks_of(tmp_path, PLUGIN, LONG), claim) == []) is holds


def test_a_plugin_is_found_by_its_name_and_an_unknown_one_is_named(tmp_path: Path) -> None:
    first = plugin_checks("news_literacy")[0]
    assert first.outcome().startswith("offers question bank ")
    with pytest.raises(PluginError, match="found neither a file nor a plugin numeric_recal, expected a path or one of"):
        plugin_checks("numeric_recal")
    (tmp_path / "empty").mkdir()
    with pytest.raises(PluginError, match=r"found no plugin, expected a \.py file or a folder"):
        plugin_checks(tmp_path / "empty")
