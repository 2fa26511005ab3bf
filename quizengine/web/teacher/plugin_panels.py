"""The panels of the page of plugins: what each plugin offers, whether it is used, and how its options are set."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine.engine import Engine
from quizengine.extensions.discovery import PluginState
from quizengine.extensions.options import OptionValue, option_values
from quizengine.web.render.formatting import listed
from quizengine.web.render.languages import gettext, later, later_plural, ngettext

_KINDS = {
    "generator": later_plural("%(num)s generator", "%(num)s generators"),
    "article reader": later_plural("%(num)s reader of articles", "%(num)s readers of articles"),
    "question type": later_plural("%(num)s question type", "%(num)s question types"),
    "question bank": later_plural("%(num)s question bank", "%(num)s question banks"),
    "format": later_plural("%(num)s format", "%(num)s formats"),
    "check": later_plural("%(num)s check", "%(num)s checks"),
}
_STATES = {
    "off": later("It is switched off."),
    "not allowed": later("It waits until you allow it: nothing of it has run."),
    "failed": later("It could not be loaded."),
}


@dataclass(frozen=True)
class PluginPanel:
    """A plugin as the page shows it."""

    state: PluginState
    summary: str
    """Its offer, or the reason why it offers nothing, in one line."""
    offers: tuple[str, ...]
    """Its records by kind and name."""
    off: tuple[str, ...]
    """The generators that ask nothing unless they are named."""
    options: tuple[tuple[str, OptionValue], ...]
    """Each option with the name of its record."""


def plugin_panels(engine: Engine) -> tuple[PluginPanel, ...]:
    """Return a panel for every plugin that was found, loaded or not, in the order in which they are loaded."""
    return tuple(_panel(engine, state) for state in engine.states)


def _panel(engine: Engine, state: PluginState) -> PluginPanel:
    offers = engine.registry.offered.get(state.name, ()) if state.state == "loaded" else ()
    if state.state == "loaded":
        summary = _by_kind(offers) or gettext("It offers nothing.")
    else:
        summary = gettext(_STATES[state.state])
    asking = {generator.name for generator in engine.generators}
    names = [offer.removeprefix("generator ") for offer in offers if offer.startswith("generator ")]
    off = tuple(name for name in names if name not in asking)
    return PluginPanel(state, summary, offers, off, tuple(_options(engine, offers)))


def _options(engine: Engine, offers: tuple[str, ...]) -> Iterator[tuple[str, OptionValue]]:
    registry = engine.registry
    for kind, records in (("generator", registry.generators), ("check", registry.checks), ("format", registry.formats)):
        for name, record in records.items():
            if f"{kind} {name}" in offers:
                yield from ((name, value) for value in option_values(record))


def _by_kind(offered: tuple[str, ...]) -> str:
    """Say in one line how many records of each kind a plugin offers."""
    counts = {kind: sum(each.startswith(f"{kind} ") for each in offered) for kind in _KINDS}
    return listed([ngettext(*_KINDS[kind], count) for kind, count in counts.items() if count])
