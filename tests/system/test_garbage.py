"""The search for garbage is put off while a quiz is made, and goes on afterwards."""

import gc

import pytest

from quizengine.system.garbage import search_put_off


def test_nothing_is_looked_through_meanwhile() -> None:
    with search_put_off():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="lost"), search_put_off():
        raise ValueError("lost")
    assert gc.isenabled()


def test_the_search_stays_off_where_somebody_else_stopped_it() -> None:
    gc.disable()
    try:
        with search_put_off():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
