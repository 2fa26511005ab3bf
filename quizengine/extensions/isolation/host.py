"""Plugins in a separate process: this is where their modules are imported and their functions called."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from quizengine.errors import ArticleError, PluginError
from quizengine.extensions.hookspecs import Plugin
from quizengine.extensions.isolation import wire
from quizengine.extensions.isolation.child import Note
from quizengine.extensions.loading import Source, load
from quizengine.extensions.records import Check, Finding, Generator
from quizengine.extensions.registry import Registry, register
from quizengine.text.article import Article

MOST_RESULTS = 100_000
"""The limit of results for one call; a call that exceeds it is treated as endless."""


class Host:
    """Answers the requests of `plugins`. Each generator and check gets its own copy of the article."""

    def __init__(self, note: Note) -> None:
        self._note = note
        self._plugins: dict[Source, Plugin] = {}
        self._loaded: dict[Source, Registry] = {}
        self._article: Article | None = None
        self._own: dict[tuple[Source, str], Article] = {}
        self._others: Sequence[Any] = ()

    def answer(self, request: bytes) -> bytes:
        """Return what one of the methods below gives; the request names it, with its arguments."""
        method, source, name, rest = wire.decode_value(request)
        if method == "article":
            self._article, self._own = Article(*rest), {}
            return b""
        if method == "load":
            return wire.encode_value(self._load(source))
        if method == "hooks":
            self._loaded[source] = register(
                [self._plugins[source]], calling=lambda _, hook: self._note(f"hook {hook}"), settings=rest
            )
            return b""
        own = self._own_article(source, name)
        arguments = wire.decode_value(rest, own)
        results = _listed(getattr(self, f"_{method}")(self._loaded[source], name, own, *arguments))
        self._verify(own, source, name)
        try:
            return wire.encode_value(results, own)
        except Exception as fault:
            raise PluginError(
                f"gave what cannot be handed over ({fault}); classes stand at the top of a module"
            ) from None

    def _load(self, source: Source) -> Any:
        """Import a plugin; the finding when it cannot be imported."""
        self._note("")
        loaded = load(source)
        if isinstance(loaded, Finding):
            return loaded
        self._plugins[source] = loaded
        return None

    def _find(self, registry: Registry, name: str, own: Article) -> Iterable[Any]:
        return _generator(registry, name).find(own)

    def _ask(self, registry: Registry, name: str, own: Article, others: Any, place: int, rng: Random) -> Iterable[Any]:
        """Ask about the fact at a place among the others; these are sent when they are not those of the last call."""
        if others is not None:
            self._others = others
        return _generator(registry, name).ask(self._others[place], self._others, rng)

    def _look(self, registry: Registry, name: str, own: Article, question: Any, with_article: bool) -> Iterable[Any]:
        return _check(registry, name).look(question, own if with_article else None)

    def _between(self, registry: Registry, name: str, own: Article, one: Any, other: Any) -> Iterable[Any]:
        between = _check(registry, name).between
        return between(one, other) if between else ()

    def _read(self, registry: Registry, name: str, own: Article, data: bytes, file: str) -> Iterable[Any]:
        """The text of a file or, where the reader says that there is none, the reason."""
        try:
            return [registry.article_readers[name].read(data, file)]
        except ArticleError as fault:
            return [ArticleError(str(fault))]

    def _own_article(self, source: Source, name: str) -> Article:
        if (source, name) not in self._own:
            whole = self._article or Article("")
            self._own[source, name] = replace(whole)
        return self._own[source, name]

    def _verify(self, own: Article, source: Source, name: str) -> None:
        """Raise PluginError if the plugin has changed the article that it was given."""
        whole = self._article or Article("")
        if own != whole:
            del self._own[source, name]
            raise PluginError("changed the article, which stays as it is")


def _generator(registry: Registry, name: str) -> Generator:
    return registry.generators[name]


def _check(registry: Registry, name: str) -> Check:
    return registry.checks[name]


def _listed(results: Iterable[Any]) -> list[Any]:
    listed = []
    for result in results:
        listed.append(result)
        if len(listed) > MOST_RESULTS:
            raise PluginError(f"gave more than {MOST_RESULTS:,} results")
    return listed
