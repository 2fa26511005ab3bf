"""Records are offered by name; whoever offers a wrong one is named, and the others stay."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any, ClassVar

import pytest

from quizengine.extensions import shipped_types
from quizengine.extensions.hookspecs import Plugin, hookimpl
from quizengine.extensions.loading import Source, load, sources_at
from quizengine.extensions.records import Check, Format, Generator
from quizengine.extensions.registry import Registry, register
from quizengine.quiz import types
from quizengine.quiz.parts import Gap, Key, Part, Text, TextKey
from quizengine.quiz.questions import Question


def plugin(name: str, source: str = "", **hooks: Any) -> Plugin:
    """A plugin with these functions as its hooks, all marked."""
    module = ModuleType(name)
    for hook, function in hooks.items():
        setattr(module, hook, hookimpl(function))
    return Plugin(name, module, source or f"{name}.py")


def generators(*names: str) -> Any:
    return lambda: [Generator(name, lambda article: (), lambda fact, others, rng: ()) for name in names]


def told(registry: Registry) -> list[str]:
    """The findings, with N for the number of a line."""
    return [re.sub(r"line \d+", "line N", str(finding)) for finding in registry.findings]


GOOD = plugin("good", quizengine_generators=generators("numbers"))


@dataclass(frozen=True, kw_only=True)
class Spelling(Question):
    """A type of someone else's."""

    type: ClassVar[str] = "spelling"

    word: str

    def check(self) -> None:
        """Any word will do."""

    def parts(self, rng: Random) -> tuple[Part, ...]:
        """The stem and a gap."""
        return Text(self.stem), Gap("answer")

    def key(self) -> Mapping[str, Key]:
        """The word."""
        return {"answer": TextKey((self.word,))}


class Undecorated(Spelling):
    """A class that is no dataclass of its own."""

    type = "undecorated"


@dataclass(frozen=True, kw_only=True)
class Unfinished(Question):
    """A class without parts and key."""

    type: ClassVar[str] = "unfinished"


def test_every_kind_of_record_is_listed_by_name_and_by_plugin() -> None:
    everything = plugin(
        "everything",
        quizengine_generators=generators("numbers"),
        quizengine_question_types=lambda: [Spelling],
        quizengine_formats=lambda: [Format("csv", ".csv")],
        quizengine_checks=lambda: [Check("calm", lambda question, article: (), "Capitals shout.")],
        quizengine_question_banks=lambda: [Path("banks")],
    )
    registry = register([everything])
    assert registry.findings == ()
    assert [*registry.generators, *registry.question_types, *registry.formats, *registry.checks] == [
        "numbers",
        "spelling",
        "csv",
        "calm",
    ]
    assert registry.bank_paths == (Path("banks"),)
    assert registry.offered["everything"] == (
        "generator numbers",
        "question type spelling",
        "format csv",
        "check calm",
        "question bank banks",
    )


def test_a_clash_of_records_names_both_plugins_and_keeps_the_first() -> None:
    other = plugin("other", quizengine_generators=generators("numbers", "quotes"))
    registry = register([GOOD, other])
    assert told(registry) == [
        "generator numbers is offered twice, by good and by other; the one of good is used: rename one"
    ]
    assert registry.offered == {"good": ("generator numbers",), "other": ("generator quotes",)}


def test_a_clash_of_plugins_names_both_places() -> None:
    registry = register([GOOD, plugin("good", "there/good.py", quizengine_generators=generators("quotes"))])
    assert told(registry) == [
        "plugin good is offered twice, by good.py and by there/good.py; the one of good.py is used: rename one"
    ]
    assert [*registry.generators] == ["numbers"]


def test_one_plugin_found_at_two_places_is_no_clash() -> None:
    assert register([GOOD, Plugin("good", GOOD.module, "installed package good")]).findings == ()


def test_no_plugin_takes_the_place_of_a_type_that_comes_with_quizengine() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Choice(Spelling):
        type: ClassVar[str] = "choice"

    built_in = Plugin("question_types", shipped_types, "quizengine")
    registry = register([built_in, plugin("mine", quizengine_question_types=lambda: [Choice])])
    assert registry.question_types["choice"] is types.ChoiceQuestion
    assert "question type choice is offered twice, by question_types and by mine" in told(registry)[0]


def raising_half_way() -> Iterator[Generator]:
    yield from generators("before")()
    raise ValueError("no luck")


def exiting() -> Iterator[Generator]:
    raise SystemExit(3)
    yield


