"""The six hooks. Each takes no arguments, yields records and does nothing else; the work is in the records.

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
from quizengine.text.documents import ArticleReader

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
    '''Offer generators of questions from articles.

    Called once, at start. Each Generator is listed by its name and run on every article, unless it is switched off.
    `find(article)` yields facts, and `ask(fact, others, rng)` yields every good way to ask about one of them; the
    engine chooses. Both are pure: the same arguments give the same results.

        """Asks for every length."""
        from quizengine import Evidence, Fact, Generator, NumericQuestion, article_says, hookimpl
        from quizengine.language import quantities_in, sentence_of

        def find(article):
            for quantity in quantities_in(article):
                if quantity.kind == "length" and not quantity.approximate and quantity.low == quantity.high:
                    yield Fact("length", {"number": quantity.number, "value": quantity.low})

        def ask(fact, others, rng):
            number, sentence = fact.roles["number"], sentence_of(fact.roles["number"])
            at = number.start - sentence.start
            yield NumericQuestion(
                stem=f"Which number is missing? {sentence.text[:at]}_____{sentence.text[at + len(number.text):]}",
                answer=fact.roles["value"], evidence=Evidence.of(sentence), rationale=article_says(sentence.text),
            )

        @hookimpl
        def quizengine_generators():
            yield Generator("lengths", find, ask, summary="Asks for lengths.")
    '''
    return ()


@hookspec
def quizengine_article_readers() -> Iterable[ArticleReader]:
    r'''Offer readers of articles: formats of files that generators can then ask about.

    Called once, at start. A file whose name ends in one of the `suffixes` is then an article, on the command line, in
    `seeds/` and where a teacher hands it in; nothing that students send is ever read by it. `read(data, name)` gives a
    Document; `document_of` makes one from paragraphs and headings. The endings of formats that come with quizengine are
    taken, and so is one that another plugin has.

        """Reads subtitles: the words of each cue, without its number and times."""
        from quizengine import ArticleError, ArticleReader, Block, document_of, hookimpl

        def read(data, name):
            text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
            cues = [cue.split("\n", 2) for cue in text.split("\n\n")]
            words = [" ".join(cue[2].split()) for cue in cues if len(cue) == 3 and "-->" in cue[1]]
            if not words:
                raise ArticleError("found no cue, expected a number, a line with times, and words")
            return document_of("subtitles", [Block(None, " ".join(words))])

        @hookimpl
        def quizengine_article_readers():
            sample = b"1\n00:00:01,000 --> 00:00:03,000\nThe lake froze in 1963.\n"
            yield ArticleReader("subtitles", (".srt",), read, "Subtitles of films.", sample)
    '''
    return ()


@hookspec
def quizengine_question_types() -> Iterable[type[Question]]:
    '''Offer question types: subclasses of Question, each a frozen dataclass.

    Called once, at start. From then on bank files may contain questions of this `type:`, and all pages and exports show
    them. A type draws nothing: `parts` says what a student sees, and `key` what each part accepts. `check` raises
    QuestionError for a question that cannot be asked.

        """A question type: type the word whose letters are shown in another order."""
        from dataclasses import dataclass
        from typing import ClassVar

        from quizengine import Gap, Question, QuestionError, Text, TextKey, hookimpl

        @dataclass(frozen=True, kw_only=True)
        class AnagramQuestion(Question):
            """The stem, the letters of `answer` in another order, and a gap."""

            type: ClassVar[str] = "anagram"
            answer: str

            def check(self):
                if len(set(self.answer)) < 3:
                    raise QuestionError(f"found the word {self.answer!r}, expected three different letters at least")

            def parts(self, rng):
                letters = rng.sample(sorted(self.answer.upper()), len(self.answer))
                return Text(self.stem), Text(f"{' '.join(letters)}: "), Gap("answer")

            def key(self):
                return {"answer": TextKey((self.answer,))}

        @hookimpl
        def quizengine_question_types():
            yield AnagramQuestion
    '''
    return ()


@hookspec
def quizengine_formats() -> Iterable[Format]:
    r'''Offer file formats to export to or to read from.

    Called once, at start. `quizengine export --format NAME` and the teacher's page list them. `losses` names everything
    that a file in this format leaves out.

        """Writes the stems of a quiz as a plain list."""
        from quizengine import Format, Loss, hookimpl

        def write(quiz):
            return "".join(f"- {question.stem}\n" for question in quiz.questions).encode()

        def losses(quiz):
            yield Loss("the keys", "only the stems are written")

        @hookimpl
        def quizengine_formats():
            yield Format("stems", ".stems", write, losses=losses, summary="The stems.", for_students=True)
    '''
    return ()


@hookspec
def quizengine_question_banks() -> Iterable[Path]:
    '''Offer question banks: paths of bank files, or of folders with bank files.

    Called once, at start. Each bank becomes a quiz that students can take.

        """Offers the banks in the folder `banks` beside this file."""
        from pathlib import Path

        from quizengine import hookimpl

        @hookimpl
        def quizengine_question_banks():
            yield Path(__file__).parent / "banks"
    '''
    return ()


@hookspec
def quizengine_checks() -> Iterable[Check]:
    '''Offer item-writing rules for checking questions.

    Called once, at start. A question that breaks a rule of level error is kept out of generated quizzes. `look` yields
    what is wrong, in words for the author; `hit` and `miss` are examples that break and keep the rule.

        """Finds stems that shout."""
        from quizengine import Check, hookimpl

        def look(question, article):
            if question.stem.isupper():
                yield "the stem is in capitals; write it in small letters"

        @hookimpl
        def quizengine_checks():
            yield Check(
                "no-shouting", look, why="Capitals are hard to read.", level="warning",
                hit="WHO CAME? = Ann ~ Bob", miss="Who came? = Ann ~ Bob",
            )
    '''
    return ()
