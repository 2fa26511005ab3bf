"""start(): the only place where all meets; from plugins in three places to one engine."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from quizengine import checks, formats, question_types
from quizengine.article import Article
from quizengine.bank import read_bank
from quizengine.errors import PluginError
from quizengine.files import read_bank_bytes
from quizengine.generate import Found, Generation, find_facts, generate
from quizengine.hookspecs import Plugin
from quizengine.loading import folder_plugins, installed_plugins
from quizengine.pairs import Pairs
from quizengine.quiz import ArticleReference, Quiz
from quizengine.records import Finding, Generator, Reading, Refusal
from quizengine.registry import Registry, register
from quizengine.review import Review, review
from quizengine.selection import Blueprint, Selection, select
from quizengine.shipped import shipped

BUILT_IN = (
    Plugin("question_types", question_types, "quizengine"),
    Plugin("formats", formats, "quizengine"),
    Plugin("checks", checks, "quizengine"),
)


@dataclass(frozen=True)
class Draft:
    """A quiz made from an article, with all that was found on the way and is not in it."""

    quiz: Quiz
    refusals: tuple[Refusal, ...]
    """What generators found and did not ask, and what checks kept out."""
    findings: tuple[Finding, ...]
    """Faults of plugins."""
    selection: Selection = field(default_factory=Selection)
    """What became of every candidate that passes the checks, and why."""


@dataclass(frozen=True)
class Engine:
    """Everything that plugins offer, put to work. Immutable; start another one to change it."""

    folder: Path | None
    """The working folder; None for what is shipped."""
    registry: Registry
    generators: tuple[Generator, ...]
    """Those that are switched on, in order of name."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was wrong with plugins when they were loaded."""
        return self.registry.findings

    def facts(self, article: Article) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
        """What each generator finds in the article, and faults of generators."""
        return find_facts(article, self.generators)

    def draft(
        self,
        article: Article,
        count: int | None = None,
        seed: int = 0,
        blueprint: Blueprint | None = None,
        measured: Mapping[str, float] = MappingProxyType({}),
    ) -> Draft:
        """A quiz of at most `count` questions on the article, by the blueprint; a short quiz is a right answer.

        `measured` is the difficulty, by id, of questions that students have answered; the others' is estimated.
        Same article, seed and version: the same quiz, in any process.
        """
        generation = generate(article, self.generators, seed)
        kept, refused, faults = self._reviewed(article, generation)
        plan = blueprint or Blueprint()
        pairs = Pairs.of(check for check in self.registry.checks.values() if check.level == "error")
        chosen = select(
            [[one.question for one in ways] for ways in kept],
            plan if count is None else replace(plan, count=count),
            seed,
            [one.question.id for ways in kept for one in ways if one.warnings],
            lambda one, other: "; ".join(f"{f.check}: {f.message}" for f in pairs.between(other, one)),
            measured,
            clashes_anywhere=not all(check.same_words for check in pairs.checks),
        )
        title = article.title.text if article.title else Path(article.name).stem or "Quiz"
        reference = ArticleReference(article.sha256, article.title.text if article.title else "", article.name)
        quiz = Quiz(title, chosen.chosen, reference, seed)
        faults += tuple(dict.fromkeys(pairs.faults))
        return Draft(quiz, generation.refusals + refused, generation.findings + faults, chosen)

    def read_bank(self, path: str | Path) -> Reading:
        """The quiz in a bank file with its findings; raises BankError when it cannot be read at all."""
        return read_bank(read_bank_bytes(path), str(path), self.registry.question_types)

    def _reviewed(
        self, article: Article, generation: Generation
    ) -> tuple[list[tuple[Review, ...]], tuple[Refusal, ...], tuple[Finding, ...]]:
        """The ways to ask that pass every check, fact by fact; a refusal for each that does not; checks that raised."""
        kept: list[tuple[Review, ...]] = []
        refused: list[Refusal] = []
        faults: list[Finding] = []
        for ways in generation.asked:
            reviews = [review(question, self.registry.checks.values(), article) for question in ways]
            kept.append(tuple(one for one in reviews if one.passes))
            refused += [one.refusal(article) for one in reviews if not one.passes]
            faults += [fault for one in reviews for fault in one.faults]
        return kept, tuple(refused), tuple(dict.fromkeys(faults))


def start(folder: str | Path | None = None, *, only: Collection[str] = (), strict: bool = False) -> Engine:
    """Load every plugin: those that come with quizengine, the installed ones, and those in FOLDER/plugins.

    `only` names the generators to switch on, all when empty. Raises PluginError for an unknown name there, and with
    `strict` for anything wrong with any plugin.
    """
    folder = Path(folder) if folder is not None else None
    sources = [folder_plugins(shipped("plugins")), installed_plugins()]
    if folder is not None and (folder / "plugins").resolve() != shipped("plugins").resolve():
        sources.append(folder_plugins(folder / "plugins"))
    registry = register([*BUILT_IN, *(plugin for plugins, _ in sources for plugin in plugins)])
    registry = replace(registry, findings=(*(f for _, findings in sources for f in findings), *registry.findings))
    if strict and registry.findings:
        raise PluginError("\n".join(map(str, registry.findings)))
    for name in only:
        if name not in registry.generators:
            raise PluginError(f"found no generator {name}, expected one of: {', '.join(sorted(registry.generators))}")
    switched_on = (g for name, g in sorted(registry.generators.items()) if (name in only if only else g.by_default))
    return Engine(folder, registry, tuple(switched_on))
