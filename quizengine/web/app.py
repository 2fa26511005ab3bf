"""The app factory."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, Request, Response, request
from werkzeug.routing import MapAdapter

from quizengine.desk.drafting import DraftFolder
from quizengine.desk.library import Library
from quizengine.engine import Engine
from quizengine.errors import PluginError, error_message
from quizengine.quiz.attempt import Mode
from quizengine.store import Ending, Store
from quizengine.web.app_context import NAME, AppContext
from quizengine.web.http import faults, media_files, request_notes, safety, school_files
from quizengine.web.http.form_data import WholeNumber
from quizengine.web.http.preview_paths import with_previews
from quizengine.web.http.url_adapters import UrlAdapters
from quizengine.web.monitoring import health
from quizengine.web.monitoring.settings import Monitoring, use_monitoring
from quizengine.web.render import (
    display_names,
    finding_words,
    formatting,
    result_words,
    times,
    usability_words,
    wording,
)
from quizengine.web.render.evidence import rationale_beside
from quizengine.web.render.languages import Languages, use_languages
from quizengine.web.render.page_frames import use_page_frames
from quizengine.web.render.pages import PlainMessages, bdi, lang_attributes, use_pages
from quizengine.web.security import codes
from quizengine.web.security.secret_key import derive_key
from quizengine.web.security.teacher_token import GivenToken, TeacherToken
from quizengine.web.server.log_records import ShownRecords
from quizengine.web.student import afterwards, beginning, joining, reading, reporting, spaced_practice, taking
from quizengine.web.teacher import (
    access,
    approving,
    class_files,
    class_list,
    class_marks,
    class_window,
    classes,
    copying,
    creating,
    downloads,
    importing,
    media_library,
    overview,
    paper_grid,
    points_by_hand,
    previewing,
    projector,
    publishing,
    question_editing,
    remarking,
    reopening,
    reviewing,
    second_quizzes,
    unassigned_results,
    unmarked_answers,
)

_FILTERS = (
    *(
        formatting.points,
        formatting.out_of,
        display_names.type_named,
        display_names.generator_named,
        formatting.listed,
        formatting.quoted,
        formatting.answered_of,
        display_names.format_named,
        finding_words.without_generator_names,
    ),
    *(
        times.clock_time,
        times.day_and_time,
        times.calendar_day,
        times.duration,
        times.span,
        times.brief,
        times.seconds_left,
        result_words.decimal,
        result_words.per_cent,
    ),
    *(codes.spaced, rationale_beside, lang_attributes, bdi, usability_words.how_usable, usability_words.weak_points),
    *(wording.worded, wording.passage, wording.stem_words, wording.flowed, wording.in_words),
    *(wording.kept, wording.letter, wording.formula_name),
)
_FILES = (
    ("style", "quizengine.css"),
    ("mark", "mark.svg"),
    ("script", "taking.js"),
    ("projector_script", "projector.js"),
    ("review_script", "review.js"),
    ("editing_script", "editing.js"),
    ("new_quiz_script", "new_quiz.js"),
    ("progress_script", "progress.js"),
    ("live_script", "live.js"),
    ("copying_script", "copying.js"),
)
_PAGES = (
    beginning,
    joining,
    taking,
    reading,
    afterwards,
    spaced_practice,
    reporting,
    overview,
    approving,
    creating,
    media_library,
    downloads,
    importing,
    reviewing,
    second_quizzes,
    copying,
    question_editing,
    publishing,
    classes,
    class_window,
    class_marks,
    class_files,
    class_list,
    paper_grid,
    remarking,
    unassigned_results,
    points_by_hand,
    unmarked_answers,
    projector,
    reopening,
    access,
    school_files,
    media_files,
    health,
)


class _App(Flask):
    """Flask without its check before each call whether a function is a coroutine; none of ours is."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._url_adapters = UrlAdapters(self.url_map)

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """The routes as a request sees them."""
        return super().create_url_adapter(None) if request is None else self._url_adapters.adapter(request)

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is."""
        return func

    def full_dispatch_request(self) -> Response:
        """Answer a request; if a plugin raises something that is not an Exception, thread and process survive."""
        try:
            return super().full_dispatch_request()
        except Exception:
            raise
        except BaseException as fault:
            raise PluginError(error_message(fault)) from fault

    def log_exception(self, exc_info: Any) -> None:
        """Log an unexpected fault with the id of the request, which its page shows."""
        message = f"Exception on {request.path} [{request.method}], request {request_notes.request_id()}"
        self.logger.error("%s", message, exc_info=exc_info, extra=request_notes.fault_event())


def create_app(
    engine: Engine,
    library: Library,
    store: Store,
    *,
    secret_key: bytes,
    teacher_token: str | TeacherToken,
    hosts: Sequence[str] = (),
    languages: Languages | None = None,
    student_addresses: Sequence[str] = (),
    teacher_here: bool = False,
    drafts: DraftFolder | None = None,
    lan_command: str = "",
    monitoring: Monitoring = Monitoring(),  # noqa: B008 # it never changes
) -> Flask:
    """Create the web app for a library and a store.

    `secret_key` signs the cookie that ties attempts to a browser, and determines each attempt's order of options; it
    must stay the same after a restart, or students lose their attempts. Anybody with the `teacher_token` sees every
    key. `hosts` are the host names to answer to (if empty, any). Without `languages`, each browser gets one of ours
    that it asks for. `student_addresses` are shown to the teacher for the students; with `teacher_here` the teacher's
    pages only open on this computer. `drafts` holds the drafts made in the meantime; without it there are only those of
    the library. `lan_command` starts the server for the local network, `monitoring` watches it. Raises TokenError.
    """
    if len(secret_key) < 16:
        raise ValueError("expected a secret key of 16 characters or more")
    app = _App(__name__)
    token = GivenToken(teacher_token) if isinstance(teacher_token, str) else teacher_token
    shuffle_secret = derive_key(secret_key, "order of options")
    context = AppContext(engine, library, store, token, shuffle_secret, tuple(student_addresses), teacher_here, drafts)
    app.extensions[NAME] = context
    context.due_classes.forget()
    app.logger.addFilter(ShownRecords())
    use_monitoring(app, monitoring, store, engine.folder)
    app.url_map.converters["int"] = WholeNumber
    app.url_map.merge_slashes = False  # an address with too many is not a page; to send on would repeat the query
    _prepare_templates(app, context, lan_command)
    spoken = languages or Languages()
    use_pages(app, spoken)
    use_page_frames(app, context.school)
    times.use_zone(app, lambda: context.school.now().zone)
    safety.protect(app, secret_key, tuple(hosts))
    app.wsgi_app = with_previews(app.wsgi_app)  # type: ignore[assignment, method-assign] # as Flask says
    for step in (context.due_classes.close, previewing.guard):
        app.before_request(step)
    use_languages(app, spoken)
    faults.register_error_pages(app)
    for audience in _PAGES:
        app.register_blueprint(audience.pages)
    return app


def _prepare_templates(app: Flask, context: AppContext, lan_command: str) -> None:
    """Give the templates what they all use: names, filters, and the version of each file that browsers keep."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "extensions": ["jinja2.ext.i18n", PlainMessages]}
    for each in _FILTERS:
        app.add_template_filter(each, each.__name__)
    for name, file in _FILES:
        content = (Path(str(app.static_folder)) / file).read_bytes()
        app.jinja_env.globals[name] = sha256(content).hexdigest()[:8]
    app.jinja_env.globals.update(
        modes=Mode,
        endings=Ending,
        school=context.school.now,
        media_source=context.media.source,
        generators=frozenset(context.engine.registry.generators),
        lan_command=lan_command,
    )
