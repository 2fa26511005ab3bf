"""Numeric options that say in plain words what they expect."""

from typing import Any

import click


class Whole(click.IntRange):
    """A whole number within limits; `expected` says which, as "a whole number from 1 to 64"."""

    def __init__(self, expected: str, least: int | None = None, most: int | None = None) -> None:
        super().__init__(least, most)
        self._expected = expected

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; fails with what was found and what was expected."""
        return _read(super().convert, value, param, ctx, self._expected)


class Decimal(click.FloatRange):
    """A number within limits; `expected` says which, as "a number from 0 to 1"."""

    def __init__(self, expected: str, least: float, most: float | None = None, *, above: bool = False) -> None:
        super().__init__(least, most, min_open=above)
        self._expected = expected

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; fails with what was found and what was expected."""
        return _read(super().convert, value, param, ctx, self._expected)


def _read(convert: Any, value: Any, param: click.Parameter | None, ctx: click.Context | None, expected: str) -> Any:
    try:
        return convert(value, param, ctx)
    except click.BadParameter:
        raise click.BadParameter(f"found {value}, expected {expected}.", ctx, param) from None
