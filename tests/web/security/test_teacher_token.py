"""The token of the teacher's address: made once, kept, changed on request, and known to every process at once."""

import os
import re
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest

from quizengine.store import FileSecret, StoreError
from quizengine.web import create_app
from quizengine.web.security.secret_key import secret_key
from quizengine.web.security.teacher_token import GivenToken, KeptToken, TokenError
from tests.web.test_serving import WORKERS, Client, serving

TOKEN = "a-token-for-the-teacher-alone"
KEPT = re.compile(r"teacher\?token=([\w-]+)")
NEW = "Create a new address for the teacher"


def test_a_token_is_made_once_and_for_its_owner_alone(tmp_path: Path):
    path = tmp_path / "deep" / "attempts.db.teacher"
    first = KeptToken(FileSecret(path)).value
    assert len(first) == 32
    assert KeptToken(FileSecret(path)).value == first
    assert KeptToken(FileSecret(tmp_path / "other")).value != first
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_changed_token_is_seen_by_all_and_leaves_nothing_behind(tmp_path: Path):
    one, other = KeptToken(FileSecret(tmp_path / "t")), KeptToken(FileSecret(tmp_path / "t"))
    before, stamp = one.value, one.stamp
    one.change()
    assert one.value == other.value != before
    assert not other.is_token(before)
    assert not other.is_stamp(stamp)
    assert other.is_token(one.value)
    assert [file.name for file in tmp_path.iterdir()] == ["t"]
    if sys.platform != "win32":
        assert (tmp_path / "t").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("held", [b"", b"short", b"x" * 15, b"two words of a token", b"\xff" * 32, b"x" * 201])
def test_a_file_that_was_spoilt_is_refused_with_what_to_do(tmp_path: Path, held: bytes):
    (tmp_path / "t").write_bytes(held)
    with pytest.raises(StoreError, match=rf"t: found {len(held)} bytes? instead of a teacher's token, .*; delete the"):
        KeptToken(FileSecret(tmp_path / "t"))


@pytest.mark.parametrize("token", ["", "short", "x" * 201, "sixteen letters é", "a&token=of&many=parts", "ä" * 20])
def test_a_given_token_that_will_not_do_in_an_address_is_refused(token: str):
    with pytest.raises(TokenError, match=f"found a teacher's token of {len(token)} characters, expected 16 to 200"):
        GivenToken(token)


def test_what_was_given_may_be_any_text(tmp_path: Path):
    token = KeptToken(FileSecret(tmp_path / "t"))
    assert not any(token.is_token(text) or token.is_stamp(text) for text in ("", "é", "\ud800", "x" * 9999))


@pytest.fixture
def kept(engine, library, store, tmp_path: Path):
    """The app with a token in a file, and two browsers of which each has opened the teacher's address."""
    token = KeptToken(FileSecret(tmp_path / "t"))
    app = create_app(engine, library, store, secret_key=b"k" * 32, teacher_token=token)
    clients = [app.test_client() for _ in range(2)]
    for client in clients:
        client.get(f"/teacher?token={token.value}")
    return token, *clients


def test_a_new_address_signs_out_every_other_browser_and_says_so(kept):
    token, mine, other = kept
    before = token.value
    assert NEW in mine.get("/teacher").text
    answer = mine.post("/teacher/address", headers={"Origin": "http://localhost"}, follow_redirects=True)
    assert "All other browsers are signed out; this one stays signed in." in answer.text
    assert KEPT.search(answer.text)[1] == token.value != before
    assert mine.get("/teacher").status_code == 200
    assert other.get("/teacher").status_code == 403
    assert other.get(f"/teacher?token={before}").status_code == 403
    assert other.get(f"/teacher?token={token.value}").status_code == 303


def test_the_token_stands_in_no_cookie_and_on_no_page_that_may_be_projected(kept):
    token, mine, _ = kept
    answer = mine.post("/teacher/address", headers={"Origin": "http://localhost"})
    assert token.value not in str(answer.headers)
    assert token.value not in mine.get("/teacher").text
    assert token.value in mine.get("/teacher/address").text


def test_a_new_address_is_made_for_no_other_site_and_for_no_student(kept):
    token, mine, _ = kept
    before = token.value
    assert mine.post("/teacher/address", headers={"Origin": "http://evil.example"}).status_code == 403
    newcomer = mine.application.test_client()
    assert newcomer.post("/teacher/address", headers={"Origin": "http://localhost"}).status_code == 403
    assert token.value == before


