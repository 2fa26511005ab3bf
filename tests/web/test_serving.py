"""The server as a process: it says where it is, keeps what it was given, and ends when told."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest
from real_servers import WHOLE

from quizengine.store import FileSecret, StoreError
from quizengine.web.security.secret_key import secret_key
from quizengine.web.serving import Addresses, ServingError, serve

SERVER = """
import signal
import sys
from pathlib import Path
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.web import serve

engine = start(sys.argv[1])
signal.signal(signal.SIGINT, signal.default_int_handler)  # also when the tests run in the background
told = lambda a: print(a.student, a.teacher, flush=True)
library, proxy = open_library(engine), sys.argv[4] == "True"
serve(engine, library, Path(sys.argv[2]), told, port=0, workers=int(sys.argv[3]), behind_proxy=proxy)
print("closed", flush=True)
"""


@contextmanager
def serving(
    checkout: Path, folder: Path, attempts: Path, workers: int = 1, behind_proxy: bool = False
) -> "Iterator[tuple[subprocess.Popen[str], Addresses]]":
    """A server process on a free port, killed at the end unless it has ended."""
    command = [sys.executable, "-W", "error", "-c", SERVER, str(folder), str(attempts), str(workers), str(behind_proxy)]
    process = subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield process, Addresses(*process.stdout.readline().split())
    finally:
        process.kill()
        process.stdout.close()
        process.wait()


class Client:
    """A browser that keeps its cookies while servers come and go."""

    def __init__(self) -> None:
        self.jar = CookieJar()

    def open(self, address: str, form: dict[str, str] | None = None) -> tuple[str, str]:
        """The page that an address or a form leads to, with its own address."""
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.jar)
        )
        data = urlencode(form).encode() if form is not None else None
        request = urllib.request.Request(address, data, {"Origin": re.match(r"http://[^/]+", address)[0]})
        with opener.open(request, timeout=20) as answer:
            return answer.read().decode(), answer.url


WORKERS = pytest.mark.parametrize(
    "workers",
    [1, pytest.param(2, marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here"))],
)


STARTS = 4 if WHOLE else 1


@pytest.fixture(scope="module")
def shared(
    checkout: Path, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[int], Addresses]]:
    """Where a server with so many workers is, for all tests that leave it running; it is started when first wanted."""
    with ExitStack() as running:

        @cache
        def started(workers: int) -> Addresses:
            attempts = tmp_path_factory.mktemp("shared") / "attempts.db"
            return running.enter_context(serving(checkout, folder, attempts, workers))[1]

        yield started


@WORKERS
def test_an_answer_outlives_the_server_that_took_it(checkout: Path, folder: Path, tmp_path: Path, workers: int):
    """What a server that is killed has taken is in `torture/test_kills.py`."""
    attempts, client = tmp_path / "attempts.db", Client()
    with serving(checkout, folder, attempts, workers) as (process, addresses):
        page, _ = client.open(f"{addresses.student}quizzes/paper-mill")
        once = re.search(r'name="once" value="([^"]+)"', page)[1]
        _, first = client.open(f"{addresses.student}quizzes/paper-mill", {"student": "Ada", "once": once})
        attempt = first.removeprefix(addresses.student).removesuffix("/1")
        client.open(f"{addresses.student}{attempt}/5", {"part-1": "Ida Marsh"})
        process.terminate()
        process.wait(20)
    with serving(checkout, folder, attempts, workers) as (_, addresses):
        page, _ = client.open(f"{addresses.student}{attempt}/check")
        assert "Ida Marsh" in page
        page, _ = client.open(f"{addresses.student}{attempt}/submit", {})
        assert "1 of 11 points" in page


@WORKERS
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_the_server_ends_tidily_when_told_to(
    checkout: Path, folder: Path, tmp_path: Path, end: signal.Signals, workers: int
):
    with serving(checkout, folder, tmp_path / "attempts.db", workers) as (process, addresses):
        Client().open(addresses.student)
        process.send_signal(end)
        assert process.stdout is not None
        assert process.stdout.readline() == "closed\n"
        assert process.wait(20) == 0
    left = [".key", ".lock", ".teacher"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["attempts.db", *(f"attempts.db{end}" for end in left)]


@WORKERS
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_told_to_end_as_soon_as_it_listens_ends(
    checkout: Path, folder: Path, tmp_path: Path, end: signal.Signals, workers: int
):
    for _ in range(STARTS):
        with serving(checkout, folder, tmp_path / "attempts.db", workers) as (process, _):
            process.send_signal(end)
            assert process.wait(20) == 0


TOLD_IN_A_THREAD = """
import signal, sys, threading
from pathlib import Path
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.web import serve

listens = threading.Event()
def end():
    listens.wait()
    signal.pthread_kill(threading.get_ident(), signal.SIGTERM)  # this thread gets it, while the other one sleeps
