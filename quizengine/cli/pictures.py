"""Turns a graph into a picture, with the program `dot` of Graphviz."""

from quizengine.errors import FormatError

MISSING = (
    "found no program “dot”, which draws the picture: install Graphviz (on Debian: apt-get install graphviz), "
    "or write the graph as text with --format dot or tree-dot"
)


def render_svg(graph: str) -> str:
    """The picture of a graph in DOT as SVG; raises FormatError if Graphviz is missing or cannot draw it."""
    from subprocess import CalledProcessError

    from graphviz import ExecutableNotFound, Source

    try:
        picture: str = Source(graph).pipe(format="svg", encoding="utf-8", quiet=True)
    except ExecutableNotFound:
        raise FormatError(MISSING) from None
    except CalledProcessError as fault:
        raise FormatError(f"“dot” cannot draw the graph: it ended with {fault.returncode}") from None
    return picture
