"""The composition root: `start()` loads plugins from three places and returns one engine."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from quizengine import checks, formats
from quizengine.bank import read_bank
from quizengine.bank.media_files import MediaFolders
from quizengine.checks.english import analyse_made_words
from quizengine.errors import OutOfTime, PluginError
from quizengine.extensions import shipped_readers, shipped_types
from quizengine.extensions.discovery import Loaded, Loading, PluginState, failures, load_plugins
from quizengine.extensions.folder_settings import FolderSettings, read_folder_settings
from quizengine.extensions.hookspecs import Plugin
from quizengine.extensions.isolation import PluginHost
from quizengine.extensions.records import Finding, Generator, Reading, Refusal
from quizengine.extensions.registry import Registry
from quizengine.generation.blueprint import Blueprint
from quizengine.generation.budget import SECONDS, WORKED, Budget
from quizengine.generation.generate import Found, Generation
from quizengine.generation.pairs import Pairs
from quizengine.generation.progress import Progress, Stage, Tell, untold, watched
from quizengine.generation.review import Review, review
from quizengine.generation.selection import select
from quizengine.generation.timed_generation import found_in_time, generated_in_time
from quizengine.generation.usability import Usability, usabilities
from quizengine.generation.verdicts import Selection
from quizengine.plurals import plural_form, with_number
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import ArticleReference, Quiz
from quizengine.system.files import STANDARD, read_article, read_bank_bytes
from quizengine.system.garbage import search_put_off
from quizengine.text.article import Article
from quizengine.text.documents import ARTICLE_SUFFIXES

BUILT_IN = (
    Plugin("question_types", shipped_types, "quizengine"),
    Plugin("article_readers", shipped_readers, "quizengine"),
    Plugin("formats", formats, "quizengine"),
    Plugin("checks", checks, "quizengine"),
)


@dataclass(frozen=True)
class Draft:
    """A quiz made from an article, with everything that was found but is not in the quiz."""

    quiz: Quiz
    refusals: tuple[Refusal, ...]
    """Facts and questions that generators refused, and questions that checks refused."""
    findings: tuple[Finding, ...]
    """Faults of plugins."""
    selection: Selection = field(default_factory=Selection)
    """The verdict on every candidate that passed the checks, with the reason."""
    left_out: str = ""
    """A sentence about the work that did not fit into the time; empty if the draft is complete."""
    usable: Mapping[str, Usability] = field(default_factory=dict)
    """The probability that each candidate can be used as it stands, by id, where it is known."""
    failed: tuple[str, ...] = ()
    """The generators that raised, so that questions of theirs are missing."""


@dataclass(frozen=True)
class Engine:
    """All plugins, ready for work. Immutable: to change it, start another one."""

    folder: Path | None
    """The working folder; None for the one that comes with quizengine."""
    registry: Registry
    generators: tuple[Generator, ...]
    """The generators that are switched on, by name."""
    budget: float = SECONDS
    """The time limit for one article, in seconds."""
    host: PluginHost | None = None
    """The process that runs plugins that do not come with quizengine, if there are any."""
    by_work: bool = False
    """True if the budget counts the processor time of this process, because others may keep it waiting."""
    settings: FolderSettings = field(default_factory=FolderSettings)
    """The settings in the folder's `quizengine.toml`."""
    states: tuple[PluginState, ...] = ()
    """Every plugin that was found, loaded or not."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The faults found in plugins when they were loaded."""
        return self.registry.findings

    def rest(self) -> None:
        """End the process of the plugins; it is started again when one of them is needed."""
        if self.host:
            self.host.stop()

    def facts(self, article: Article) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
        """Find facts in the article with each generator; adds their faults, and a warning if the budget ran out."""
        budget = self._budget()
        found, findings, stopped = found_in_time(article, self.generators, budget)
        return found, (*findings, *([_warning(article, _sentence(self.budget, stopped))] if stopped else ()))

    @search_put_off()
    def draft(
        self,
        article: Article,
        count: int | None = None,
        seed: int = 0,
        blueprint: Blueprint | None = None,
        measured: Mapping[str, float] = MappingProxyType({}),
        tell: Tell = untold,
    ) -> Draft:
        """Make a quiz of at most `count` questions on the article by the blueprint; it may be shorter.

        `measured` holds the difficulty, by id, of questions that students have answered; for others it is estimated.
        The same article, seed and version give the same quiz in any process.
        """
        budget = self._budget()
        generation = generated_in_time(article, watched(self.generators, article, tell), seed, budget)
        kept, refused, faults, unfinished = self._reviewed(article, generation, budget, tell)
        tell(Progress(Stage.CHOOSING))
        plan = blueprint or Blueprint()
        plan = replace(plan, order=plan.order or self.settings.order)
        pairs = Pairs.of(check for check in self.registry.checks.values() if check.level == "error")

        def clash(one: Question, other: Question) -> str:
            budget.check()
            return "; ".join(f"{f.check}: {f.message}" for f in pairs.between(other, one))

        chosen = Selection(wanted=plan.count, stopped=True)
        likely: dict[str, Usability] = {}
        with suppress(OutOfTime), budget.part(_RANKED):
            for question, known in usabilities((one.question for ways in kept for one in ways), article):
                likely[question.id] = known
        with suppress(OutOfTime), budget.part():
            chosen = select(
                [[one.question for one in ways] for ways in kept],
                plan if count is None else replace(plan, count=count),
                seed,
                [one.question.id for ways in kept for one in ways if one.warnings],
                clash,
                measured,
                clashes_anywhere=not all(check.same_words for check in pairs.checks),
                usable=likely,
            )
        quiz = _quiz_on(article, chosen.chosen, seed)
        faults += tuple(dict.fromkeys(pairs.faults))
        unfinished += ("not every question was held against the others",) if chosen.stopped else ()
        left_out = _sentence(self.budget, unfinished) if unfinished else ""
        notes = tuple(_warning(article, note) for note in (article.source.notes if article.source else ()))
        warned = [_warning(article, left_out)] if left_out else ()
        findings = (*notes, *generation.findings, *faults, *warned)
        return Draft(quiz, generation.refusals + refused, findings, chosen, left_out, likely, generation.failed)

    @property
    def article_suffixes(self) -> tuple[str, ...]:
        """The file endings of articles, in every format that somebody reads."""
        own = (suffix for reader in self.registry.article_readers.values() for suffix in reader.suffixes)
        return tuple(dict.fromkeys((*ARTICLE_SUFFIXES, *own)))

    def read_article(self, path: str | Path) -> Article:
        """Read the article in a file, or on standard input for `-`; raises ArticleError."""
        return read_article(path, self.registry.article_readers.values())

    def article_of(self, data: bytes, name: str = "") -> Article:
        """The same for the bytes of a file."""
        return Article.from_bytes(data, name, self.registry.article_readers.values())

    def read_bank(self, path: str | Path) -> Reading:
        """Read a bank file; returns its quiz and findings, and raises BankError if the file cannot be read at all."""
        return self.read_bank_of(read_bank_bytes(path), path)

    def read_bank_of(self, data: bytes, path: str | Path) -> Reading:
        """The same for the bytes of a bank file; its images and recordings are looked for from `path`."""
        return read_bank(data, str(path), self.registry.question_types, self.media_of(path).fault)

    def media_of(self, path: str | Path) -> MediaFolders:
        """Return where the images and recordings of a bank lie: beside its file, then in the working folder."""
        beside = () if str(path) == STANDARD else (Path(path).parent,)
        return MediaFolders((*beside, *([self.folder] if self.folder else ())))

    def _budget(self) -> Budget:
        """Limit the time for an article; time lost to plugins that are stopped does not count."""
        host = self.host
        if self.by_work:
            return Budget(self.budget, clock=WORKED)
        if host is None:
            return Budget(self.budget)
        lost = host.lost
        return Budget(self.budget, lambda: host.lost - lost)

    def _reviewed(
        self, article: Article, generation: Generation, budget: Budget, tell: Tell
    ) -> tuple[list[tuple[Review, ...]], tuple[Refusal, ...], tuple[Finding, ...], tuple[str, ...]]:
        """The ways to ask that pass every check, fact by fact; a refusal for each that does not; checks that raised.

        Last, what the time did not suffice for: what was not compared with every check is not asked.
        """
        kept: list[tuple[Review, ...]] = []
        refused: list[Refusal] = []
        faults: list[Finding] = []
        unfinished = generation.unfinished
        try:
            for number, ways in enumerate(generation.asked):
                with budget.part(_REVIEWED):
                    if number % _AT_ONCE == 0:
                        tell(Progress(Stage.CHECKING, number, len(generation.asked)))
                        together = generation.asked[number : number + _AT_ONCE]
                        analyse_made_words(question for each in together for question in each)
                    reviews = [review(question, self.registry.checks.values(), article) for question in ways]
                    refusals = [one.refusal(article) for one in reviews if not one.passes]
                    kept.append(tuple(one for one in reviews if one.passes))
                    refused += refusals
                    faults += [fault for one in reviews for fault in one.faults]
        except OutOfTime:
            facts = with_number(len(generation.asked), "fact")
            unfinished += (f"the questions about {len(kept)} of {facts} were checked",)
        return kept, tuple(refused), tuple(dict.fromkeys(faults)), unfinished