threading.Thread(target=end).start()
engine = start(sys.argv[1])
serve(engine, open_library(engine), Path(sys.argv[2]), lambda told: listens.set(), port=0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals go to processes there, not to threads")
def test_a_signal_wakes_the_server_whichever_thread_it_reaches(checkout: Path, folder: Path, tmp_path: Path):
    command = [sys.executable, "-c", TOLD_IN_A_THREAD, str(folder), str(tmp_path / "attempts.db")]
    assert subprocess.run(command, cwd=checkout, check=False, timeout=60).returncode == 0


def begun(port: int, request: str) -> socket.socket:
    """A connection on which a request was begun, or nothing was said at all."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=20)
    connection.sendall(request.replace("\n", "\r\n").replace("PORT", str(port)).encode())
    return connection


def attempt(client: Client, addresses: Addresses) -> tuple[int, str, str]:
    """Begin a quiz; gives the server's port, the path of the attempt, and the cookie that opens it."""
    page, _ = client.open(f"{addresses.student}quizzes/paper-mill")
    once = re.search(r'name="once" value="([^"]+)"', page)[1]
    _, first = client.open(f"{addresses.student}quizzes/paper-mill", {"student": "Ada", "once": once})
    path = "/" + first.removeprefix(addresses.student).removesuffix("/1")
    cookie = "; ".join(f"{each.name}={each.value}" for each in client.jar)
    return int(addresses.student.rsplit(":", 1)[1].strip("/")), path, cookie


HEAD = "Host: 127.0.0.1:PORT\nOrigin: http://127.0.0.1:PORT\nContent-Type: application/x-www-form-urlencoded\n"
SLOW = {
    "silent": "",
    "slow to ask": "GET / HTTP/1.1\nHost: 127",
    "slow to send a form": f"POST /leave HTTP/1.1\n{HEAD}Content-Length: 5000\n\npart-1=Ida",
    "slow to read": "GET / HTTP/1.1\nHost: 127.0.0.1:PORT\n\n" * 20,
}


@WORKERS
@pytest.mark.parametrize("kind", SLOW)
def test_slow_and_silent_clients_keep_nobody_waiting(shared, kind: str, workers: int):
    addresses = shared(workers)
    with ExitStack() as held:
        port = int(addresses.student.rsplit(":", 1)[1].strip("/"))
        for _ in range(150):
            held.enter_context(begun(port, SLOW[kind]))
        for _ in range(10):
            page, _ = Client().open(addresses.student)
            assert "Quizzes" in page


@WORKERS
def test_a_request_under_way_is_finished_when_the_server_is_told_to_end(
    checkout: Path, folder: Path, tmp_path: Path, workers: int
):
    attempts, client = tmp_path / "attempts.db", Client()
    with serving(checkout, folder, attempts, workers) as (process, addresses):
        port, path, cookie = attempt(client, addresses)
        head = f"POST {path}/5 HTTP/1.1\n{HEAD}Cookie: {cookie}\nContent-Length: 16\n\npart-1="
        with begun(port, head) as connection:
            time.sleep(0.3)
            process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            connection.sendall(b"Ida Marsh")
            assert b" 303 " in connection.recv(1000)
        assert process.wait(20) == 0
    with serving(checkout, folder, attempts, workers) as (_, addresses):
        assert "Ida Marsh" in client.open(f"{addresses.student[:-1]}{path}/check")[0]


@WORKERS
def test_slow_clients_do_not_keep_the_server_from_ending(checkout: Path, folder: Path, tmp_path: Path, workers: int):
    with serving(checkout, folder, tmp_path / "attempts.db", workers) as (process, addresses), ExitStack() as held:
        port = int(addresses.student.rsplit(":", 1)[1].strip("/"))
        for kind in SLOW:
            held.enter_context(begun(port, SLOW[kind]))
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit of open files")
def test_the_server_may_open_as_many_files_as_the_system_lets_it(checkout: Path, folder: Path, tmp_path: Path):
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard <= 300:
        pytest.skip("the limit of open files cannot be raised here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (300, hard))
    try:
        with (
            serving(checkout, folder, tmp_path / "attempts.db") as (_, addresses),
            ExitStack() as held,
        ):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
            port = int(addresses.student.rsplit(":", 1)[1].strip("/"))
            for _ in range(600):
                held.enter_context(begun(port, SLOW["slow to ask"]))
            assert "Quizzes" in Client().open(addresses.student)[0]
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


THREAD = """
import queue, sys, threading, urllib.request
from pathlib import Path
from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.web import serve

engine, told = start(sys.argv[1]), queue.Queue()
arguments = (engine, open_library(engine), Path(sys.argv[2]), told.put)
threading.Thread(target=serve, args=arguments, kwargs={"port": 0}, daemon=True).start()
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
with opener.open(told.get(timeout=60).student, timeout=20) as page:
    print(page.status)
"""


def test_it_serves_in_a_thread_of_another_program_too(checkout: Path, folder: Path, tmp_path: Path):
    command = [sys.executable, "-c", THREAD, str(folder), str(tmp_path / "attempts.db")]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "200\n", "")


@WORKERS
def test_a_form_that_did_not_arrive_whole_is_no_answer(shared, workers: int):
    addresses = shared(workers)
    client = Client()
    port, path, cookie = attempt(client, addresses)
    whole = f"POST {path}/5 HTTP/1.1\n{HEAD}Cookie: {cookie}\nContent-Length: 50\n\npart-1=Ida"
    with begun(port, whole) as connection:
        connection.shutdown(socket.SHUT_WR)
        assert b" 400 " in connection.recv(1000)
    page, _ = client.open(f"{addresses.student[:-1]}{path}/5")
    assert "Ida" not in page.replace("Ida Marsh", "")
    assert "Last answer saved" not in page


LONG = {
    "that tells its length": f"Content-Length: {10**7}\n\npart-1=Ida",
    "in pieces": f"Transfer-Encoding: chunked\n\n200000\n{'x' * 2**21}\n0\n\n",
    "that lies about its length": f"Content-Length: 10\nTransfer-Encoding: chunked\n\n200000\n{'x' * 2**21}\n0\n\n",
}


@WORKERS
@pytest.mark.parametrize("kind", LONG)
def test_a_form_that_is_far_too_long_is_refused(shared, kind: str, workers: int):
    addresses = shared(workers)
    port = int(addresses.student.rsplit(":", 1)[1].strip("/"))
    with begun(port, f"POST /leave HTTP/1.1\n{HEAD}{LONG[kind]}") as connection:
        answer = connection.recv(1000)
        assert b" 413 " in answer and b"nosniff" in answer


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
def test_no_worker_outlives_a_server_that_was_killed(checkout: Path, folder: Path, tmp_path: Path):
    with serving(checkout, folder, tmp_path / "attempts.db", 2) as (process, addresses):
        Client().open(addresses.student)
        process.kill()
        process.wait(20)
        assert process.stdout is not None
        assert process.stdout.read() == ""  # which ends only when no process is left that could write into it


def test_the_teacher_s_address_opens_the_teacher_s_page(shared):
    addresses = shared(1)
    page, address = Client().open(addresses.teacher)
    assert "Quizzes, for the teacher" in page
    assert address == f"{addresses.student}teacher"


def test_a_port_that_is_taken_is_an_error_with_what_to_do(engine, library, tmp_path: Path):
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServingError, match=f"cannot listen on 127.0.0.1, port {port}: .*; try another port, or 0"):
            serve(engine, library, tmp_path / "attempts.db", print, port=port)


