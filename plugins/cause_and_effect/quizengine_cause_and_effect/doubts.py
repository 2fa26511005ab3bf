"""What keeps words that look like a signal from being a relation."""


class Unsure(Exception):  # noqa: N818 - not a fault: the reader of a signal gives up, with the reason in words
    """The arguments of a signal cannot be told for certain; the message is the reason."""


class NoSignal(Exception):  # noqa: N818 - not a fault: the words only look like a signal
    """The words do not signal a cause here; there is nothing to tell."""
