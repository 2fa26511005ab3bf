"""Puts off the search for garbage while much is made that lasts: it would look through all that again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def search_put_off() -> Iterator[None]:
    """Keep Python from looking for garbage in cycles meanwhile; it counts references all the same.

    In several threads, the first one to leave ends it for all: the others are only slower then.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
