"""The plugins that do not come with quizengine, as the main process sees them: their work is done elsewhere.

Their generators, checks and readers of articles are replaced by ones that call the separate process. One that dies
there or takes too long is reported and not called again; the others continue in a new process.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from random import Random
from threading import RLock
from typing import Any

from quizengine.errors import ArticleError, PluginError
from quizengine.extensions.folder_settings import FolderSettings
from quizengine.extensions.hookspecs import Plugin
from quizengine.extensions.isolation import wire
from quizengine.extensions.isolation.process import ChildLostError, ChildProcess, RequestError
from quizengine.extensions.isolation.streams import redirect_streams
from quizengine.extensions.loading import Source, load
from quizengine.extensions.records import Check, Finding, Generator
from quizengine.extensions.registry import NOTHING_SET
from quizengine.quiz.questions import Question
from quizengine.text.article import Article
from quizengine.text.documents import ArticleReader, Document, document_fault
from quizengine.text.facts import Fact, Facts

_IMPORT_SECONDS = 5.0
"""The least time limit for the import and the hooks of one plugin, however short an article's time is."""
_HOST = "quizengine.extensions.isolation.host:Host"


class PluginHost:
    """The process in which plugins run, started when it is first needed."""

    def __init__(self, seconds: float, settings: FolderSettings = NOTHING_SET) -> None:
        self._settings = settings
        self._seconds = seconds
        """The time limit for one call."""
        self._import_seconds = max(seconds, _IMPORT_SECONDS)
        self._child = ChildProcess(_HOST)
        self._there: set[Source] = set()
        """The plugins that the process has imported."""
        self._good: list[Source] = []
        self._gone: dict[tuple[str, str], str] = {}
        """Generators and checks that are not called again, by plugin and name, and why."""
        self._article: Article | None = None
        """The one that the process has."""
        self._others: Sequence[Fact] = ()
        """Those that the process has."""
        self._places: dict[int, int] = {}
        self._turn = RLock()
        self.lost = 0.0
        """Seconds spent on calls that ended the process or took too long, and on starting another one.

        Each such call is made once, so they are few.
        """

    def start(self) -> None:
        """Start the process, which is ready by the time it is needed."""
        self._child.start()

    def stop(self) -> None:
        """End the process; it is started again when it is needed."""
        self._child.stop()
        self._forget()

    def load(self, source: Source) -> Plugin | Finding:
        """Import a plugin here if its import and its hooks, tried in the other process first, do no harm."""
        with self._turn:
            try:
                self._look_for_child()
                finding = self._load(source)
            except (ChildLostError, RequestError) as fault:
                where = f", {self._child.note}:" if self._child.note else " cannot be loaded: at import, it"
                return Finding(f"plugin {source.name}{where} {fault}", file=source.place, plugin=source.name)
            if isinstance(finding, Finding):
                return finding
            self._good.append(source)
        with redirect_streams():
            return load(source)

    def fenced(self, sources: Iterable[Source]) -> Callable[[Plugin, Any], Any]:
        """Return a function that makes each generator, check and reader of these plugins run in the other process."""
        by_plugin = {(source.name, source.place): source for source in sources}

        def fence(plugin: Plugin, record: Any) -> Any:
            source = by_plugin.get((plugin.name, plugin.source))
            if source is None:
                return record
            if isinstance(record, Generator):
                return self._generator(source, record)
            if isinstance(record, ArticleReader):
                return self._reader(source, record)
            return self._check(source, record) if isinstance(record, Check) else record

        return fence

    def _generator(self, source: Source, generator: Generator) -> Generator:
        name = generator.name
        asked_about: Article | None = None

        def find(article: Article) -> Iterator[Any]:
            nonlocal asked_about
            asked_about = article
            return iter(self._called(source, name, "find", article))

        def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Any]:
            return iter(self._called(source, name, "ask", asked_about, lambda: self._asked(fact, others, rng)))

        return replace(generator, find=find, ask=ask)

    def _check(self, source: Source, check: Check) -> Check:
        name = check.name

        def look(question: Question, article: Article | None) -> Iterator[str]:
            return iter(self._called(source, name, "look", article, lambda: (question, article is not None)))

        def between(one: Question, other: Question) -> Iterator[str]:
            return iter(self._called(source, name, "between", None, lambda: (one, other)))

        return replace(check, look=look, between=between if check.between else None)

    def _reader(self, source: Source, reader: ArticleReader) -> ArticleReader:
        name = reader.name

        def read(data: bytes, file: str) -> Document:
            try:
                [found] = self._called(source, name, "read", None, lambda: (data, file))
            except PluginError as fault:
                raise ArticleError(f"cannot be read: {fault}") from None
            if isinstance(found, ArticleError):
                raise found
            if wrong := document_fault(found):
                raise ArticleError(f"cannot be read: article reader {name} of plugin {source.name}: {wrong}")
            document: Document = found
            return document

        return replace(reader, read=read, recognises=None)

    def _called(
        self,
        source: Source,
        name: str,
        method: str,
        article: Article | None,
        arguments: Callable[[], tuple[Any, ...]] = tuple,
    ) -> list[Any]:
        """The results of a function of a plugin; raises PluginError, which names the plugin."""
        with self._turn:
            if words := self._gone.get((source.name, name)):
                raise PluginError(words)
            began = time.monotonic()
            try:
                self._ready(article)
                request = wire.encode_value((method, source, name, wire.encode_value(arguments(), self._article)))
                results: list[Any] = wire.decode_value(self._child.call(request, self._seconds), self._article)
            except RequestError as fault:
                raise PluginError(f"plugin {source.name} {fault}") from None
            except ChildLostError as fault:
                self._forget()
                self.lost += time.monotonic() - began
                self._gone[source.name, name] = words = f"plugin {source.name} {fault}"
                raise PluginError(words) from None
            return results

    def _ready(self, article: Article | None) -> None:
        """See that the process is there, has every plugin, and the article that is spoken about."""
        again, began = not self._child.is_running, time.monotonic()
        self._look_for_child()
        for source in tuple(self._good):
            try:
                self._load(source)
            except (ChildLostError, RequestError):  # it was imported before, and is the one to blame when it is not now
                self._good.remove(source)
                self._ready(article)
                return
        if again:
            self.lost += time.monotonic() - began
        if article is not None and article is not self._article:
            self._child.call(
                wire.encode_value(("article", None, "", (article.text, article.name, article.source))), self._seconds
            )
            self._article, self._others = article, ()

    def _load(self, source: Source) -> Finding | None:
        if source in self._there:
            return None
        answer = self._child.call(wire.encode_value(("load", source, "", None)), self._import_seconds)
        finding: Finding | None = wire.decode_value(answer)
        if finding is None:
            self._child.call(wire.encode_value(("hooks", source, "", self._settings)), self._import_seconds)
        self._there.add(source)
        return finding

    def _asked(self, fact: Fact, others: Sequence[Fact], rng: Random) -> tuple[Any, int, Random]:
        """The others, unless the process has them already; the place of the fact among them; and the chance."""
        known = others is self._others
        if not known:
            self._others = others
            self._places = {id(one): place for place, one in enumerate(others)}
        return None if known else Facts(others), self._places[id(fact)], rng

    def _look_for_child(self) -> None:
        """Forget what the process knows when it is another one now."""
        if not self._child.is_running:
            self._forget()

    def _forget(self) -> None:
        self._there.clear()
        self._article, self._others = None, ()
