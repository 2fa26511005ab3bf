"""`serve --lan` in a local network of its own: a network namespace with real interfaces, and a device that comes by.

Nothing outside the namespace is seen or sent to. Where a namespace cannot be made, these tests are skipped.
"""

import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

import pytest
import zxingcpp

from tests.web.render.test_qr import drawn

from .test_serving import WORKERS

LAN, LAN6, DOCKER = "192.168.7.20", "fd00:7::20", "172.17.0.1"
NETWORK = f"""
ip link set lo up
ip link add lan0 type veth peer name away0 && ip link set lan0 up && ip link set away0 up
ip link add docker0 type veth peer name away1 && ip link set docker0 up && ip link set away1 up
ip addr add {LAN}/24 dev lan0 && ip addr add {LAN6}/64 dev lan0 nodad && ip addr add {DOCKER}/16 dev docker0
"""
WITHOUT_IPV6 = """
for each in all default; do echo 1 > /proc/sys/net/ipv6/conf/$each/disable_ipv6; done
ip link set lo up
ip link add lan0 type veth peer name away0 && ip link set lan0 up && ip link set away0 up
ip addr add LAN/24 dev lan0
""".replace("LAN", LAN)
ASK = """
import http.client, json, sys
answers = []
for host, port, path, name in json.loads(sys.argv[1]):
    connection = http.client.HTTPConnection(host, port, timeout=20)
    connection.request("GET", path, headers={"Host": name} if name else {})
    answer = connection.getresponse()
    answers.append([answer.status, answer.read().decode()])
print(json.dumps(answers))
"""


def _can_make_networks() -> bool:
    if not all(map(shutil.which, ("unshare", "nsenter", "ip"))):
        return False
    made = subprocess.run(["unshare", "--net", "sh", "-ec", NETWORK], capture_output=True, check=False, timeout=60)
    return made.returncode == 0


pytestmark = pytest.mark.skipif(not _can_make_networks(), reason="network namespaces cannot be made here")


class Room:
    """A server in a local network of its own, and devices in the same network."""

    def __init__(self, process: "subprocess.Popen[str]", said: str) -> None:
        self._process = process
        self.said = said
        self.port = int(re.search(r"students: +http://\S+:(\d+)/", said)[1])

    @property
    def teacher(self) -> str:
        """The path of the teacher's address."""
        return re.search(r"teacher: +http://127\.0\.0\.1:\d+(/\S+)", self.said)[1]

    def ask(self, *requests: tuple[str, str, str]) -> list[tuple[int, str]]:
        """Answers to an address, a path and a name of the server each; without a name, the address is the name."""
        asked = json.dumps([[host, self.port, path, name] for host, path, name in requests])
        command = ["nsenter", "--net", "--target", str(self._process.pid), sys.executable, "-c", ASK, asked]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        return [tuple(answer) for answer in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def room(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Room]]:
    """A room whose server has so many workers, for all tests that leave it running."""

    @contextmanager
    def opened(workers: int, network: str) -> Iterator[Room]:
        attempts = ["--attempts", str(tmp_path_factory.mktemp("room") / "attempts.db"), "--workers", str(workers)]
        serve = [sys.executable, "-m", "quizengine", "serve", "--lan", str(folder), "--port", "0", *attempts]
        command = ["unshare", "--net", "sh", "-ec", f'{network}\nexec "$@"', "sh", *serve]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        said = ""
        while "Ctrl-C" not in said and (line := process.stdout.readline()):
            said += line
        try:
            yield Room(process, said)
        finally:
            process.terminate()
            process.stdout.close()
            assert process.wait(20) == 0

    with ExitStack() as rooms:
        yield cache(lambda workers, network=NETWORK: rooms.enter_context(opened(workers, network)))


@WORKERS
def test_devices_of_the_local_network_open_what_was_printed(room, workers: int):
    here = room(workers)
    assert f"For students:    http://{LAN}:{here.port}/\n" in here.said
    assert f"              or http://[{LAN6}]:{here.port}/\n" in here.said
    assert DOCKER not in here.said
    assert "▀" not in here.said  # nobody looks at a file with a camera
    answers = here.ask((LAN, "/", ""), (LAN6, "/", ""), ("127.0.0.1", "/", ""), ("::1", "/", ""))
    assert [(status, "The paper mill" in page) for status, page in answers] == [(200, True)] * 4


