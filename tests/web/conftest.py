"""A browser's view of a working folder with every type that a key marks: the app over a real database, and a client."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizengine.desk.library import Library, open_library
from quizengine.engine import Engine, start
from quizengine.quiz.parts import Ordering, Response
from quizengine.quiz.quiz import Quiz, sheet
from quizengine.quiz.shuffling import Shuffle
from quizengine.store import Clock, Store
from quizengine.testing import right_response
from quizengine.web import create_app
from quizengine.web.render.forms import form_of

TOKEN = "a-token-for-the-teacher-alone"
KEY = b"a key of thirty-two bytes, for tests"
QUIZ = "paper-mill"


@pytest.fixture(scope="session")
def folder(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with an article and a bank on it that has every question type once that a key marks."""
    return Path(shutil.copytree(checkout / "tests" / "folder", tmp_path_factory.mktemp("web") / "folder"))


@pytest.fixture(scope="session")
def engine(folder: Path) -> Engine:
    return start(folder)


@pytest.fixture(scope="session")
def library(engine: Engine) -> Library:
    return open_library(engine)


@pytest.fixture(scope="session")
def quiz(library: Library) -> Quiz:
    entry = library.find(QUIZ)
    assert entry is not None
    return entry.quiz


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "attempts.db", patience=0.2)
    yield store
    store.close()


@pytest.fixture
def app(engine: Engine, library: Library, store: Store) -> Flask:
    return create_app(engine, library, store, secret_key=KEY, teacher_token=TOKEN)


class Wall:
    """The clock on the wall, which stands at ten in the morning, in UTC, until it is moved."""

    now = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)

    def clock(self) -> Clock:
        """A clock that goes by it alone."""
        return Clock(self._seconds, self._seconds)

    def _seconds(self) -> float:
        return self.now.timestamp()


@pytest.fixture
def wall() -> Wall:
    return Wall()


class Browser(FlaskClient):
    """A client that says where its forms come from, as browsers do."""

    def send(self, address: str, form: Mapping[str, object] | None = None) -> str:
        """Send a form, follow where it leads, and give the page at the end."""
        headers = {"Origin": "http://localhost"}
        return self.post(address, data=form or {}, headers=headers, follow_redirects=True).text

    def begin(self, student: str = "Ada", quiz: str = QUIZ, mode: str = "class") -> str:
        """Begin an attempt; gives its address, without the slash at the end."""
        page = self.get(f"/quizzes/{quiz}").text
        once = re.search(r'name="once" value="([^"]+)"', page)
        assert once is not None
        form = {"student": student, "once": once[1], "mode": mode}
        answer = self.post(f"/quizzes/{quiz}", data=form, headers={"Origin": "http://localhost"})
        assert answer.status_code == 303, answer.text
        return answer.location.rsplit("/", 1)[0]

    def open_class(self, mode: str, minutes: str = "", quiz: str = QUIZ) -> str:
        """As the teacher, give a quiz to a class; gives the class code."""
        page = self.get(f"/teacher/quizzes/{quiz}/class").text
        once = re.search(r'name="once" value="([^"]+)"', page)
        assert once is not None
        form = {"once": once[1], "mode": mode, "minutes": minutes}
        self.send(f"/teacher/quizzes/{quiz}/class", form)
        return once[1]

    def places(self, address: str, *places: str) -> dict[str, str]:
        """The form that gives places to the lines of a question, from the first line on its page down."""
        names = re.findall(r'<select id="part-1[^"]*" name="([^"]+)"', self.get(address).text)
        return dict(zip(names, places, strict=True))

    def join(self, code: str, student: str = "Ada") -> str:
        """Join a class and start the clock if there is one; gives the attempt's address."""
        page = self.get(f"/join/{code}").text
        once = re.search(r'name="once" value="([^"]+)"', page)
        assert once is not None
        headers = {"Origin": "http://localhost"}
        answer = self.post(f"/join/{code}", data={"student": student, "once": once[1]}, headers=headers)
        assert answer.status_code == 303, answer.text
        attempt: str = answer.location.rsplit("/", 1)[0]
        self.send(f"{attempt}/ready")
        return attempt


@pytest.fixture
def student(app: Flask) -> Browser:
    return another(app)


def another(app: Flask) -> Browser:
    """A browser of its own, with no cookies."""
    app.test_client_class = Browser
    client = app.test_client()
    assert isinstance(client, Browser)
    return client


@pytest.fixture(scope="session")
def browser_of() -> Callable[[Flask], Browser]:
    """Gives a browser of its own for an app."""
    return another


@pytest.fixture
def other(app: Flask) -> Browser:
    """Somebody else's browser."""
    return another(app)


@pytest.fixture
def teacher(app: Flask) -> Browser:
    """A browser that has opened the teacher's address."""
    client = another(app)
    client.get(f"/teacher?token={TOKEN}")
    return client


Fill = Callable[[int, Response], dict[str, list[str]]]


@pytest.fixture(scope="session")
def fill(quiz: Quiz) -> Fill:
    """The form that gives a response to a question, by the question's number."""

    asked = sheet(quiz, Shuffle(KEY, "any order will do: a form says which option is meant, not where it stands"))

    def filled(number: int, response: Response) -> dict[str, list[str]]:
        form: dict[str, list[str]] = {}
        for field in form_of(asked[number - 1], response).fields:
            if field.part.name not in response:
                continue
            if isinstance(field.part, Ordering):
                form |= {
                    f"{field.input}-{value}": [place] for value, place in zip(field.values, field.shown, strict=True)
                }
            elif field.values:
                ids = [option.id for option in field.part.options]
                form[field.input] = [field.values[ids.index(each)] for each in field.shown if each in ids]
            else:
                form[field.input] = list(field.shown)
        return form

    return filled


@pytest.fixture(scope="session")
def right(quiz: Quiz, fill: Fill) -> list[dict[str, list[str]]]:
    """The forms that respond by the key, question by question."""
    return [fill(number, right_response(question)) for number, question in enumerate(quiz.questions, 1)]
