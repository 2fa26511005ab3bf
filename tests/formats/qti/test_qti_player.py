"""Items of QTI 3.0 in a certified player, in a real browser: the marks that it gives are those of quizengine."""

import io
from zipfile import ZipFile

import pytest
from node_tools import node_module
from playwright.sync_api import Page
from sample_responses import QUIZ, comparable

from quizengine.formats.content.interactions import (
    GapText,
    MultipleChoice,
    NumberEntry,
    OpenAnswer,
    PairMatching,
    Sequencing,
    SingleChoice,
    TextEntry,
    TrueFalse,
    exported,
)
from quizengine.formats.encodings.html_text import html_of
from quizengine.formats.qti import QTI_3
from quizengine.formats.qti.assessment_items import identifier
from quizengine.formats.qti.item_body import named
from quizengine.quiz.parts import Option, Response

ASK = r"""
async ([xml, responses]) => {
  const waiting = (name, act) => new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(`no ${name}`)), 8000);
    window.heard[name] = (data) => { clearTimeout(late); done(data); };
    act();
  });
  const settings = (state) => ({ guid: 'g', sessionControl: { max_attempts: 0, show_feedback: false,
    validate_responses: false }, status: 'interacting', ...(state ? { state } : {}) });
  await waiting('ready', () => player.loadItemFromXml(xml, settings()));
  const { state } = await waiting('suspend', () => player.suspendAttempt('x'));
  const scores = [];
  for (const response of responses) {
    const given = { ...JSON.parse(JSON.stringify(state)), contextVariables: [], outcomeVariables: [],
      templateVariables: [] };
    for (const one of given.responseVariables) if (one.identifier in response) one.value = response[one.identifier];
    await waiting('ready', () => player.loadItemFromXml(xml + '\n'.repeat(scores.length + 1), settings(given)));
    const ended = await waiting('end', () => player.endAttempt('x'));
    scores.push(ended.state.outcomeVariables.find((one) => one.identifier === 'SCORE').value);
  }
  return scores;
}
"""
START = """
() => new Promise((ready) => {
  window.heard = {};
  const hear = (name) => (data) => window.heard[name] && window.heard[name](data);
  const Player = window.qti3Player.default || window.qti3Player.Qti3Player || window.qti3Player;
  new Vue({ el: '#app', render: (draw) => draw(Player, { on: {
    notifyQti3PlayerReady: (player) => { window.player = player; ready(); }, notifyQti3ItemReady: hear('ready'),
    notifyQti3EndAttemptCompleted: hear('end'), notifyQti3SuspendAttemptCompleted: hear('suspend') } }) });
})
"""


@pytest.fixture
def player(offline_page: Page) -> Page:
    """A page with the player in it."""
    scripts = [node_module("vue", "dist/vue.js"), node_module("qti3-item-player", "dist/qti3Player.umd.min.js")]
    offline_page.set_content("<!doctype html><html><body><div id=app></div></body></html>")
    for script in scripts:
        offline_page.add_script_tag(path=script)
    offline_page.evaluate(START)
    return offline_page


def items() -> dict[str, str]:
    """The items of the package for the quiz, by their identifiers."""
    with ZipFile(io.BytesIO(QTI_3.written(QUIZ)[0])) as package:
        names = [name for name in package.namelist() if name.startswith("items/")]
        return {name[6:-4]: package.read(name).decode() for name in names}


def as_the_player_has_it(number: int, response: Response) -> dict[str, object]:
    """A response by the names and kinds of value in the item."""
    one = exported(QUIZ)[number]
    match one.interaction:
        case TrueFalse() | TextEntry() | OpenAnswer():
            return {"RESPONSE": "".join(response["answer"]) or None}
        case NumberEntry():
            return {"RESPONSE": float(response["answer"][0]) if response["answer"] else None}
        case GapText():
            return {f"RESPONSE_{name[4:]}": "".join(given) or None for name, given in response.items()}
        case PairMatching(pairs=pairs, rights=rights):
            given = ((left, response[f"pair-{left.id}"]) for left, _ in pairs)
            found = [f"{named_by(left, 'left')} {by_id(rights, each[0])}" for left, each in given if each]
            return {"RESPONSE": found or None}
        case SingleChoice(options=options):
            return {"RESPONSE": by_id(options, response["answer"][0]) if response["answer"] else None}
        case MultipleChoice(options=options) | Sequencing(options=options):
            return {"RESPONSE": [by_id(options, ident) for ident in response["answer"]] or None}
    raise AssertionError(one)


def by_id(options: tuple[Option, ...], ident: str) -> str:
    """The name that the item has for an option."""
    return named_by(next(option for option in options if option.id == ident))


def named_by(option: Option, what: str = "option") -> str:
    """The name that the item has for an option, whose text is HTML there."""
    return named(Option.of(html_of(option.text)), what)


SHOW = """
(xml) => new Promise((done) => {
  window.heard.ready = () => setTimeout(() => done(document.body.innerText), 0);
  player.loadItemFromXml(xml, { guid: 'g', status: 'interacting', sessionControl: { max_attempts: 0 } });
})
"""


def test_the_player_shows_no_model_answer_to_candidates(player: Page) -> None:
    one = exported(QUIZ)[-1]
    assert isinstance(one.interaction, OpenAnswer)
    shown = player.evaluate(SHOW, items()[identifier(one)])
    assert one.stem in shown and "digs" in one.interaction.model and "digs" not in shown


def test_the_player_gives_the_marks_that_quizengine_gives(player: Page) -> None:
    written = items()
    differing = []
    questions = exported(QUIZ)
    assert questions
    for number, one in enumerate(questions):
        compared = comparable(QTI_3, one.question)
        assert len(compared) > 1
        given = [as_the_player_has_it(number, sample.response) for sample in compared]
        scores = player.evaluate(ASK, [written[identifier(one)], given])
        marks = [pytest.approx(float(sample.share * one.points), abs=1e-6) for sample in compared]
        differing += [found for found in zip(given, scores, marks, strict=True) if found[1] != found[2]]
    assert differing == []