HERE = "failed at tests/extensions/test_registry.py, line N: "
WRONG: dict[str, tuple[str, Any, list[str], list[str]]] = {
    "raises": (
        "generators",
        lambda: 1 / 0,
        [],
        [f"{HERE}ZeroDivisionError: division by zero"],
    ),
    "exits": ("generators", exiting, [], [f"{HERE}SystemExit: 3"]),
    "raises half way": (
        "generators",
        raising_half_way,
        ["before"],
        [f"{HERE}ValueError: no luck"],
    ),
    "gives nothing": ("generators", lambda: None, [], ["raised TypeError: 'NoneType' object is not iterable"]),
    "gives a text": ("generators", lambda: "ab", [], ["found str, expected a generator: Generator(…)"] * 2),
    "one wrong record": (
        "generators",
        lambda: [Path("x"), *generators("after")()],
        ["after"],
        ["found PosixPath, expected a generator: Generator(…)"],
    ),
    "no name": ("generators", generators(""), [], ["found a generator without a name, expected one"]),
    "a number for a name": (
        "generators",
        lambda: [Generator(5, lambda article: (), lambda fact, others, rng: ())],
        [],
        ["found a generator without a name, expected one"],
    ),
    "a text for a path": (
        "question_banks",
        lambda: ["banks"],
        [],
        ["found str, expected a question bank: Path(…)"],
    ),
    "an object for a type": (
        "question_types",
        lambda: [Spelling(stem="Type it.", word="a")],
        [],
        [f"found {Spelling(stem='Type it.', word='a')!r}, expected a subclass of Question with a `type`"],
    ),
    "another class": (
        "question_types",
        lambda: [int],
        [],
        ["found <class 'int'>, expected a subclass of Question with a `type`"],
    ),
    "no dataclass": (
        "question_types",
        lambda: [Undecorated],
        [],
        ["found Undecorated, expected a frozen dataclass that says check, parts and key"],
    ),
    "an unfinished class": (
        "question_types",
        lambda: [Unfinished],
        [],
        ["found Unfinished, expected a frozen dataclass that says check, parts and key"],
    ),
    "a function for a check": (
        "checks",
        lambda: [print],
        [],
        ["found builtin_function_or_method, expected a check: Check(…)"],
    ),
    "a class for a format": ("formats", lambda: [Format], [], ["found type, expected a format: Format(…)"]),
}


@pytest.mark.parametrize(("hook", "function", "kept", "words"), WRONG.values(), ids=WRONG)
def test_a_hook_that_does_it_wrong_is_named_and_what_is_right_stays(
    hook: str, function: Any, kept: list[str], words: list[str]
) -> None:
    hook = f"quizengine_{hook}"
    registry = register([plugin("wrong", **{hook: function}), GOOD])
    assert told(registry) == [f"plugin wrong, hook {hook}: {word}" for word in words]
    assert [*registry.generators] == [*kept, "numbers"]


def test_a_fault_is_placed_in_the_plugin_s_own_file_wherever_it_was_raised(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[project.entry-points.quizengine]\neels = 'eels_r'\n",
        "src/eels_r/__init__.py": "from quizengine import hookimpl\nfrom eels_r.offers import offer\n\n"
        "@hookimpl\ndef quizengine_generators():\n    return offer()\n",
        "src/eels_r/offers.py": "import json\n\ndef offer():\n    return json.loads('')\n",
    }
    for path, text in files.items():
        place = tmp_path / "plugins" / "eels" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    [source] = sources_at(tmp_path / "plugins" / "eels")
    assert isinstance(source, Source)
    eels = load(source)
    assert isinstance(eels, Plugin)
    [finding] = register([eels]).findings
    assert "hook quizengine_generators: failed at plugins/eels/src/eels_r/offers.py, line 4: JSONDec" in str(finding)


def test_a_hook_of_an_unknown_name_is_named() -> None:
    registry = register([plugin("wrong", quizengine_generator=generators("quotes")), GOOD])
    meant = "did you mean quizengine_generators?"
    assert told(registry) == [f"plugin wrong (wrong.py): found the unknown hook quizengine_generator; {meant}"]
    assert [one.name for one in registry.plugins] == ["good"]


def test_a_hook_of_a_name_that_is_like_none_is_told_all_names() -> None:
    [words] = told(register([plugin("wrong", quizengine_zzz=generators("quotes")), GOOD]))
    assert "found the unknown hook quizengine_zzz; expected one of: quizengine_generators, " in words


def test_a_hook_with_arguments_is_named() -> None:
    registry = register([plugin("wrong", quizengine_generators=lambda article: ()), GOOD])
    [words] = told(registry)
    assert words.startswith("plugin wrong (wrong.py): ") and "article" in words
    assert [*registry.generators] == ["numbers"]


def test_a_hook_without_its_mark_is_named() -> None:
    forgotten = Plugin("wrong", ModuleType("wrong"), "wrong.py")
    forgotten.module.quizengine_checks = lambda: ()
    assert told(register([forgotten, GOOD])) == [
        "plugin wrong (wrong.py): found quizengine_checks without @hookimpl in the line above it"
    ]


def test_a_plugin_without_any_hook_is_named() -> None:
    [words] = told(register([plugin("wrong"), GOOD]))
    assert words.startswith("plugin wrong (wrong.py): found no hook, expected one of quizengine_generators, ")


def test_what_one_registry_knows_another_does_not() -> None:
    one = register([GOOD])
    two = register([plugin("other", quizengine_generators=generators("numbers"))])
    assert one.findings == two.findings == ()
    assert one.generators["numbers"] != two.generators["numbers"]
    assert register([]).generators == {}
