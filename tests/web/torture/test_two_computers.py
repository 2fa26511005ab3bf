"""Two servers on one folder and one PostgreSQL, as two computers: one is still making the draft that the other has."""

import re
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from html import unescape
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest
from real_servers import POSIX, SECONDS, Server, wait_until
from throwaway_postgresql import Cluster

pytestmark = [POSIX, pytest.mark.alone]
TOKEN = "a-token-for-the-teacher-alone"
DRAFT = "/teacher/quizzes/eels"
HELD_UP = """
import time
from pathlib import Path
from quizengine import Generator, hookimpl

def find(article):
    while Path({hold!r}).exists():
        time.sleep(0.1)
    return ()

@hookimpl
def quizengine_generators():
    yield Generator("held-up", find, lambda fact, others, rng: ())
"""


class Browser:
    """A teacher's browser, which a web server in front sends to any of the computers."""

    def __init__(self) -> None:
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)

    def ask(self, server: Server, path: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
        """The status, the page and the path of what an address or a form leads to."""
        site = f"http://127.0.0.1:{server.port}"
        data = urlencode(form).encode() if form is not None else None
        try:
            answer = self._opener.open(urllib.request.Request(site + path, data, {"Origin": site}), timeout=60)
        except urllib.error.HTTPError as fault:
            answer = fault
        except OSError:
            return 0, "", ""  # it has not begun to listen
        with answer:
            return answer.status, answer.read().decode(), answer.url.removeprefix(site)


def hidden_fields(page: str, action: str) -> dict[str, str]:
    """The fields of the form on a page that is sent to an address."""
    form = re.search(rf'<form method="post" action="{re.escape(action)}">(.*?)</form>', page, re.DOTALL)
    assert form is not None, page
    fields = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form[1])
    return {name: unescape(value) for name, value in fields}


@pytest.fixture
def hold(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """While this file is there, nobody finishes a draft of the article in `folder`."""
    monkeypatch.setenv("QUIZENGINE_TEACHER_TOKEN", TOKEN)
    hold, folder = tmp_path / "hold", tmp_path / "folder"
    for name in ("seeds", "plugins"):
        (folder / name).mkdir(parents=True)
    shutil.copy(checkout / "seeds" / "river-eels.txt", folder / "seeds" / "eels.txt")
    (folder / "plugins" / "held_up.py").write_text(HELD_UP.format(hold=str(hold)))
    return hold


@pytest.fixture
def teacher() -> Browser:
    return Browser()


@pytest.fixture
def servers(hold: Path, teacher: Browser, postgresql: Cluster) -> Iterator[tuple[Server, Server]]:
    """One that has the draft, and another that is not running yet."""
    address = postgresql.address()
    one, other = (Server(hold.with_name("folder"), address, 1) for _ in range(2))
    one.start()
    try:
        wait_until(lambda: teacher.ask(one, f"/teacher?token={TOKEN}")[0] == 200)
        wait_until(lambda: teacher.ask(one, DRAFT)[0] == 200)
        yield one, other
    finally:
        one.kill()
        other.kill()


def seen(page: str) -> str:
    """The version of the quiz that a page shows."""
    return unescape(re.search(r'name="seen" value="([^"]+)"', page)[1])


def questions(review: str) -> set[str]:
    """The questions on the page of a review, by their ids."""
    return set(re.findall(rf'{DRAFT}/questions/(?!new)([^"/]+)"', review))


def begun_preview(teacher: Browser, server: Server) -> str:
    """Begin a preview of the draft; gives the path of its attempt."""
    page = teacher.ask(server, f"{DRAFT}/preview")[1]
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    form = {"student": "Preview", "once": once, "mode": "class"}
    return teacher.ask(server, f"{DRAFT}/preview/quizzes/eels", form)[2].rsplit("/", 1)[0]


def a_response(page: str) -> dict[str, str]:
    """A form that answers the question on a page: its first option, or a text."""
    name = re.search(r'name="(part-1[^"]*)"', page)[1]
    option = re.search(rf'name="{re.escape(name)}" value="([^"]+)"', page)
    return {name: unescape(option[1]) if option else "eels"}


def test_a_draft_and_its_preview_go_on_at_a_computer_that_is_still_making_the_draft(
    servers: tuple[Server, Server], teacher: Browser, hold: Path
):
    one, other = servers
    wait_until(lambda: teacher.ask(one, f"{DRAFT}/more")[0] == 200)
    more, review = teacher.ask(one, f"{DRAFT}/more")[1], teacher.ask(one, f"{DRAFT}/review")[1]
    edit = f"{DRAFT}/questions/{min(questions(review))}"
    attempt = begun_preview(teacher, one)
    hold.touch()
    other.start()
    wait_until(lambda: teacher.ask(other, f"/teacher?token={TOKEN}")[0] == 200)

    unanswered = teacher.ask(one, f"{attempt}/check")[1].count("Not answered")
    response = a_response(teacher.ask(other, f"{attempt}/1")[1])
    assert teacher.ask(other, f"{attempt}/1", response)[0] == 200
    assert teacher.ask(one, f"{attempt}/check")[1].count("Not answered") == unanswered - 1
    assert teacher.ask(other, f"{DRAFT}/preview")[2] == DRAFT, "it says there that the draft is being made"

    status, page, _ = teacher.ask(other, f"{DRAFT}/review")
    assert (status, "Questions are being made" in page) == (202, True)
    typed = {"seen": "x", "q.stem": "Where do <eels> go?", "then": "save"}
    status, page, _ = teacher.ask(other, edit, typed)
    assert (status, hidden_fields(page, edit)) == (409, typed)
    assert "Nothing was changed" in page and "Where do &lt;eels&gt; go?</dd>" in page

    add = {"seen": seen(more), "question": re.search('form="decide" name="question" value="([^"]+)"', more)[1]}
    statuses = [teacher.ask(other, f"{DRAFT}/questions", add)[0]]
    hold.unlink()
    for _ in range(SECONDS):
        status, page, place = teacher.ask(other, f"{DRAFT}/questions", add)
        statuses.append(status)
        if status != 409:
            break
        add = hidden_fields(page, f"{DRAFT}/questions")
        time.sleep(0.2)
    assert (statuses[0], status, place) == (409, 200, DRAFT)
    assert len(questions(teacher.ask(one, f"{DRAFT}/review")[1])) == len(questions(review)) + 1
