"""Names what Moodle's questions have and ours have no place for: feedback, hints, fixed orders and other elements."""

from quizengine.formats.content.read_questions import Note, without_feedback
from quizengine.formats.encodings.xml_tree import Node
from quizengine.formats.moodle.xml_fields import field, fields, no_text, words_in_field

_READ = frozenset(
    {"name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber", "answer", "single"}
    | {"usecase", "units", "unitgradingtype", "unitpenalty", "showunits", "unitsleft", "subquestion", "tags", "file"}
    | {"gradingtype", "shuffleanswers", "correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "hint"}
    | {"graderinfo", "responseformat", "attachments", "attachmentsrequired"}
)
_LOOKS = frozenset(
    {"answernumbering", "showstandardinstruction", "layouttype", "selecttype", "selectcount", "showgrading"}
    | {"numberingstyle", "shownumcorrect", "instructions", "shuffleanswers"}
    | {"responserequired", "responsefieldlines", "maxbytes", "filetypeslist"}
)
"""Settings of how Moodle shows a question, which say nothing about it."""
_SHOWN = ("questiontext", "generalfeedback", "graderinfo", "answer")
_BY_RESULT = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_KEEPS_FEEDBACK = "multichoice"


def tell_unread_fields(question: Node, kind: str, note: Note) -> None:
    """Name every part of a question that is not read."""
    if kind != _KEEPS_FEEDBACK:
        answers = (field(each, "feedback") for each in fields(question, "answer"))
        if message := without_feedback(*map(words_in_field, answers)):
            note(message)
    for names, what in ((_BY_RESULT, "the feedback that depends on the result"), (("hint",), "the hints")):
        texts = [words_in_field(node) for name in names for node in fields(question, name)]
        if kept := [text for text in texts if text]:
            note(f"read without {what}: “{' '.join(kept[0].split())[:40]}”")
    unknown = [node.name for node in question.children if node.name not in _READ | _LOOKS and node.text.strip()]
    if unknown:
        note(f"read without {', '.join(f'<{name}>' for name in dict.fromkeys(unknown))}, which is not known")


def tell_what_is_no_text(question: Node, note: Note) -> None:
    """Name images and other things that are no words, of a question that is read in plain words."""
    shown = (one for name in _SHOWN for one in fields(question, name))
    lost = list(dict.fromkeys(each for one in shown for each in no_text(one)))
    if lost or question.first("file"):
        note(f"read without what is no text: {', '.join(lost) or 'files'}")
