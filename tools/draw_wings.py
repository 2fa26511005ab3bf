"""Draws the wings of the package, and who knows whom, from the imports: as a Mermaid graph in docs/architecture.md.

    python tools/draw_wings.py          # prints the graph
    python tools/draw_wings.py --write  # puts it into the page

An arrow says that a wing imports another. Where a longer way of arrows says so already, the arrow is left out.
"""

import sys
from collections.abc import Mapping, Set
from pathlib import Path

import grimp

PAGE = Path(__file__).parents[1] / "docs" / "architecture.md"
BEGIN, END = "```mermaid\n", "```\n"
EVERYWHERE = frozenset({"errors", "plurals"})
"""Rooms that nearly all others know: their arrows would hide the rest."""


def wings() -> dict[str, frozenset[str]]:
    """Each wing and room directly under the package, with those that it imports."""
    graph = grimp.build_graph("quizengine", cache_dir=None)
    found: dict[str, set[str]] = {}
    for module in graph.modules - {"quizengine"}:
        wing = module.split(".")[1]
        known = {name.split(".")[1] for name in graph.find_modules_directly_imported_by(module) if "." in name}
        found.setdefault(wing, set()).update(known - {wing})
    return {wing: frozenset(known - EVERYWHERE) for wing, known in found.items() if wing not in EVERYWHERE}


def reduced(known: Mapping[str, Set[str]]) -> list[tuple[str, str]]:
    """The arrows that no longer way replaces, in order."""

    def reached(wing: str) -> set[str]:
        return set(known[wing]).union(*map(reached, known[wing]))

    return [
        (wing, other)
        for wing in sorted(known)
        for other in sorted(known[wing])
        if not any(other in reached(between) for between in known[wing] - {other})
    ]


def drawn() -> str:
    """The graph, as Mermaid writes it."""
    arrows = (f"    {wing} --> {other}\n" for wing, other in reduced(wings()))
    return "graph TD\n" + "".join(arrows)


def put_into(page: str, graph: str) -> str:
    """A page with the graph in place of the one that it has."""
    before, _, rest = page.partition(BEGIN)
    return before + BEGIN + graph + END + rest.partition(END)[2]


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        PAGE.write_text(put_into(PAGE.read_text("utf-8"), drawn()), "utf-8")
    else:
        print(drawn(), end="")
