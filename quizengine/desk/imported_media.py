"""Images and recordings that came inside a file of another program, stored where its questions find them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from quizengine.bank.media_files import MediaError
from quizengine.desk.media_intake import store_media
from quizengine.extensions.records import Finding, Reading
from quizengine.quiz.markup import PLAIN, with_texts
from quizengine.quiz.questions import Question

_REFERENCE = re.compile(r"!\[(?P<alt>(?:\\.|[^\]\\])*)\]\((?P<file>media/[^\s)]+)(?P<title>[^)]*)\)")


def with_media_stored(reading: Reading, folder: Path | None, name: str) -> Reading:
    """Return what was read with its files stored in the folder `media` inside another, and named as they are there.

    A file that cannot be stored is a finding, and its alternative text takes its place. Without a folder, so are all.
    `name` is the file that was read, for messages.
    """
    places: dict[str, str] = {}
    findings = list(reading.findings)
    for file, data in reading.media.items():
        try:
            if folder is None:
                raise MediaError("no place to store it; write to a file with -o")
            places[file] = store_media(folder, file, data)
        except MediaError as fault:
            message = f"read without {file.rpartition('/')[2]}, whose words take its place: {fault}"
            findings.append(Finding(message, name, level="warning"))
    if not reading.media:
        return reading
    questions = tuple(_with_places(question, places) for question in reading.quiz.questions)
    lines = {
        new.id: reading.lines[old.id]
        for old, new in zip(reading.quiz.questions, questions, strict=True)
        if old.id in reading.lines
    }
    return Reading(replace(reading.quiz, questions=questions), tuple(findings), lines)


def _with_places(question: Question, places: Mapping[str, str]) -> Question:
    if question.markup == PLAIN or not question.media:
        return question

    def turned(text: str) -> str:
        return _REFERENCE.sub(
            lambda found: (
                f"![{found['alt']}]({places[found['file']]}{found['title']})"
                if found["file"] in places
                else found["alt"]
            ),
            text,
        )

    own_id = question.id if question.id != question.content_id else ""
    names = (*question.marked_up, "text") if hasattr(question, "text") else question.marked_up
    return with_texts(question, names, turned, markup=question.markup, id=own_id)
