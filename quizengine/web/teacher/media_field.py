"""The field for an image or a recording in the form of a question: what comes with it goes into the question's text."""

from dataclasses import dataclass

from flask import request
from werkzeug.datastructures import MultiDict

from quizengine.desk import media_intake
from quizengine.errors import QuizEngineError
from quizengine.quiz.markup import PLAIN, escape_markdown
from quizengine.quiz.markup.media import KINDS, Medium, suffix_of
from quizengine.quiz.questions import Question
from quizengine.web.app_context import app_context
from quizengine.web.http.form_data import MOST_FIELDS, keep_form, whole_number
from quizengine.web.http.uploads import TOO_LARGE, upload_form
from quizengine.web.render.form_faults import FormFault
from quizengine.web.render.languages import gettext
from quizengine.web.render.question_form import PREFIX

_STEM = f"{PREFIX}stem"
_MARKUP = f"{PREFIX}markup"


@dataclass(frozen=True)
class MediaField:
    """The field as the page shows it after a form was sent."""

    alt: str = ""
    """The alternative text that was typed for a file that is still to be added."""
    fault: FormFault | None = None
    to: str = ""
    """The part that the fault is about: file or alt."""
    is_added: bool = False
    """True if what was sent is in the text now."""

    @property
    def most(self) -> int:
        """The largest image, in megabytes."""
        return media_intake.LARGEST_IMAGE // 1_000_000


def take_media_in(cls: type[Question]) -> MediaField:
    """Store the file that came with the form of a question, if one did, and put it into the texts of that form.

    From then on `sent_form` gives the form with the image in it.
    """
    if TOO_LARGE in request.environ:
        words = gettext(
            "The file is larger than %(most)s MB, so nothing of the form arrived. Go back in the browser, where what "
            "you typed still is, and choose a smaller file.",
            most=MediaField().most,
        )
        return MediaField(fault=FormFault(words), to="file")
    form = upload_form(MOST_FIELDS)
    sent = MultiDict(form.fields)
    keep_form(sent)
    alt = " ".join(sent.get("alt", "").split())
    if not form.file_name:
        missing = sent.get("then") == "media"
        return MediaField(alt, FormFault(gettext("Choose a file")) if missing else None, "file" if missing else "")
    if not alt:
        return MediaField(fault=FormFault(gettext("Say in words what it shows or lets hear")), to="alt")
    try:
        file = media_intake.take_media(app_context().engine, form.file_name, form.file)
    except QuizEngineError as fault:
        return MediaField(alt, FormFault(str(fault), is_english=True), "file")
    app_context().look_again()
    keep_form(_with_medium(sent, cls, media_intake.reference(Medium(file, alt, KINDS[suffix_of(file)]))))
    return MediaField(is_added=True)


def _with_medium(sent: MultiDict[str, str], cls: type[Question], words: str) -> MultiDict[str, str]:
    """Return the form with the words for an image where the cursor was; without a script, below the question."""
    made = MultiDict(sent)
    if made.get(_MARKUP, PLAIN) == PLAIN:
        for name in [one for one in made if _is_marked_up(one, cls)]:
            made.setlist(name, [escape_markdown(_lines(text)) for text in made.getlist(name)])
        made[_MARKUP] = "markdown"
    into = made.get("media.into", "")
    into = into if _is_marked_up(into, cls) else _STEM
    texts = made.getlist(into) or [""]
    row = min(whole_number(made.get("media.row", "")) or 0, len(texts) - 1)
    before = _lines(sent.getlist(into)[row]) if into in sent else ""
    at = whole_number(made.get("media.at", "")) if into == made.get("media.into") else None
    text = texts[row]
    at = len(text) if at is None or before != text else min(at, len(text))  # signs may have been escaped before it
    texts[row] = _inserted(text, at, words, on_its_own=into == _STEM)
    made.setlist(into, texts)
    return made


def _inserted(text: str, at: int, words: str, *, on_its_own: bool) -> str:
    """A text with words put into it; at the end of a question they are a paragraph of their own."""
    before, after = text[:at], text[at:]
    if on_its_own and before.strip() and not after.strip():
        return f"{before.rstrip()}\n\n{words}"
    gap = " " if before and not before[-1].isspace() else ""
    return f"{before}{gap}{words}{' ' if after and not after[0].isspace() else ''}{after}"


def _is_marked_up(name: str, cls: type[Question]) -> bool:
    field = name.removeprefix(PREFIX).partition(".")[0]
    return name.startswith(PREFIX) and field in cls.marked_up


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
