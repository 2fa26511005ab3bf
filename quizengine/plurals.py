"""A number with what it counts, in the form that goes with it: for messages in English."""


def with_number(count: float, one: str, many: str = "") -> str:
    """So many of a thing: 1 question, 2 questions, 1,200 questions; `many` where it is not `one` with an s."""
    return f"{count:,} {plural_form(count, one, many)}"


def plural_form(count: float, one: str, many: str = "") -> str:
    """Return what a thing is called where there are so many of it."""
    return one if count == 1 else many or f"{one}s"
