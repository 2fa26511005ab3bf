"""Tells by address who sends wrong codes and tokens; `store.misses` counts them, sets the limit and makes them wait."""

from ipaddress import IPv6Address, ip_address, ip_network

from flask import request

from quizengine.web.app_context import app_context

_CODE = "code"
_TOKEN = "token"  # noqa: S105 # what is guessed, not a token
"""Counted separately: a class that mistypes its codes says nothing about tokens."""
_OF_ONE_SUBSCRIBER = 64
"""Bits of an IPv6 address: a device can choose the rest, as often as it likes (RFC 4291, RFC 8981)."""


def client_key() -> str:
    """Return the sender of a code, as the store counts wrong codes."""
    return f"{_CODE} from {_network(request.remote_addr or '')}"


def count_wrong_token() -> None:
    """Count a token that is not the teacher's; raises TooManyMissesError if too many came from there.

    A right token is not asked about here: it is never refused, whoever has guessed wrong at the same address.
    """
    app_context().store.misses.guarded(f"{_TOKEN} from {_network(request.remote_addr or '')}", lambda connection: None)


def _network(address: str) -> str:
    """The network of one subscriber: an IPv4 address, or the first 64 bits of an IPv6 one; other texts as they are."""
    try:
        found = ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return address or "unknown"
    if not isinstance(found, IPv6Address):
        return str(found)
    mapped = found.ipv4_mapped
    return str(mapped) if mapped else str(ip_network((found, _OF_ONE_SUBSCRIBER), strict=False))