def test_a_given_token_is_not_changed_and_the_page_says_so(teacher):
    assert NEW not in teacher.get("/teacher").text
    assert NEW not in teacher.get("/teacher/address").text
    answer = teacher.post("/teacher/address", headers={"Origin": "http://localhost"})
    assert answer.status_code == 409
    assert "Nothing was changed" in answer.text
    assert "restart the server with another token" in answer.text
    assert teacher.get("/teacher").status_code == 200


def test_when_the_file_is_gone_nobody_gets_in(kept, tmp_path: Path):
    _, mine, other = kept
    (tmp_path / "t").unlink()
    assert mine.get("/teacher").status_code == 503
    assert other.get("/teacher?token=").status_code == 503
    assert mine.get("/").status_code == 200


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
def test_the_address_of_a_server_with_two_workers_outlives_it(checkout: Path, folder: Path, tmp_path: Path):
    tokens = []
    for _ in range(2):
        with serving(checkout, folder, tmp_path / "attempts.db", 2) as (process, addresses):
            tokens.append(KEPT.search(addresses.teacher)[1])
            process.terminate()
            process.wait(20)
    assert tokens[0] == tokens[1]


def test_a_new_address_is_made_at_the_start_when_asked_for(checkout: Path, folder: Path, tmp_path: Path):
    told = {}
    for arguments in ((), (), ("--new-teacher-address",), ("--teacher-token", TOKEN), ()):
        serve = ["serve", str(folder), "--port", "0", "--attempts", str(tmp_path / "attempts.db"), *arguments]
        process = subprocess.Popen([sys.executable, "-m", "quizengine", *serve], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        said = "".join(iter(process.stdout.readline, "Stop with Ctrl-C.\n"))
        process.terminate()
        process.stdout.close()
        process.wait(20)
        told[len(told)] = KEPT.search(said)[1]
    assert told[0] == told[1] != told[2] == told[4]
    assert told[3] == TOKEN


def status(client: Client, address: str) -> int:
    """What a browser is answered, on a connection of its own, so that any of the processes may answer."""
    try:
        client.open(address)
    except HTTPError as fault:
        return fault.code
    return 200


@WORKERS
def test_a_new_address_holds_in_every_process_at_once(checkout: Path, folder: Path, tmp_path: Path, workers: int):
    with serving(checkout, folder, tmp_path / "attempts.db", workers) as (_, addresses):
        mine, other = Client(), Client()
        for client in (mine, other):
            client.open(addresses.teacher)
        here = f"{addresses.student}teacher"
        assert [status(client, here) for client in (mine, other)] == [200, 200]
        for _ in range(3):
            page, _ = mine.open(f"{here}/address", {})
            told = addresses.student + KEPT.search(page)[0]
            assert {status(other, here) for _ in range(20)} == {403}
            assert {status(mine, here) for _ in range(20)} == {200}
            assert {status(Client(), addresses.teacher) for _ in range(6)} == {403}  # after 20 in a minute: 429
            assert {status(other, told)} == {200}
            assert {status(other, here) for _ in range(20)} == {200}


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are counted as Linux shows them")
def test_both_processes_do_answer(checkout: Path, folder: Path, tmp_path: Path):
    """What the test above rests on: that asking often reaches each of them."""
    with serving(checkout, folder, tmp_path / "attempts.db", 2) as (process, addresses):
        children = [int(each) for each in _children(process.pid)]
        before = {child: _ticks(child) for child in children}
        for _ in range(300):
            connection = HTTPConnection(urlsplit(addresses.student).netloc, timeout=20)
            connection.request("GET", "/")
            connection.getresponse().read()
            connection.close()
        busy = [child for child in children if _ticks(child) > before[child]]
        assert len(busy) >= 2


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


@pytest.mark.parametrize("half", [b"", b"abc"])
def test_a_key_or_token_that_was_written_by_half_is_said_at_the_start(tmp_path: Path, half: bytes):
    (tmp_path / "k").write_bytes(half)
    with pytest.raises(StoreError, match=rf"found {len(half)} bytes, expected a key of 32; delete the file"):
        secret_key(FileSecret(tmp_path / "k"))
    with pytest.raises(StoreError, match=rf"found {len(half)} bytes instead of a teacher's token.* delete the file"):
        KeptToken(FileSecret(tmp_path / "k"))
