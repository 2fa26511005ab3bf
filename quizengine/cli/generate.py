"""The command `generate`, which makes banks of articles."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizengine.cli.archive import ArchiveOptions, archive_among, archive_options, make_archive
from quizengine.cli.articles import ARTICLES, BUDGET, ONLY, raise_all, readable
from quizengine.cli.commands import Settings, print_findings, print_text
from quizengine.cli.numbers import Decimal, Whole
from quizengine.cli.places import AttemptsPlace
from quizengine.cli.written_banks import write_bank
from quizengine.errors import QuizEngineError
from quizengine.plurals import with_number

if TYPE_CHECKING:
    from quizengine.archive.making import Wishes
    from quizengine.engine import Draft, Engine
    from quizengine.extensions.records import Refusal
    from quizengine.generation.difficulty import Band
    from quizengine.store import Place

_MOST_DIGITS = 9


def _limits(ctx: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, int]:
    """The limits by generator, from GENERATOR=N each; raises BadParameter for anything else."""
    limits = {}
    for one in given:
        name, _, number = one.partition("=")
        if not name or not number.isdecimal() or len(number) > _MOST_DIGITS:
            raise click.BadParameter(f"found {one}, expected a generator and a number, such as numeric_recall=3")
        limits[name] = int(number)
    return limits


def _locale(ctx: click.Context, parameter: click.Parameter, given: str) -> str:
    """The locale, if anybody knows it; raises BadParameter with the nearest one if not."""
    from quizengine.language.numbers.locales import is_locale_name, nearest_locale

    if not is_locale_name(given):
        near = nearest_locale(given)
        meant = f"did you mean {near}?" if near else "expected one as browsers name it, such as de, fr or pt-BR"
        raise click.BadParameter(f"found {given}, which nobody knows; {meant}")
    return given


def _limit_of_usability(ctx: click.Context, parameter: click.Parameter, given: float | None) -> float:
    """The limit for a quiz, looked up only when needed."""
    from quizengine.generation.blueprint import LEAST

    return LEAST if given is None else given


@click.command(short_help="Make a quiz from an article and write it as a YAML bank.")
@ARTICLES
@click.option("-o", "--output", default="-", metavar="FILE|DIR", help="Where to write; - is standard output.")
@click.option(
    "--count",
    type=Whole("a whole number, 1 or more", 1),
    help="Maximum number of questions (default: all that pass).",
)
@click.option(
    "--most", multiple=True, callback=_limits, metavar="GENERATOR=N", help="At most N questions of a generator."
)
@click.option(
    "--difficulty",
    multiple=True,
    type=click.Choice(["easy", "medium", "hard"]),
    help="Ask only questions of this estimated difficulty; may be given several times.",
)
@click.option("--one-a-sentence", is_flag=True, help="Ask no two questions about the same words of the article.")
@click.option(
    "--measured",
    type=AttemptsPlace(folders=True),
    help="Use the measured difficulty of questions that enough students answered.",
)
@click.option(
    "--least",
    type=Decimal("a number from 0 to 1", 0, 1),
    callback=_limit_of_usability,
    metavar="P",
    help="Ask only what strict readers would accept as it stands with at least this probability, from 0 to 1 "
    "(if not given: 0.7); the rest is offered to the teacher.",
)
@ONLY
@click.option(
    "--seed",
    type=Whole("a whole number"),
    default=0,
    show_default=True,
    help="Random seed; another seed gives another selection and order.",
)
@click.option(
    "--locale",
    default="en",
    show_default=True,
    metavar="NAME",
    callback=_locale,
    help="The locale in which students write numbers: de, fr, pt-BR.",
)
@BUDGET
@click.option("--explain", is_flag=True, help="List on standard error what was found but not asked, and why.")
@archive_options
@click.pass_obj
def generate(
    settings: Settings,
    articles: tuple[str, ...],
    output: str,
    count: int | None,
    most: dict[str, int],
    difficulty: "tuple[Band, ...]",
    one_a_sentence: bool,
    measured: "Place | None",
    least: float,
    only: tuple[str, ...],
    seed: int,
    locale: str,
    budget: float | None,
    explain: bool,
    archive: ArchiveOptions,
) -> None:
    """Make a quiz from each ARTICLE (text, Markdown, HTML, Word, PDF, EPUB; - for standard input) as a YAML bank.

    Only questions whose answer the article proves are asked, so a quiz may be short. Several articles need a folder to
    write to. The same article, seed and version give the same bytes, unless the time ran out.

    ARTICLE may also be one archive: a folder of articles, a JSON Lines dump (.jsonl) or a WARC file. Its banks are made
    on all cores; after an interruption, the same command continues.
    """
    from quizengine.archive.making import Wishes
    from quizengine.generation.blueprint import BANDS, Blueprint

    whole = archive_among(articles, output, explain, archive)
    place = None if whole else _places(articles, output)
    engine = settings.start(only, budget)
    _check_names(engine, most)
    blueprint = Blueprint(count, most, frozenset(difficulty or BANDS), one_a_sentence, least)
    wishes = Wishes(blueprint, seed, locale, _measured(engine, measured), archive.form == "parquet")
    if place is None:
        assert whole is not None
        make_archive(settings, engine.article_suffixes, whole, Path(output), wishes, only, budget, archive)
    else:
        _make_each(engine, articles, place, wishes, explain)


def _make_each(
    engine: "Engine", articles: tuple[str, ...], place: Callable[[str], str | Path], wishes: "Wishes", explain: bool
) -> None:
    """Make the banks of single articles; raises ArticleError for those without one when all are done."""
    from quizengine.archive.making import bank_of, drafted

    faults: list[str] = []
    for name, article in readable(engine, articles, faults):
        draft = drafted(engine, article, wishes)
        print_findings(draft.findings)
        if explain:
            _explain(draft)
        if not draft.quiz.questions:
            faults.append(f"{name}: {_why_nothing(draft)}")
            continue
        if draft.selection.shortfall:
            print_text(f"{name}: {draft.selection.shortfall}", err=True)
        try:
            data = bank_of(engine, draft, wishes)
        except QuizEngineError as fault:  # one article that no bank can hold does not end the others
            faults.append(f"{name}: {fault}")
            continue
        write_bank(place(name), data)
        if str(place(name)) != "-":
            print_text(f"{place(name)}: {with_number(len(draft.quiz.questions), 'question')}", err=True)
    raise_all(faults)


def _check_names(engine: "Engine", names: Iterable[str]) -> None:
    """Raise UsageError for a name that no generator has."""
    for name in names:
        if name not in engine.registry.generators:
            known = ", ".join(sorted(engine.registry.generators))
            raise click.UsageError(f"found no generator {name}, expected one of: {known}")


def _measured(engine: "Engine", place: "Place | None") -> "Mapping[str, float]":
    """The difficulty of questions by id, from the attempts at a place; none if none is given."""
    if place is None:
        return {}
    from quizengine.cli.results import attempts_place
    from quizengine.desk.attempt_statistics import measured_difficulties

    return measured_difficulties(engine, attempts_place(place))


def _places(articles: tuple[str, ...], output: str) -> Callable[[str], str | Path]:
    """Return where the bank of each article goes; raises UsageError if several would go to one place."""
    if output == "-" or not (output.endswith(("/", "\\")) or os.path.isdir(output)):
        if len(articles) > 1:
            raise click.UsageError("Several articles need a folder to write to: -o FOLDER/")
        return lambda name: output
    places = {name: Path(output) / f"{'quiz' if name == '-' else Path(name).stem}.yaml" for name in articles}
    for name, place in places.items():
        if twins := [other for other, there in places.items() if there == place and other != name]:
            raise click.UsageError(f"{name} and {twins[0]} would both be written to {place}; write them one by one")
    return places.__getitem__


def _why_nothing(draft: "Draft") -> str:
    """Say why nothing is asked, and what to do."""
    if draft.left_out:
        return "the time was up before anything could be asked; allow more with --budget SECONDS"
    found = len(draft.selection.verdicts)
    if found and all(verdict.unlikely for verdict in draft.selection.verdicts):
        return (
            f"found {found} that could be asked, but none that is likely enough to be usable as it stands; --explain "
            "tells how likely each is, and --least 0.5 asks what is usable more often than not"
        )
    if found:
        return f"found {found} that could be asked, but none that fits the options; --explain gives the reasons"
    if draft.failed:
        return f"no question was made, as {' and '.join(draft.failed)} failed; the error above says where"
    return "found nothing certain enough to ask; --explain lists what was refused and why"


def _explain(draft: "Draft") -> None:
    """Say of each candidate whether it is asked, and of what was refused before, why."""
    print_text(f"{draft.quiz.title}: asked {len(draft.quiz.questions)}, refused {len(draft.refusals)}", err=True)
    for verdict in sorted(draft.selection.verdicts, key=lambda verdict: not verdict.taken):
        how = "asked   " if verdict.taken else "left out"
        print_text(f"  {how} {_one_line(verdict.question.stem)}: {verdict.reason}", err=True)
    for refusal in sorted(draft.refusals, key=lambda refusal: (refusal.span.start, refusal.rule)):
        print_text(_refusal_line(refusal), err=True)


def _refusal_line(refusal: "Refusal") -> str:
    places = " and ".join(f"“{_one_line(span.text)}” at {span.start}" for span in refusal.others)
    beside = f" (with {places})" if places else ""
    return (
        f"  refused {refusal.rule} at {refusal.span.start}: “{_one_line(refusal.span.text)}”: {refusal.reason}{beside}"
    )


def _one_line(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 90 else f"{shown[:89]}…"
