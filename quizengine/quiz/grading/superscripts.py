"""Raised figures (x², m⁻¹) as they are typed on a keyboard."""

import re

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_RAISED = re.compile(r"[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def with_carets(text: str) -> str:
    """The text with each raised number, and its sign, after ^: m⁻¹ is m^-1."""
    return _RAISED.sub(lambda raised: f"^{raised[0].translate(SUPERSCRIPTS)}", text)
