"""Word lists as they are easiest to read and mend: running text between quotation marks."""


def listed(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, parted by | and free of line breaks."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))
