"""All checks of one plugin: each is a claim that can be run, and says in words what it saw."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from quizengine.errors import PLUGIN_FAULTS, PluginError, QuizEngineError, error_message
from quizengine.extensions.loading import Source
from quizengine.extensions.shipped import shipped_folder
from quizengine.system.files import files_in, read_article
from quizengine.testing import generator_checks, record_checks
from quizengine.testing.loaded_plugin import load_alone, sources_of
from quizengine.text.article import Article

Subject = TypeVar("Subject")


@dataclass(frozen=True)
class PluginCheck:
    """A claim about a plugin. Call it to check the claim: it raises AssertionError if it does not hold."""

    subject: str
    """The part of the plugin that the claim is about: `generator dates`."""
    claim: str
    """The claim in words: `asks the same questions every time`."""
    run: Callable[[], str]
    """Checks the claim and returns what was seen, in words for a person."""

    def __call__(self) -> None:
        """Check the claim, as a test does."""
        self.outcome()

    def __str__(self) -> str:
        return f"{self.subject}: {self.claim}"

    def outcome(self) -> str:
        """Check the claim and return what was seen; raises AssertionError for a claim that does not hold."""
        try:
            return self.run()
        except AssertionError:
            raise
        except PLUGIN_FAULTS as fault:
            raise AssertionError(str(fault) if isinstance(fault, QuizEngineError) else error_message(fault)) from fault


def plugin_checks(
    what: str | Path,
    articles: Sequence[str | Path | Article] = (),
    banks: Iterable[str | Path] = (),
    folder: Path | None = None,
) -> list[PluginCheck]:
    """Return every check of a plugin, given by its path or its name; raises PluginError if there is no such plugin.

    Generators work on `articles`, or on the shipped ones if none are given; question types are tried with the questions
    in `banks` and in the banks that the plugin offers.
    """
    read = tuple(one if isinstance(one, Article) else read_article(one) for one in articles)
    return [check for source in sources_of(what, folder) for check in _of_source(source, read, tuple(map(Path, banks)))]


def _of_source(source: Source, articles: tuple[Article, ...], banks: tuple[Path, ...]) -> Iterator[PluginCheck]:
    try:
        plugin = load_alone(source)
    except PluginError as fault:
        yield PluginCheck(f"plugin {source.name}", _LOADS, partial(_fail, str(fault)))
        return
    offered = ", ".join(plugin.registry.offered[source.name])
    yield PluginCheck(f"plugin {source.name}", _LOADS, lambda: f"offers {offered}")
    texts = articles or tuple(map(read_article, files_in(shipped_folder("seeds"), ".txt")))
    for generator in plugin.generators:
        trial = generator_checks.Trial(plugin, generator, texts)
        yield from _checks(f"generator {generator.name}", generator_checks.CLAIMS, trial)
    for bank in plugin.bank_paths:
        yield from _checks(f"question bank {bank.name}", record_checks.BANK_CLAIMS, (plugin, bank))
    for kind in plugin.question_types:
        examples = record_checks.TypeExamples(plugin, kind, (*banks, *plugin.bank_paths))
        yield from _checks(f"question type {kind.type}", record_checks.TYPE_CLAIMS, examples)
    for form in plugin.formats:
        yield from _checks(f"format {form.name}", record_checks.FORMAT_CLAIMS, (plugin, form))
    for reader in plugin.article_readers:
        yield from _checks(f"article reader {reader.name}", record_checks.READER_CLAIMS, reader)
    for check in plugin.checks:
        yield from _checks(f"check {check.name}", record_checks.CHECK_CLAIMS, check)


_LOADS = "is loaded, and its hooks yield what they should"


def _checks(subject: str, claims: Mapping[str, Callable[[Subject], str]], of: Subject) -> Iterator[PluginCheck]:
    """The checks of one record, each by its claim."""
    yield from (PluginCheck(subject, claim, partial(check, of)) for claim, check in claims.items())


def _fail(words: str) -> str:
    raise AssertionError(words)
