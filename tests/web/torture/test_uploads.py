"""Files that teachers hand in pass real servers of both kinds, and nothing larger or from anybody else does."""

import http.client
from pathlib import Path

import pytest
from real_servers import POSIX, WORKERS, Server, wait_until

from quizengine.desk.intake import LARGEST_UPLOAD

pytestmark = [POSIX, pytest.mark.alone]
LINE = "--a-line-between"
BANK = "format: quizengine/1\ntitle: Rivers\nquestions:\n  - {type: short_text, stem: Which river?, answer: Elbe}\n"


def form(file: bytes, name: str = "bridge.txt") -> bytes:
    """The form that hands in a file, as a browser sends it."""
    fields = f'{LINE}\r\nContent-Disposition: form-data; name="way"\r\n\r\nfile\r\n'
    head = f'{LINE}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    return fields.encode() + head.encode() + file + f"\r\n{LINE}--\r\n".encode()


class Sender:
    """A browser that sends files."""

    def __init__(self, port: int) -> None:
        self._port, self.cookie = port, ""

    def sign_in(self, token: str) -> None:
        status, _, cookie = self.ask("GET", f"/teacher?token={token}")
        assert status == 303
        self.cookie = cookie.split(";")[0]

    def ask(self, method: str, path: str, body: bytes | None = None, length: int | None = None) -> tuple[int, str, str]:
        """The status, where it leads or else the page, and a cookie; with a length, no body is sent but announced."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        connection.putrequest(method, path)
        connection.putheader("Origin", f"http://127.0.0.1:{self._port}")
        connection.putheader("Content-Type", f"multipart/form-data; boundary={LINE[2:]}")
        if self.cookie:
            connection.putheader("Cookie", self.cookie)
        if body is not None or length:
            connection.putheader("Content-Length", str(length or len(body or b"")))
        connection.endheaders(body)
        answer = connection.getresponse()
        page = answer.read().decode()
        connection.close()
        return answer.status, answer.getheader("Location") or page, answer.getheader("Set-Cookie") or ""


@WORKERS
def test_a_teacher_hands_in_large_files_and_nobody_else_does(tmp_path: Path, workers: int) -> None:
    folder, attempts = tmp_path / "folder", tmp_path / "attempts.db"
    (folder / "question_banks").mkdir(parents=True)
    (folder / "question_banks" / "rivers.yaml").write_text(BANK)
    server = Server(folder, attempts, workers)
    with server.running():
        token = attempts.with_name(f"{attempts.name}.teacher")
        wait_until(token.exists)
        teacher, stranger = Sender(server.port), Sender(server.port)
        wait_until(lambda: _answers(stranger))
        teacher.sign_in(token.read_text().strip())

        text = b"The bridge\n\n" + b"The bridge was built in 1890. " * 70_000  # 2 MB, more than any other form may have
        status, page, _ = teacher.ask("POST", "/teacher/new", form(text))
        assert (status, "found 2,100,0" in page) == (422, True), "it was read whole, and is too long an article"
        assert teacher.ask("POST", "/teacher/new", form(text[:300_000]))[:2] == (303, "/teacher/new/the-bridge.txt")
        assert (folder / "seeds" / "the-bridge.txt").stat().st_size == 300_000

        status, page, _ = teacher.ask("POST", "/teacher/new", length=50_000_000)  # refused before it is sent
        assert (status, "The file is larger than 20 MB" in page) == (413, True)
        assert stranger.ask("POST", "/teacher/new", length=LARGEST_UPLOAD)[0] == 413
        assert stranger.ask("POST", "/teacher/new", form(text[:300_000]))[0] == 403
        assert teacher.ask("POST", "/teacher/quizzes/any/state", length=LARGEST_UPLOAD)[0] == 413

        question = "/teacher/quizzes/rivers/questions/new/choice"  # whose form may bring an image
        status, page, _ = teacher.ask("POST", question, length=50_000_000)
        assert (status, "The file is larger than 15 MB" in page) == (413, True)
        status, page, _ = teacher.ask("POST", question, form(b"x" * 16_000_000, "a.png"))
        assert (status, "Say in words what it shows" in page) == (422, True)
        assert stranger.ask("POST", question, length=LARGEST_UPLOAD)[0] == 413
        assert not (folder / "media").exists()


def _answers(sender: Sender) -> bool:
    try:
        return sender.ask("GET", "/")[0] == 200
    except OSError:
        return False
