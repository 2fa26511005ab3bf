"""`quizengine.toml`: what it sets, and every fault in it with its line."""

from pathlib import Path

import pytest

from quizengine import Article, start
from quizengine.engine import Engine
from quizengine.extensions.folder_settings import SETTINGS_FILE, read_folder_settings
from quizengine.extensions.options import option_values
from quizengine.generation.blueprint import Blueprint

PLUGIN = """
from pydantic import BaseModel, Field
from quizengine import Check, ClozeQuestion, Fact, Format, Generator, hookimpl

class Least(BaseModel):
    least: int = Field(2, ge=0, description="The smallest number that is asked for.")
    words: list[str] = []

class Sign(BaseModel):
    sign: str = "-"

def find(article, options):
    for number in article.find(r"\\d+"):
        if int(number.text) >= options.least:
            yield Fact("number", {"answer": number})

def ask(fact, others, rng, options):
    yield ClozeQuestion.around(fact.roles["answer"])

def look(question, article, options):
    return [f"it is about {word}" for word in options.words if word in question.text]

def write(quiz, options):
    return "".join(f"{options.sign} {question.stem}\\n" for question in quiz.questions).encode()

@hookimpl
def quizengine_generators():
    yield Generator("numbers", find, ask, options=Least)
    yield Generator("numeric_recall", find, ask, options=Least, by_default=False)
    yield Generator("figures", find, ask, options=Least, by_default=False)

@hookimpl
def quizengine_checks():
    yield Check("about", look, "Nothing.", options=Least)

@hookimpl
def quizengine_formats():
    yield Format("list", ".list", write, losses=lambda quiz, options: (), options=Sign)
"""
FLOOD = Article("It rained for 3 days. The river rose by 20 feet. Some 400 people fled.\n", "flood.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a plugin that has options; one of its generators has the name of a shipped one."""
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "mine.py").write_text(PLUGIN, "utf-8")
    return tmp_path


def started(folder: Path, settings: str) -> Engine:
    (folder / SETTINGS_FILE).write_text(settings, "utf-8")
    return start(folder)


def asked(engine: Engine, generator: str = "numbers") -> list[str]:
    """The keys that a generator asks for, in order."""
    verdicts = [verdict.question for verdict in engine.draft(FLOOD).selection.verdicts]
    own = [one for one in verdicts if one.origin and one.origin.generator == generator]
    return sorted((vars(one)["text"].partition("{")[2].partition("}")[0] for one in own), key=int)


def faults(engine: Engine) -> list[str]:
    return [str(finding).rpartition("/")[2] for finding in engine.findings if SETTINGS_FILE in finding.file]


def test_options_reach_every_function_and_are_shown_with_their_meaning(folder: Path) -> None:
    engine = started(folder, '[options.numbers]\nleast = 20\n[options.list]\nsign = "*"\n')
    assert faults(engine) == [] and asked(engine) == ["20", "400"]
    form = engine.registry.formats["list"]
    assert form.written(engine.draft(FLOOD).quiz)[0].startswith(b"* ")
    shown = [
        (one.name, one.value, one.meaning, one.is_default)
        for one in option_values(engine.registry.generators["numbers"])
    ]
    assert shown == [("least", "20", "The smallest number that is asked for.", False), ("words", "[]", "", True)]


def test_without_a_file_every_option_has_its_default(folder: Path) -> None:
    assert asked(start(folder)) == ["3", "20", "400"]


def test_a_check_refuses_by_its_options(folder: Path) -> None:
    assert asked(started(folder, '[options.about]\nwords = ["river"]\n')) == ["3", "400"]


