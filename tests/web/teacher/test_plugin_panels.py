"""The page of plugins: what is used, what is off or waits, and how options are set."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizengine import start
from quizengine.desk.library import open_library
from quizengine.extensions.consent import ALLOWED_FOLDERS
from quizengine.store import Store
from quizengine.web import create_app
from quizengine.web.teacher.plugin_panels import plugin_panels

TOKEN = "a-token-for-the-teacher-alone"
PLUGIN = """
from pydantic import BaseModel, Field
from quizengine import Check, Generator, hookimpl

class Least(BaseModel):
    least: int = Field(2, description="The smallest number <that> is asked for.")

@hookimpl
def quizengine_generators():
    yield Generator("numbers", lambda article, options: (), lambda *all, options: (), options=Least)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with three plugins: one with an option, one that is off, and one that is broken."""
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "mine.py").write_text(PLUGIN, "utf-8")
    (tmp_path / "plugins" / "unwanted.py").write_text(PLUGIN, "utf-8")
    (tmp_path / "plugins" / "broken.py").write_text("1 / 0\n", "utf-8")
    (tmp_path / "quizengine.toml").write_text(
        '[generators]\noff = ["key_terms"]\n[plugins]\noff = ["unwanted"]\n[options.numbers]\nleast = 20\n', "utf-8"
    )
    return tmp_path


def summaries(folder: Path, **more: bool) -> dict[str, str]:
    return {panel.state.name: panel.state.state for panel in plugin_panels_of(folder, **more)}


def plugin_panels_of(folder: Path, **more: bool) -> Iterator[object]:
    engine = start(folder, **more)
    with closing(Store(folder / "attempts.db")) as store:
        app = create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN)
        with app.test_request_context():
            yield from plugin_panels(engine)


def test_each_plugin_has_its_state(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    states = summaries(folder)
    assert {name: states[name] for name in ("mine", "unwanted", "broken", "key_terms")} == {
        "mine": "loaded",
        "unwanted": "off",
        "broken": "failed",
        "key_terms": "loaded",
    }
    monkeypatch.delenv(ALLOWED_FOLDERS)
    assert summaries(folder, consented=True)["mine"] == "not allowed"


def test_the_page_shows_options_with_their_meaning_and_what_is_off(folder: Path) -> None:
    engine = start(folder)
    with closing(Store(folder / "attempts.db")) as store:
        app = create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token=TOKEN)
        client = app.test_client()
        client.get(f"/teacher?token={TOKEN}")
        page = client.get("/teacher/plugins").text
    assert "<code>numbers.least = 20</code>" in page and "The smallest number &lt;that&gt; is asked for." in page
    assert "1 of its generators is off." in page and "It is switched off." in page
    assert "It could not be loaded." in page