@WORKERS
def test_where_ipv6_is_off_the_other_will_do(room, workers: int):
    here = room(workers, WITHOUT_IPV6)
    assert f"For students:    http://{LAN}:{here.port}/\nFor the teacher:" in here.said
    answers = here.ask((LAN, "/", ""), ("127.0.0.1", here.teacher, ""))
    assert [status for status, _ in answers] == [200, 303]


@WORKERS
def test_a_name_that_was_not_printed_is_not_answered_to(room, workers: int):
    here = room(workers)
    names = ["evil.example", f"{DOCKER}:{here.port}", f"{LAN}.evil.example", "school.local"]
    answers = here.ask(*((LAN, "/", name) for name in names))
    assert [status for status, _ in answers] == [400] * 4
    assert "Use the address that it printed when it started." in answers[0][1]


@WORKERS
def test_the_teacher_s_pages_open_on_this_machine_alone(room, workers: int):
    here = room(workers)
    assert "(opens on this machine alone)" in here.said
    from_here, from_the_room, pretending = here.ask(
        ("127.0.0.1", here.teacher, ""),
        (LAN, here.teacher, ""),
        (LAN, here.teacher, f"127.0.0.1:{here.port}"),
    )
    assert from_here[0] == 303
    assert from_the_room[0] == pretending[0] == 403
    assert "open only on the computer that runs the quizzes" in from_the_room[1]


def test_the_code_in_the_terminal_is_the_printed_address(folder: Path, tmp_path: Path):
    serve = [sys.executable, "-m", "quizengine", "serve", "--lan", str(folder), "--port", "0"]
    serve += ["--attempts", str(tmp_path / "attempts.db")]
    master, slave = pty.openpty()
    surroundings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    command = ["unshare", "--net", "sh", "-ec", f'{NETWORK}\nexec "$@"', "sh", *serve]
    process = subprocess.Popen(command, stdout=slave, env=surroundings)
    os.close(slave)
    try:
        said = read_terminal(master)
    finally:
        process.terminate()
        process.wait(20)
        os.close(master)
    address = re.search(r"students: +(\S+)", said)[1]
    assert address.startswith(f"http://{LAN}:")
    [found] = zxingcpp.read_barcodes(drawn("\n".join(line for line in said.splitlines() if "▀" in line)))
    assert found.text == address


def read_terminal(master: int) -> str:
    said, until = b"", time.monotonic() + 60
    while b"Ctrl-C" not in said and time.monotonic() < until:
        if select.select([master], [], [], 1)[0]:
            said += os.read(master, 65536)
    return said.decode()


def test_without_a_network_it_says_what_to_do(folder: Path, tmp_path: Path):
    serve = ["serve", "--lan", str(folder), "--attempts", str(tmp_path / "attempts.db")]
    command = ["unshare", "--net", sys.executable, "-m", "quizengine", *serve]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: found no address of this machine in a local network")
    assert "connect this machine to the network" in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_lan_only_this_machine_is_let_in(folder: Path, tmp_path: Path):
    serve = [sys.executable, "-m", "quizengine", "serve", str(folder), "--port", "0"]
    serve += ["--attempts", str(tmp_path / "attempts.db")]
    process = subprocess.Popen(
        ["unshare", "--net", "sh", "-ec", f'{NETWORK}\nexec "$@"', "sh", *serve], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said = "".join(iter(process.stdout.readline, "Stop with Ctrl-C.\n"))
    here = Room(process, said)
    try:
        assert LAN not in said
        [(status, page)] = here.ask(("127.0.0.1", "/", ""))
        assert (status, "The paper mill" in page) == (200, True)
        with pytest.raises(subprocess.CalledProcessError) as refused:
            here.ask((LAN, "/", ""))
        assert "ConnectionRefusedError" in refused.value.stderr
    finally:
        process.terminate()
        process.stdout.close()
        process.wait(20)
