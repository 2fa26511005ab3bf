"""Every record that plugins offer, by name; a plugin that fails is named, and a clash of names blames both sides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pluggy

from quizengine import hookspecs
from quizengine.errors import PluginError
from quizengine.questions import Question
from quizengine.records import Check, Finding, Format, Generator, QuestionTypes


@dataclass(frozen=True)
class Plugin:
    """A plugin that was loaded: its name, the module with its hooks, and where it came from, for a person."""

    name: str
    module: ModuleType
    source: str


@dataclass(frozen=True)
class Registry:
    """What all plugins offer together, and what was wrong with some of them."""

    plugins: tuple[Plugin, ...]
    generators: Mapping[str, Generator]
    question_types: QuestionTypes
    formats: Mapping[str, Format]
    checks: Mapping[str, Check]
    bank_paths: tuple[Path, ...]
    findings: tuple[Finding, ...]
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What each plugin offers, by the plugin's name, in words for a list: `generator numeric_recall`."""


@dataclass(frozen=True)
class _Offer:
    """One record with the name it goes by, and the plugin and hook it came from."""

    plugin: str
    hook: str
    name: str
    record: Any


_KINDS: Mapping[str, tuple[type, str]] = {
    "quizengine_generators": (Generator, "generator"),
    "quizengine_question_types": (type, "question type"),
    "quizengine_formats": (Format, "format"),
    "quizengine_checks": (Check, "check"),
    "quizengine_question_banks": (Path, "question bank"),
}


def register(plugins: Iterable[Plugin]) -> Registry:
    """Ask every plugin for its records, each on its own: what one does wrong is a finding, and the others go on.

    Of two records of one kind and name the first stays and the finding names both plugins.
    """
    findings: list[Finding] = []
    kept: list[Plugin] = []
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    for plugin in plugins:
        twin = next((other for other in kept if other.name == plugin.name), None)
        if twin:
            findings.append(_clash("plugin", plugin.name, twin.source, plugin.source))
        elif fault := _refused(manager, plugin):
            findings.append(Finding(fault))
        else:
            kept.append(plugin)
    records: dict[str, dict[str, _Offer]] = {hook: {} for hook in _KINDS}
    for hook, taken in records.items():
        for offer in _offers(manager, hook, findings):
            if offer.name in taken:
                findings.append(_clash(_KINDS[hook][1], offer.name, taken[offer.name].plugin, offer.plugin))
            else:
                taken[offer.name] = offer
    return _registry(kept, records, findings)


def _refused(manager: pluggy.PluginManager, plugin: Plugin) -> str:
    """Why pluggy does not take the plugin: an unknown hook, a wrong signature; empty when it does."""
    try:
        manager.register(plugin.module, plugin.name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as fault:
        if manager.has_plugin(plugin.name):
            manager.unregister(name=plugin.name)
        return f"plugin {plugin.name} ({plugin.source}): {' '.join(str(fault).split())}"
    return ""


def _offers(manager: pluggy.PluginManager, hook: str, findings: list[Finding]) -> Iterator[_Offer]:
    """The records that each plugin yields from one hook; adds a finding for each plugin that fails."""
    for implementation in manager.subset_hook_caller(hook, ()).get_hookimpls():
        name = implementation.plugin_name
        try:
            for record in cast("Iterable[object]", implementation.function()):
                yield _Offer(name, hook, _name_of(hook, record), record)
        except Exception as fault:
            what = str(fault) if isinstance(fault, PluginError) else f"raised {type(fault).__name__}: {fault}"
            findings.append(Finding(f"plugin {name}, hook {hook}: {what}"))


def _name_of(hook: str, record: object) -> str:
    """The name that a record goes by; raises PluginError when it is not what the hook is for."""
    kind, words = _KINDS[hook]
    if hook == "quizengine_question_types":
        if isinstance(record, type) and issubclass(record, Question) and isinstance(getattr(record, "type", None), str):
            return record.type
        raise PluginError(f"found {record!r}, expected a subclass of Question with a `type`")
    if not isinstance(record, kind):
        raise PluginError(f"found {type(record).__name__}, expected a {words}: {kind.__name__}(…)")
    return str(record) if isinstance(record, Path) else str(record.name)  # type: ignore[attr-defined]


def _clash(kind: str, name: str, first: str, second: str) -> Finding:
    return Finding(
        f"{kind} {name} is offered twice, by {first} and by {second}; the one of {first} is used: rename one"
    )


def _registry(plugins: list[Plugin], records: dict[str, dict[str, _Offer]], findings: list[Finding]) -> Registry:
    def by_name(hook: str) -> dict[str, Any]:
        return {name: offer.record for name, offer in records[hook].items()}

    offered: dict[str, tuple[str, ...]] = {plugin.name: () for plugin in plugins}
    for hook, taken in records.items():
        for offer in taken.values():
            offered[offer.plugin] += (f"{_KINDS[hook][1]} {offer.name}",)
    return Registry(
        plugins=tuple(plugins),
        generators=by_name("quizengine_generators"),
        question_types=by_name("quizengine_question_types"),
        formats=by_name("quizengine_formats"),
        checks=by_name("quizengine_checks"),
        bank_paths=tuple(by_name("quizengine_question_banks").values()),
        findings=tuple(findings),
        offered=offered,
    )
