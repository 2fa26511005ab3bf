"""The attempts handed in at a quiz outside of a class, and whether a change of the quiz concerns them."""

from dataclasses import dataclass

from flask import flash, url_for
from markupsafe import Markup

from quizengine.desk.library import Entry
from quizengine.desk.unassigned_results import Asked, AskedQuestion, asked_questions
from quizengine.errors import FormatError
from quizengine.quiz.questions import Question
from quizengine.web.app_context import app_context
from quizengine.web.render.languages import gettext, ngettext


@dataclass(frozen=True)
class UnassignedAttempts:
    """The attempts handed in at a quiz outside of a class."""

    entry: Entry
    asked: Asked
    questions: tuple[AskedQuestion, ...]

    @property
    def handed_in(self) -> int:
        """The number of attempts handed in."""
        return sum(len(version.handed_in) for _, version in self.asked)

    def question(self, content_id: str) -> AskedQuestion | None:
        """The question with this content that was asked, if one was."""
        return next((one for one in self.questions if one.question.content_id == content_id), None)


def unassigned_attempts(entry: Entry) -> UnassignedAttempts:
    """Return the attempts handed in at every version of a quiz that can still be read."""
    here = app_context()
    asked = []
    for version in here.store.unassigned.versions(entry.name):
        try:
            asked.append((here.snapshot(version.quiz).quiz, version))
        except FormatError:  # the plugin of a question type is gone
            continue
    return UnassignedAttempts(entry, tuple(asked), asked_questions(entry, asked))


def tell_of_marking(entry: Entry, changed: Question) -> bool:
    """Say on the next page how many attempts are marked by an earlier version of a question, and how to mark them anew.

    False if there are none. Where several versions are concerned, the way leads by the results.
    """
    number = entry.quiz.questions.index(changed) + 1
    concerned = [one for one in unassigned_attempts(entry).questions if one.result.number == number and one.differing]
    count = sum(one.differing for one in concerned)
    if not count:
        return False
    address = url_for("unassigned_results.show", name=entry.name)
    if len(concerned) == 1:
        content_id = concerned[0].question.content_id
        address = url_for("unassigned_results.ask_as_now", name=entry.name, content_id=content_id)
    words = ngettext(
        "%(num)s attempt was handed in outside of a class and is marked by the question as it was before.",
        "%(num)s attempts were handed in outside of a class and are marked by the question as it was before.",
        count,
    )
    link = Markup('<a href="{}">{}</a>').format(address, gettext("Mark by the question as it is now"))
    flash(Markup("{} {}").format(words, link), "marking")
    return True
