"""Who reports something in a sentence: the verb, the name that its subject is, and what makes it doubtful."""

import pytest

from quizengine import Article
from quizengine.language import trees
from quizengine.language.discourse.frames import Frame, Report


def frame_of(text: str) -> Frame:
    tree = trees(Article(f"Ruth Abel met Tomas Lindqvist.\n\n{text}"))[-1]
    return Frame(tree, tuple(range(len(tree.tokens))))


def reports(text: str) -> list[tuple[Frame, Report]]:
    frame = frame_of(text)
    return [(frame, report) for report in frame.reports()]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Abel said that the pumps had failed.", "Abel"),
        ("The mayor, Ruth Abel, said that the pumps had failed.", "Ruth Abel"),
        ("Said engineer Tomas Lindqvist in the night.", "Tomas Lindqvist"),
        ("She said that the pumps had failed.", "She"),
    ],
)
def test_the_subject_of_a_verb_of_saying_is_the_speaker(text: str, speaker: str) -> None:
    found = [frame.speaker(report.subject) for frame, report in reports(text) if report.lemma == "say"]
    assert [span.text for span in found if span] == [speaker]


def test_two_who_speak_at_once_are_no_speaker() -> None:
    found = reports("Ruth Abel and Tomas Lindqvist said that the pumps had failed.")
    assert [frame.speaker(report.subject) for frame, report in found if report.lemma == "say"] == [None]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Abel said it.", False),
        ("Abel did not say it.", True),
        ("Abel would say it.", True),
        ("If Abel says it, we go.", True),
    ],
)
def test_what_is_denied_supposed_or_meant_for_later_is_doubtful(text: str, doubtful: bool) -> None:
    assert [report.is_doubtful for _, report in reports(text) if report.lemma == "say"] == [doubtful]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ada Moss", "Ada Moss"),
        ("Old Mayor Ada Moss", "Ada Moss"),
        ("Orra Bank", "Orra Bank"),
        ("the mayor Ada Moss", None),  # more than a title before it
        ("Ada Moss of", None),  # more behind it
        ("Lisbon", None),  # a place says nothing
        ("left", None),
    ],
)
def test_a_stretch_of_the_text_is_a_speaker_where_a_name_fills_it(words: str, name: str | None) -> None:
    article = Article("Old Mayor Ada Moss of Lisbon met the Orra Bank in Peru. Then the mayor Ada Moss left.")
    at = article.text.index(words)
    found = Frame.name_between(article, at, at + len(words))
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Best-selling author Ruth Abel said that the pumps had failed.", True),
        ("Once she had arrived, Ruth Abel said that the pumps had failed.", False),
    ],
)
def test_only_what_describes_a_name_leads_to_its_verb(text: str, leads: bool) -> None:
    [(frame, report)] = [(frame, report) for frame, report in reports(text) if report.lemma == "say"]
    assert frame.leads_to(report.at) is leads
