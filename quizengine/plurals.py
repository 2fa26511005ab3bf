"""A number with the right form of its noun, for messages in English."""


def with_number(count: float, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 question, 2 questions, 1,200 questions; `many` is an irregular plural."""
    return f"{count:,} {plural_form(count, one, many)}"


def plural_form(count: float, one: str, many: str = "") -> str:
    """Return what a thing is called where there are so many of it."""
    return one if count == 1 else many or f"{one}s"