_AT_ONCE = 256
"""The number of facts whose questions are analysed together: enough to be fast, few enough to stop in time."""
_REVIEWED, _RANKED = 0.9, 0.95
"""The points in the time of an article at which all questions are to be checked, and ranked by how usable they are."""


def _quiz_on(article: Article, questions: tuple[Question, ...], seed: int) -> Quiz:
    headline = article.title.text.removesuffix(";") if article.title else ""
    title = headline or Path(article.name).stem or "Quiz"
    return Quiz(title, questions, ArticleReference(article.sha256, headline, article.name), seed)


def _sentence(seconds: float, unfinished: Iterable[str]) -> str:
    return f"not complete, as an article may take {seconds:g} {plural_form(seconds, 'second')}: {'; '.join(unfinished)}"


def _warning(article: Article, words: str) -> Finding:
    return Finding(words, file=article.name, level="warning")


def start(
    folder: str | Path | None = None,
    *,
    only: Collection[str] = (),
    without: Collection[str] = (),
    strict: bool = False,
    budget: float = SECONDS,
    by_work: bool = False,
    consented: bool = False,
) -> Engine:
    """Load every plugin: those that come with quizengine, installed ones, and those in FOLDER/plugins.

    `only` names the generators to switch on (if empty, all that are on by default, with what FOLDER/quizengine.toml
    says of them), and `without` names plugins that are not loaded. `budget` is the time limit for one article in
    seconds: of elapsed time or, with `by_work`, of this process's processor time. Plugins that do not come with
    quizengine find, ask and check in a separate process, which ends with this one. With `consented`, plugins of the
    folder are only loaded if its owner has allowed it. Raises PluginError for an unknown name and, with `strict`, for
    any fault in any plugin.
    """
    folder = Path(folder) if folder is not None else None
    settings, faults = read_folder_settings(folder) if folder else (FolderSettings(), ())
    loaded = load_plugins(BUILT_IN, Loading(folder, settings, without, consented, budget * _FOR_A_PLUGIN))
    registry = replace(loaded.registry, findings=(*faults, *loaded.registry.findings))
    if strict and registry.findings:
        raise PluginError("\n".join(map(str, registry.findings)))
    for name in only:
        if name not in registry.generators:
            raise PluginError(_why_missing(name, loaded))
    switched_on = (one for name, one in sorted(registry.generators.items()) if _is_on(one, only, settings))
    return Engine(
        folder, registry, tuple(switched_on), budget, loaded.host, by_work, settings=settings, states=loaded.states
    )


def _why_missing(name: str, loaded: Loaded) -> str:
    """Say why there is no generator of a name: its plugin waits for consent, or else what could not be loaded."""
    told = list(failures(loaded))
    if waiting := [words for words in told if words.startswith(f"plugin {name} ")]:
        return waiting[0]
    return "; ".join(
        (f"found no generator {name}, expected one of: {', '.join(sorted(loaded.registry.generators))}", *told)
    )


def _is_on(generator: Generator, only: Collection[str], settings: FolderSettings) -> bool:
    if only:
        return generator.name in only
    return generator.name not in settings.off and (generator.by_default or generator.name in settings.on)


_FOR_A_PLUGIN = 1 / 8
"""The share of an article's budget that a single call of a plugin may take."""
