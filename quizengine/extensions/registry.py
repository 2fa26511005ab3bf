"""Collects all records that plugins offer, by name; reports plugins that fail and both sides of a name clash."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from inspect import isabstract
from pathlib import Path
from typing import Any, cast

import pluggy

from quizengine.errors import PLUGIN_FAULTS, error_message
from quizengine.extensions import hookspecs
from quizengine.extensions.folder_settings import FolderSettings
from quizengine.extensions.hookspecs import Plugin
from quizengine.extensions.options import WithOptions, with_options
from quizengine.extensions.records import Check, Finding, Format, Generator, QuestionTypes
from quizengine.quiz.questions import Question
from quizengine.text.documents import ArticleReader


@dataclass(frozen=True)
class Registry:
    """All records that plugins offer, and the faults of some plugins."""

    plugins: tuple[Plugin, ...]
    generators: Mapping[str, Generator]
    question_types: QuestionTypes
    formats: Mapping[str, Format]
    checks: Mapping[str, Check]
    bank_paths: tuple[Path, ...]
    findings: tuple[Finding, ...]
    article_readers: Mapping[str, ArticleReader] = field(default_factory=dict)
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The records that each plugin offers, by the plugin's name, in words for a list: `generator numeric_recall`."""


@dataclass(frozen=True)
class _Offer:
    """One record with the name it goes by, and the plugin and hook it came from."""

    plugin: str
    hook: str
    name: str
    record: Any


_KINDS: Mapping[str, tuple[type, str]] = {
    "quizengine_generators": (Generator, "generator"),
    "quizengine_article_readers": (ArticleReader, "article reader"),
    "quizengine_question_types": (type, "question type"),
    "quizengine_formats": (Format, "format"),
    "quizengine_checks": (Check, "check"),
    "quizengine_question_banks": (Path, "question bank"),
}
OFFERED_KINDS = tuple(words for _, words in _KINDS.values())
"""The words with which `Registry.offered` begins: generator, question type and so on."""


NOTHING_SET = FolderSettings()
_REFUSALS = (pluggy.PluginValidationError, ValueError)
"""The exceptions that pluggy raises for a plugin that it does not accept."""


def register(
    plugins: Iterable[Plugin],
    fence: Callable[[Plugin, Any], Any] = lambda plugin, record: record,
    calling: Callable[[Plugin, str], None] = lambda plugin, hook: None,
    settings: FolderSettings = NOTHING_SET,
) -> Registry:
    """Ask every plugin for its records, one by one: faults become findings, and the other plugins continue.

    If two records have the same kind and name, the first one is used and the finding names both plugins. `fence`
    returns the record that replaces a plugin's own; `calling` is told of each hook before it is called. `settings` sets
    the options of records, and says which plugin's generator is used where two have one name.
    """
    findings: list[Finding] = []
    kept: list[Plugin] = []
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    for plugin in plugins:
        twin = next((other for other in kept if other.name == plugin.name), None)
        if twin and twin.module is plugin.module:
            continue  # one file that is found twice: shipped, and installed from there
        if twin:
            findings.append(_clash("plugin", plugin.name, twin.source, plugin.source))
        elif fault := _refused(manager, plugin):
            findings.append(Finding(fault, plugin=plugin.name))
        else:
            kept.append(plugin)
    records: dict[str, dict[str, _Offer]] = {hook: {} for hook in _KINDS}
    by_name = {plugin.name: plugin for plugin in kept}
    for hook, taken in records.items():
        for implementation in manager.subset_hook_caller(hook, ()).get_hookimpls():
            plugin = by_name[implementation.plugin_name]
            calling(plugin, hook)
            for offer in _offers(plugin, hook, implementation.function, findings, settings):
                preferred = settings.replaced.get(offer.name) if hook == "quizengine_generators" else None
                if offer.name in taken and preferred == offer.plugin:
                    taken[offer.name] = replace(offer, record=fence(plugin, offer.record))
                elif offer.name in taken and preferred != taken[offer.name].plugin:
                    findings.append(_clash(_KINDS[hook][1], offer.name, taken[offer.name].plugin, offer.plugin))
                elif words := _taken_ending(offer, taken.values()):
                    findings.append(Finding(words, plugin=plugin.name))
                elif offer.name not in taken:
                    taken[offer.name] = replace(offer, record=fence(plugin, offer.record))
    return _registry(kept, records, findings)


