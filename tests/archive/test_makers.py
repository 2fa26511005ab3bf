"""A process that dies or hangs costs the article that it was at, and no other."""

import os
import signal
import threading
from collections.abc import Callable, Iterator

import psutil
import pytest
from archives import bridge

from quizengine.archive.executing import made_of, on_this_machine
from quizengine.archive.makers import Makers
from quizengine.archive.making import Made, Nothing
from quizengine.archive.worker import Making

QUICK = Making(budget=2, grace=2)
Stopped = Callable[[signal.Signals], None]


@pytest.fixture
def makers() -> Iterator[Makers]:
    makers = Makers(QUICK)
    yield makers
    makers.stop()


def the_child() -> psutil.Process:
    """The only process that this one has started."""
    [child] = psutil.Process().children()
    return child


def while_at_work(makers: Makers, data: bytes, signal_: signal.Signals) -> Made:
    """What comes of an article whose process gets a signal before the article does."""
    assert makers.make("first.txt", bridge(0).encode()).questions
    os.kill(the_child().pid, signal.SIGSTOP)
    if signal_ is not signal.SIGSTOP:
        threading.Timer(0.2, os.kill, (the_child().pid, signal_)).start()
    return makers.make("next.txt", data)


def test_an_article_whose_process_is_killed_says_so_and_the_next_one_is_made(makers: Makers) -> None:
    lost = while_at_work(makers, bridge(1).encode(), signal.SIGKILL)
    assert lost == Made(fault="the process that made its bank crashed its process (SIGKILL)")
    assert makers.make("next.txt", bridge(1).encode()).questions


def test_an_article_that_takes_too_long_is_stopped_and_the_next_one_is_made(makers: Makers) -> None:
    late = while_at_work(makers, bridge(1).encode(), signal.SIGSTOP)
    assert late == Made(fault="the process that made its bank took longer than 10 seconds and was stopped")
    assert makers.make("next.txt", bridge(1).encode()).questions


def test_what_comes_of_an_article_says_why_there_is_no_bank(makers: Makers) -> None:
    assert makers.make("rain.txt", b"It rained. It stopped.").nothing is Nothing.FOUND
    assert makers.make("empty.txt", b"").fault == "empty.txt: found no words, expected the text of an article"


def test_only_two_articles_for_each_process_are_on_their_way() -> None:
    taken: list[int] = []

    def articles() -> Iterator[tuple[int, str, bytes]]:
        for number in range(8):
            taken.append(number)
            yield number, f"{number}.txt", bridge(number).encode()

    with on_this_machine(Making(), 2) as workforce:
        finished = enumerate(made_of(articles(), workforce), start=1)
        assert all(made.questions and len(taken) - done <= 4 for done, (_, made) in finished)
    assert psutil.Process().children() == [] and len(taken) == 8
