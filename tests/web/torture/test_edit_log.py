"""Banks and the logs beside them when a server is killed in the middle of an edit: nothing acknowledged is lost."""

import re
import threading
import time
from pathlib import Path

from real_servers import KILLS, POSIX, Server, Teacher, wait_until

from quizengine.desk.changes import progress, undo
from quizengine.desk.library import open_library
from quizengine.engine import start

QUESTIONS = 60


@POSIX
def test_whenever_a_server_is_killed_its_bank_and_log_agree_and_all_can_be_undone(tmp_path: Path) -> None:
    folder, attempts = tmp_path / "folder", tmp_path / "attempts.db"
    (folder / "question_banks").mkdir(parents=True)
    bank = folder / "question_banks" / "sums.yaml"
    server, engine = Server(folder, attempts, 1), start(folder)
    for kill in range(KILLS - 1):
        lines = [
            f"  # mine\n  - {{type: short_text, id: sum-{kill}-{n}, stem: What is {n} and {n}?, answer: '{2 * n}'}}\n"
            for n in range(QUESTIONS)
        ]
        bank.write_text("format: quizengine/1\ntitle: Sums\nquestions:\n" + "".join(lines))
        before, done = bank.read_bytes(), list[str]()
        with server.running():
            teacher = Teacher("Teacher", server.port)
            teacher.ask("GET", "/")
            teacher.come_in(attempts)
            editing = threading.Thread(target=drop_one_by_one, args=(teacher, done))
            editing.start()
            wait_until(done.__len__)
            time.sleep(0.3 + 0.37 * kill)
            server.kill()
            editing.join()
        text = bank.read_text()
        assert done and not [each for each in done if f"id: {each}," in text]
        entry = open_library(engine).find("sums")
        assert entry is not None
        edits = len(progress(engine, entry).log.edits)
        assert len(done) <= edits <= len(done) + 1
        for number in range(edits, 0, -1):
            undo(engine, open_library(engine).find("sums") or entry, number)
        assert bank.read_bytes() == before


def drop_one_by_one(teacher: Teacher, done: list[str]) -> None:
    """Take questions out until the server answers no more; what it has acknowledged goes to `done`."""
    try:
        while True:
            page = teacher.ask_once("GET", "/teacher/quizzes/sums/review")[1]
            address = re.search(r'formaction="([^"]+/drop)"', page)[1]
            form = {"seen": re.search(r'name="seen" value="([^"]+)"', page)[1]}
            assert teacher.ask_once("POST", address, form)[0] == 303
            done.append(address.split("/")[-2])
    except (OSError, TypeError, ValueError):
        return