def _refused(manager: pluggy.PluginManager, plugin: Plugin) -> str:
    """Return why the plugin is refused: an unknown hook, a wrong signature, an unmarked hook; empty if it is fine."""
    try:
        for hook in _KINDS:
            if hasattr(plugin.module, hook) and not hasattr(getattr(plugin.module, hook), f"{hookspecs.PROJECT}_impl"):
                return f"plugin {plugin.name} ({plugin.source}): found {hook} without @hookimpl in the line above it"
        manager.register(plugin.module, plugin.name)
        if unknown := _unknown_hook(manager, plugin):
            manager.unregister(name=plugin.name)
            return f"plugin {plugin.name} ({plugin.source}): found the unknown hook {unknown}; {_meant(unknown)}"
    except PLUGIN_FAULTS as fault:
        if manager.has_plugin(plugin.name):
            manager.unregister(name=plugin.name)
        words = (
            " ".join(str(fault).split())
            if isinstance(fault, _REFUSALS)
            else error_message(fault, plugin.module.__name__)
        )
        return f"plugin {plugin.name} ({plugin.source}): {words}"
    if not manager.get_hookcallers(plugin.module):
        manager.unregister(name=plugin.name)
        return f"plugin {plugin.name} ({plugin.source}): found no hook, expected one of {', '.join(_KINDS)}"
    return ""


def _unknown_hook(manager: pluggy.PluginManager, plugin: Plugin) -> str:
    """The first hook of a plugin that quizengine does not have; empty if there is none."""
    callers = manager.get_hookcallers(plugin.module) or ()
    unknown = (caller for caller in callers if not caller.has_spec())
    return next((one.name for one in unknown if not all(found.optionalhook for found in one.get_hookimpls())), "")


def _meant(unknown: str) -> str:
    """The hook that was probably meant, by what follows the start that all have in common; all hooks if none is."""
    start = f"{hookspecs.PROJECT}_"
    near = get_close_matches(unknown.removeprefix(start), [hook.removeprefix(start) for hook in _KINDS], 1)
    return f"did you mean {start}{near[0]}?" if near else f"expected one of: {', '.join(_KINDS)}"


def _offers(
    plugin: Plugin, hook: str, function: Callable[..., object], findings: list[Finding], settings: FolderSettings
) -> list[_Offer]:
    """The records that a plugin yields from one hook; adds a finding when it fails."""
    offers: list[_Offer] = []
    try:
        for record in cast("Iterable[object]", function()):
            if fault := _wrong(hook, record):
                findings.append(Finding(f"plugin {plugin.name}, hook {hook}: {fault}", plugin=plugin.name))
            else:
                own, faults = with_options(record, settings) if isinstance(record, WithOptions) else (record, ())
                findings += faults
                offers.append(_Offer(plugin.name, hook, _name_of(record), own))
    except PLUGIN_FAULTS as fault:
        findings.append(Finding(f"plugin {plugin.name}, hook {hook}: {error_message(fault)}", plugin=plugin.name))
    return offers


def _wrong(hook: str, record: object) -> str:
    """Return why a record is not what its hook is for; empty if it is."""
    kind, words = _KINDS[hook]
    if hook == "quizengine_question_types":
        if not (isinstance(record, type) and issubclass(record, Question) and hasattr(record, "type")):
            return f"found {record!r}, expected a subclass of Question with a `type`"
        if isabstract(record) or "__dataclass_fields__" not in vars(record):
            return f"found {record.__name__}, expected a frozen dataclass that says check, parts and key"
        return ""
    if not isinstance(record, kind):
        return f"found {type(record).__name__}, expected a {words}: {kind.__name__}(…)"
    if isinstance(record, ArticleReader) and not _has_endings(record):
        return f"found the endings {record.suffixes!r:.80}, expected a tuple of them in small letters: ('.srt',)"
    return "" if _name_of(record).strip() else f"found a {words} without a name, expected one"


def _has_endings(reader: ArticleReader) -> bool:
    given: object = reader.suffixes
    if not isinstance(given, tuple) or not given:
        return False
    return all(isinstance(one, str) and one[:1] == "." and len(one) > 1 and one == one.lower() for one in given)


def _taken_ending(offer: _Offer, taken: Iterable[_Offer]) -> str:
    """Say which ending of a reader of articles another one has already; empty if none has."""
    if not isinstance(offer.record, ArticleReader):
        return ""
    clashes = ((one, ending) for one in taken for ending in offer.record.suffixes if ending in one.record.suffixes)
    if not (found := next(clashes, None)):
        return ""
    other, ending = found
    return (
        f"plugin {offer.plugin}, hook {offer.hook}: article reader {offer.name} is not used, as {other.name} of "
        f"{other.plugin} reads {ending} already; expected other endings"
    )


def _name_of(record: Any) -> str:
    """The name that a record goes by."""
    if isinstance(record, Path):
        return str(record)
    name = record.type if hasattr(record, "type") else record.name
    return name if isinstance(name, str) else ""


def _clash(kind: str, name: str, first: str, second: str) -> Finding:
    words = f"{kind} {name} is offered twice, by {first} and by {second}; the one of {first} is used: rename one"
    return Finding(words, plugin=name)


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
        article_readers=by_name("quizengine_article_readers"),
        bank_paths=tuple(by_name("quizengine_question_banks").values()),
        findings=tuple(findings),
        offered=offered,
    )
