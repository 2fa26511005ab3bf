"""The five hooks. Each takes no arguments, yields records and does nothing else; the work is in the records.

A plugin is a module with functions of these names, marked with `hookimpl`; it may live in an installed package
(entry point group `quizengine`), in a project folder or in a single file under a working folder's `plugins/`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pluggy

from quizengine.extensions.records import Check, Format, Generator
from quizengine.quiz.questions import Question

PROJECT = "quizengine"
API_VERSION = 1
"""The version of the plugin API, raised by one with each change that may require a change in plugins."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True)
class Plugin:
    """A loaded plugin: its name, the module with its hooks, and where it came from, in words for a person."""

    name: str
    module: ModuleType
    source: str


@hookspec
def quizengine_generators() -> Iterable[Generator]:
    """Offer generators of questions from articles.

    Called once, at start. Each Generator is listed by its name and run on every article, unless it is switched off.

        @hookimpl
        def quizengine_generators():
            yield Generator("numbers", find, ask, summary="Gaps every number.")
    """
    return ()


@hookspec
def quizengine_question_types() -> Iterable[type[Question]]:
    """Offer question types: subclasses of Question, each a frozen dataclass.

    Called once, at start. From then on bank files may contain questions of this `type:`, and all pages and exports show
    them.

        @hookimpl
        def quizengine_question_types():
            yield HotspotQuestion
    """
    return ()


@hookspec
def quizengine_formats() -> Iterable[Format]:
    """Offer file formats to export to or to read from.

    Called once, at start. `quizengine export --format NAME` and the teacher's page list them.

        @hookimpl
        def quizengine_formats():
            yield Format("csv", ".csv", write=as_csv)
    """
    return ()


@hookspec
def quizengine_question_banks() -> Iterable[Path]:
    """Offer question banks: paths of bank files, or of folders with bank files.

    Called once, at start. Each bank becomes a quiz that students can take.

        @hookimpl
        def quizengine_question_banks():
            yield Path(__file__).parent / "banks"
    """
    return ()


@hookspec
def quizengine_checks() -> Iterable[Check]:
    """Offer item-writing rules for checking questions.

    Called once, at start. A question that breaks a rule of level error is kept out of generated quizzes.

        @hookimpl
        def quizengine_checks():
            yield Check("no-shouting", look, why="Capitals are hard to read.")
    """
    return ()
