"""The context of every page: the engine, the library, the store, and the quizzes that attempts were started on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property, lru_cache
from hashlib import sha256
from weakref import finalize

from flask import current_app, request

from quizengine.bank.media_files import MediaFolders
from quizengine.desk.drafting import DraftFolder
from quizengine.desk.library import Entry, Library, folder_of
from quizengine.desk.offers import Offers
from quizengine.engine import Engine
from quizengine.errors import FormatError
from quizengine.extensions.records import Format
from quizengine.quiz.attempt import Attempt, grade_attempt
from quizengine.quiz.availability import Availability, Phase, State
from quizengine.quiz.grading import Score
from quizengine.quiz.mending import Marking
from quizengine.quiz.quiz import Quiz, SheetQuestion, sheet
from quizengine.store import Store, StoredAttempt, Terms
from quizengine.text.article import Article
from quizengine.web.due_classes import DueClasses
from quizengine.web.library_reloader import LibraryReloader
from quizengine.web.preview_stores import forget_old_previews, open_previews
from quizengine.web.render.languages import gettext
from quizengine.web.render.media_addresses import MediaAddresses
from quizengine.web.render.school import SchoolsLook
from quizengine.web.render.sheets import Sheets, Snapshot
from quizengine.web.security.teacher_token import TeacherToken
from quizengine.web.security.withholding import Withholding

NAME = "quizengine"
_REMEMBERED = 256
_KEEPS_ALL = "yaml"
"""The format in which attempts keep their quiz, because it loses nothing."""


class AppContext:
    """Created once for an app and shared by all its requests."""

    def __init__(
        self,
        engine: Engine,
        library: Library,
        store: Store,
        teacher_token: TeacherToken,
        shuffle_secret: bytes,
        student_addresses: tuple[str, ...] = (),
        teacher_here: bool = False,
        drafts: DraftFolder | None = None,
    ) -> None:
        self.engine = engine
        self.shelf = LibraryReloader(engine, library, drafts)
        self.drafts = drafts
        self.store = store
        self.teacher_token = teacher_token
        self.student_addresses = student_addresses
        self.teacher_here = teacher_here
        """True if the teacher's pages open on this machine alone."""
        self._shuffle_secret = shuffle_secret
        self.school = SchoolsLook(engine.folder)
        self.media = MediaAddresses(_media_folders(engine), shuffle_secret)
        self.snapshot = lru_cache(_REMEMBERED)(self._snapshot)
        self.due_classes = DueClasses(store, self.score, self._forget_previews)
        self._banks: dict[str, tuple[Quiz, bytes]] = {}
        self.terms = lru_cache(_REMEMBERED * 64)(store.terms)
        self.sheets = Sheets(self.snapshot, shuffle_secret)
        self.withholding = Withholding(
            store.assignments.tests_under_way,
            lambda digest: self.snapshot(digest).quiz,
            lambda: self.library.entries,
            lambda sha256: article.text if (article := self.article(sha256)) else "",
        )

    @property
    def student_name(self) -> str:
        """The name in the form that begins a quiz until a student enters another one."""
        return ""

    @cached_property
    def preview(self) -> "PreviewContext":
        """The context of previews, whose answers are in a store of their own."""
        store, discard = open_previews(self.store, self.drafts)
        finalize(self, discard)
        return PreviewContext(self, store, self._shuffle_secret)

    def _forget_previews(self) -> None:
        """Delete old previews, if any were opened in this process."""
        if "preview" in self.__dict__:
            forget_old_previews(self.preview.store)

    @property
    def library(self) -> Library:
        """The quizzes on offer, as they were when somebody last looked."""
        return self.shelf.library

    def look_again(self) -> None:
        """Notice what is new in the working folder."""
        if self.shelf.look():
            self.withholding.forget()

    def _snapshot(self, digest: str) -> Snapshot:
        """The quiz that attempts were started on, by the store's hash of it.

        Raises FormatError if it can no longer be read, as when the plugin of a question type is gone.
        """
        return Snapshot(self._read(self.store.bank(digest)))

    def locale_of(self, digest: str) -> str:
        """The locale of a quiz that attempts were started on; empty if it can no longer be read."""
        try:
            return self.snapshot(digest).quiz.locale
        except FormatError:
            return ""

    def keyed_sheet(self, quiz: Quiz) -> tuple[SheetQuestion, ...]:
        """The questions of a quiz with their options in the order of the teacher's pages."""
        return sheet(quiz, self.sheets.shuffle("teacher"))

    def score(self, digest: str, code: str) -> Callable[[Attempt], Score]:
        """Return the scorer of attempts at the quiz with this hash, by the marking of a class when it is called."""
        quiz, mends = self.snapshot(digest).quiz, self.store.mending.mends
        return lambda attempt: grade_attempt(quiz, attempt, Marking(mends(code))).score

    def score_of(self, attempt_id: str, terms: Terms) -> Callable[[Attempt], Score]:
        """Return the scorer of an attempt, by its marking when it is called."""
        quiz, marking = self.snapshot(terms.quiz).quiz, self.store.mending.marking
        return lambda attempt: grade_attempt(quiz, attempt, marking(terms.assignment, attempt_id)).score

    def marking(self, stored: StoredAttempt) -> Marking:
        """Return how an attempt is marked now."""
        return self.store.mending.marking(stored.terms.assignment, stored.id)

    def bank_of(self, entry: Entry) -> bytes:
        """The bytes that keep the quiz of an entry; raises FormatError unless they give the very same quiz."""
        quiz, data = self._banks.get(entry.name, (None, b""))
        if quiz is not entry.quiz:  # the library may have been read again since
            data = self.kept(replace(entry.quiz, availability=Availability()), str(entry.source))
            self._banks[entry.name] = (entry.quiz, data)
        return data

    def kept(self, quiz: Quiz, place: str) -> bytes:
        """The bytes that keep a quiz; raises FormatError, with its place, unless they give the very same quiz."""
        write = self._format.write
        if write is None:
            raise FormatError(f"there is no format {_KEEPS_ALL} to keep the quiz in")
        data = write(quiz)
        if self._read(data) != quiz:
            raise FormatError(f"{place}: the quiz changes when it is written and read back, so it is not started")
        return data

    def phase(self, entry: Entry) -> Phase:
        """Return the phase of a quiz on offer for students now: by its file, or by the folder if the file does not say.

        Everything that comes with quizengine is open; drafts that no file keeps never are, nor is a quiz with a wrong
        key.
        """
        if entry.draft:
            return Phase.DRAFT
        school, availability = self.school.now(), entry.quiz.availability
        if availability.state is None and (school.all_open or self.engine.folder is None):
            availability = replace(availability, state=State.OPEN)
        phase = availability.phase(self.store.now(), school.zone)
        return Phase.READY if entry.has_wrong_key and phase is Phase.OPEN else phase

    def window(self, entry: Entry) -> tuple[datetime | None, datetime | None]:
        """Return when the window of a quiz begins and ends, in the time zone of the school."""
        zone = self.school.now().zone
        opens, closes = entry.quiz.availability.window(zone)
        return opens and opens.astimezone(zone), closes and closes.astimezone(zone)

    def offers(self, entry: Entry) -> Offers | None:
        """Return the questions that could be asked besides those of a quiz; None while they are still looked for."""
        if entry.article is None or self.drafts is None:
            return Offers((), ())
        return self.drafts.offers(entry.article, entry.quiz)

    def latest_offers(self, entry: Entry) -> Offers | None:
        """Return what else could be asked in a quiz or in an earlier version of it, as `offers` gives it."""
        if entry.article is None or self.drafts is None:
            return Offers((), ())
        return self.drafts.latest_offers(entry.article, entry.quiz)

    def article(self, digest: str) -> Article | None:
        """The article with this hash, if the library has it at hand."""
        return self.library.articles.get(digest)

    def may_read(self, terms: Terms, quiz: Quiz) -> bool:
        """True if the article may be read while an attempt is answered: if its teacher and the open tests let it.

        For pages that tell of it; what an open test forbids since a second ago is not in it yet.
        """
        return quiz.article_shown in ("page", "beside") and self._may_have(terms, quiz)

    def reads_before(self, terms: Terms, quiz: Quiz) -> bool:
        """True if the article is shown before the first question, and then no more."""
        return quiz.article_shown == "before" and self._may_have(terms, quiz)

    def _may_have(self, terms: Terms, quiz: Quiz) -> bool:
        return terms.article and self.has_article(quiz) and not self.withholding.article_lately(terms)

    def has_article(self, quiz: Quiz) -> bool:
        """Return whether a quiz is on an article that is at hand."""
        return quiz.article is not None and self.article(quiz.article.sha256) is not None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The quizzes on offer, by title; drafts last."""
        return self.library.by_title

    @property
    def _format(self) -> Format:
        return self.engine.registry.formats[_KEEPS_ALL]

    def _read(self, data: bytes) -> Quiz:
        read = self._format.read
        if read is None:
            raise FormatError(f"the format {_KEEPS_ALL} cannot be read")
        reading = read(data, f"quiz {sha256(data).hexdigest()[:8]}", self.engine.registry.question_types)
        if reading.findings:
            raise FormatError("; ".join(map(str, reading.findings)))
        return reading.quiz


def _media_folders(engine: Engine) -> MediaFolders:
    """Return where the images and recordings of all quizzes are: the folder's own first, then those of plugins."""
    plugins = (place if place.is_dir() else place.parent for place in engine.registry.bank_paths)
    own = (folder_of(engine, "question_banks"), *([engine.folder] if engine.folder else ()))
    return MediaFolders(tuple(dict.fromkeys((*own, *plugins))))