def test_the_key_for_cookies_is_made_once_and_for_its_owner_alone(tmp_path: Path):
    path = tmp_path / "deep" / "key"
    first = secret_key(FileSecret(path))
    assert len(first) == 32
    assert secret_key(FileSecret(path)) == first
    assert secret_key(FileSecret(tmp_path / "other")) != first
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("held", [b"", b"short", b"x" * 33])
def test_a_key_that_was_spoilt_is_refused_with_what_to_do(tmp_path: Path, held: bytes):
    path = tmp_path / "key"
    path.write_bytes(held)
    with pytest.raises(StoreError, match=f"found {len(held)} bytes, expected a key of 32; delete the file"):
        secret_key(FileSecret(path))


@WORKERS
@pytest.mark.parametrize("behind_proxy", [False, True])
def test_what_a_proxy_says_is_believed_only_where_there_is_one(
    checkout: Path, folder: Path, tmp_path: Path, workers: int, behind_proxy: bool
):
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "quiz.school.example", "X-Forwarded-For": "10.1.2.3"}
    with serving(checkout, folder, tmp_path / "attempts.db", workers, behind_proxy) as (_, addresses):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(urllib.request.Request(f"{addresses.student}quizzes/paper-mill", headers=said)) as answer:
            assert ("Secure" in answer.headers["Set-Cookie"]) == behind_proxy


def test_a_class_is_the_same_for_all_processes(shared):
    """Whichever of them opens it, students join by any other, and its closing holds for all."""
    if not hasattr(os, "fork"):
        pytest.skip("processes are not forked here")
    addresses = shared(2)
    teacher, base = Client(), addresses.student
    teacher.open(addresses.teacher)
    page, _ = teacher.open(f"{base}teacher/quizzes/paper-mill/class")
    form = {"once": re.search(r'name="once" value="([^"]+)"', page)[1], "mode": "test", "minutes": "30"}
    _, address = teacher.open(f"{base}teacher/quizzes/paper-mill/class", form)
    code = address.rsplit("/", 1)[1]
    attempts = []
    for number in range(9):
        student = Client()
        page, _ = student.open(f"{base}join/{code}")
        once = re.search(r'name="once" value="([^"]+)"', page)[1]
        _, ready = student.open(f"{base}join/{code}", {"student": f"Ada {number}", "once": once})
        _, first = student.open(ready, {})
        student.open(first.removesuffix("1") + "5", {"part-1": "Ida Marsh"})
        attempts.append((student, first.removesuffix("/1")))
    for _ in range(4):
        assert "9 students" in teacher.open(f"{base}teacher/classes/{code}")[0]
    teacher.open(f"{base}teacher/classes/{code}/close", {})
    assert len(attempts) == 9
    for student, attempt in attempts:
        assert "1 of 11 points" in student.open(f"{attempt}/result")[0]