FAULTY = """[generators]
off = ["numers"]
on = "numbers"
replace = {figures = 1}

[plugins]
off = ["none"]

[generator]

[options]
list = 3
figures.least = -1

[options.numbers]
last = 1
least = "many"

[options.number]
least = 1
"""
FAULTS = [
    "2: generators.off: found no generator numers; did you mean numbers?",
    "3: generators.on: found a text (numbers), expected a list of names",
    "4: generators.replace.figures: found a number (1), expected the name of a plugin",
    "7: plugins.off: found no plugin none",
    "9: generator: found the unknown name generator; did you mean generators?",
    "12: options.list: found a number (3), expected a table",
    "13: options.figures.least: found -1: expected greater than or equal to 0",
    "16: options.numbers.last: found the unknown option last; did you mean least?",
    "17: options.numbers.least: found 'many': expected a valid integer",
    "19: options.number: found options for number, which takes none; did you mean numbers?",
]


def test_every_fault_is_told_with_its_line_and_the_rest_is_used(folder: Path) -> None:
    engine = started(folder, FAULTY)
    said = sorted((finding.removeprefix("quizengine.toml:") for finding in faults(engine)), key=_line)
    assert len(said) == len(FAULTS)
    assert [one for one, fault in zip(said, FAULTS, strict=True) if not one.startswith(fault)] == []
    assert asked(engine) == ["3", "20", "400"]


def _line(finding: str) -> int:
    return int(finding.partition(":")[0])


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("[options\n", "quizengine.toml:1:9: expected ']' at the end of a table declaration"),
        ("generators = 3\n", "quizengine.toml:1: generators: found a number (3), expected a table"),
        ("off = [true", "quizengine.toml: unclosed array"),
    ],
)
def test_a_file_that_is_no_settings_is_told_in_words(tmp_path: Path, settings: str, words: str) -> None:
    (tmp_path / SETTINGS_FILE).write_text(settings, "utf-8")
    found, findings = read_folder_settings(tmp_path)
    assert words in str(findings[0]) and not found.off and not found.options


def test_generators_are_switched_off_and_on(folder: Path) -> None:
    engine = started(folder, '[generators]\noff = ["key_terms", "numbers"]\non = ["numeric_reasoning"]\n')
    names = {generator.name for generator in engine.generators}
    assert "numeric_reasoning" in names and not names & {"key_terms", "numbers"} and faults(engine) == []
    assert {generator.name for generator in start(folder, only=["numbers"]).generators} == {"numbers"}


def test_a_shipped_generator_is_replaced_by_that_of_a_plugin(folder: Path) -> None:
    clash = "generator numeric_recall is offered twice, by numeric_recall and by mine"
    assert any(clash in str(finding) for finding in start(folder).findings)
    engine = started(folder, '[generators]\nreplace = {numeric_recall = "mine"}\non = ["numeric_recall"]\n')
    assert engine.findings == () and "generator numeric_recall" in engine.registry.offered["mine"]
    assert (
        asked(engine, "numeric_recall") and "generator numeric_recall" not in engine.registry.offered["numeric_recall"]
    )


def test_the_preferred_generator_asks_where_two_could(folder: Path) -> None:
    def chosen(order: str, count: int | None = None) -> set[str]:
        engine = started(folder, f'[generators]\non = ["figures"]\norder = {order}\n')
        questions = engine.draft(FLOOD, count=count, blueprint=Blueprint(least=0)).quiz.questions
        return {one.origin.generator for one in questions if one.origin}

    assert chosen('["numbers"]') == {"numbers"} and chosen('["figures"]') == {"figures"}
    assert chosen('["numbers"]', 1) == {"numbers"} and chosen('["figures"]', 1) == {"figures"}


def test_a_plugin_that_is_off_is_never_imported(folder: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    (folder / "plugins" / "mine.py").write_text(f"open({str(seen)!r}, 'w')\n{PLUGIN}", "utf-8")
    engine = started(folder, '[plugins]\noff = ["mine"]\n')
    assert not seen.exists() and "numbers" not in engine.registry.generators
    [state] = [state for state in engine.states if state.name == "mine"]
    assert state.state == "off"


def test_a_folder_without_the_file_sets_nothing(tmp_path: Path) -> None:
    settings, findings = read_folder_settings(tmp_path)
    assert findings == () and not settings.options and not settings.off