class PreviewContext(AppContext):
    """The context of the students' pages while a teacher tries a quiz: everything is open, and nothing is counted.

    Its quizzes are those of the context beside it; its store keeps nothing for longer than a day.
    """

    def __init__(self, beside: AppContext, store: Store, shuffle_secret: bytes) -> None:
        super().__init__(
            beside.engine, beside.library, store, beside.teacher_token, shuffle_secret, drafts=beside.drafts
        )
        self.shelf, self.school, self.media = beside.shelf, beside.school, beside.media
        self._look = beside.look_again

    @property
    def student_name(self) -> str:
        """The name under which a teacher tries a quiz."""
        return gettext("Preview")

    def look_again(self) -> None:
        """Notice what is new for all pages: the context beside this one remembers what followed from the files."""
        self._look()

    def phase(self, entry: Entry) -> Phase:
        """Open: a teacher may try every quiz."""
        return Phase.OPEN


_CONTEXT = "quizengine.context"


def use_preview() -> None:
    """Let this request work on the context of previews."""
    request.environ[_CONTEXT] = app_context().preview


def app_context() -> AppContext:
    """The context of the app that answers this request, or of the preview that it belongs to."""
    try:
        environ = request.environ
    except RuntimeError:  # no request is being answered
        environ = {}
    found = environ.get(_CONTEXT)
    if found is None:  # the first time in this request: to look it up each time costs a fiftieth of a page
        found = environ[_CONTEXT] = current_app.extensions[NAME]
    assert isinstance(found, AppContext)
    return found
