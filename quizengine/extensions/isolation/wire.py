"""Messages between two processes over a pipe: a length of eight bytes, then a pickled value.

An article is sent once, and from then on by reference: what a child gives back points into the article of its parent.
"""

import pickle
import struct
from io import BytesIO
from typing import IO, Any

from quizengine.text.article import Article

READY, VALUE, FAULT, NOTE = b"r", b"v", b"f", b"n"
"""The first byte of a child's message: it is ready, an answer, why there is none, what it is about to do."""
_LENGTH = 8
_SECONDS = struct.Struct("!d")
_THE_ARTICLE = "article"


def send_message(pipe: IO[bytes], message: bytes) -> None:
    """Write one message; raises OSError if nobody reads."""
    pipe.write(len(message).to_bytes(_LENGTH, "big") + message)
    pipe.flush()


def receive_message(pipe: IO[bytes]) -> bytes | None:
    """The next message; None if there will be none."""
    head = pipe.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    message = pipe.read(length)
    return message if len(message) == length else None


def add_time_limit(seconds: float, request: bytes) -> bytes:
    """The request with the seconds in which it is to be answered."""
    return _SECONDS.pack(seconds) + request


def split_time_limit(message: bytes) -> tuple[float, bytes]:
    """The seconds and the request in a message."""
    return _SECONDS.unpack_from(message)[0], message[_SECONDS.size :]


def encode_value(value: Any, article: Article | None = None) -> bytes:
    """The value as bytes, with a reference wherever it holds the article."""
    buffer = BytesIO()
    _Pickler(buffer, article).dump(value)
    return buffer.getvalue()


def decode_value(data: bytes, article: Article | None = None) -> Any:
    """The value in bytes that a process of ours wrote, with this article where the other one had its own."""
    return _Unpickler(data, article).load()


class _Pickler(pickle.Pickler):
    def __init__(self, buffer: BytesIO, article: Article | None) -> None:
        super().__init__(buffer, protocol=5)
        self._article = article

    def reducer_override(self, obj: Any) -> Any:
        """An article is its text and its name; what was derived from it is derived again."""
        return (Article, (obj.text, obj.name)) if isinstance(obj, Article) else NotImplemented

    def persistent_id(self, obj: Any) -> str | None:
        return _THE_ARTICLE if isinstance(obj, Article) and obj is self._article else None


class _Unpickler(pickle.Unpickler):  # only ever reads what our own processes wrote
    def __init__(self, data: bytes, article: Article | None) -> None:
        super().__init__(BytesIO(data))
        self._article = article

    def persistent_load(self, pid: Any) -> Article:
        if self._article is None:
            raise pickle.UnpicklingError("found a reference to an article where there is none")
        return self._article
