"""A test that asserts in a loop also asserts that there is something to loop over; else it passes on nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SAME_SIZE = {"enumerate", "sorted", "reversed", "list", "tuple", "pairwise", "product", "chain"}
"""Calls that give nothing only where they are given nothing."""


def asserts(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Assert) for each in ast.walk(node))


def names(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def never_empty(node: ast.expr) -> bool:
    """Whether an iterable shows that it holds something: it is written out, a range, or a constant."""
    match node:
        case ast.Tuple(items) | ast.List(items) | ast.Set(items):
            return any(not isinstance(each, ast.Starred) or never_empty(each.value) for each in items)
        case ast.Dict(keys, values):
            return any(key is not None or never_empty(value) for key, value in zip(keys, values, strict=True))
        case ast.Name(name):
            return name.isupper()
        case ast.Attribute(inner, name):
            return name.isupper() or never_empty(inner)
        case ast.Subscript(inner) | ast.Call(ast.Attribute(inner, "items" | "values" | "keys"), []):
            return never_empty(inner)
        case ast.ListComp(_, sources) | ast.DictComp(_, _, sources):
            return all(never_empty(each.iter) and not each.ifs for each in sources)
        case ast.Call(ast.Name("range"), _):
            return True
        case ast.Call(ast.Name("map" | "filter"), [_, *rest]):
            return all(map(never_empty, rest))
        case ast.Call(ast.Name("zip"), items, [ast.keyword("strict", ast.Constant(True))]):
            return any(map(never_empty, items))
        case ast.Call(ast.Name(name) | ast.Attribute(_, name), [_, *_] as items):
            return name in SAME_SIZE and all(map(never_empty, items))
        case _:
            return isinstance(node, ast.Constant)


def outside_of_loops(node: ast.AST) -> Iterator[ast.stmt]:
    """The statements of a test that run whatever there is to loop over, and the loops themselves."""
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.stmt):
            yield each
        if isinstance(each, ast.With | ast.If | ast.Try):
            yield from outside_of_loops(each)


def written_out(test: ast.FunctionDef) -> set[str]:
    """The variables of a test that hold something from the beginning."""
    given = [node for node in outside_of_loops(test) if isinstance(node, ast.Assign) and never_empty(node.value)]
    return {name for node in given if not isinstance(node.value, ast.Constant) for name in names(node.targets[0])}


def counted(loop: ast.For) -> set[str]:
    """The variables in which a loop counts what it has looked at."""
    added = [node for node in ast.walk(loop) if isinstance(node, ast.AugAssign)]
    return {name for node in added if isinstance(node.value, ast.Constant) for name in names(node.target)}


def drawn_by_hypothesis(test: ast.FunctionDef) -> bool:
    """Whether a test runs on hundreds of drawn examples, of which some may be empty."""
    return any("given(" in ast.unparse(each) for each in test.decorator_list)


def idle_loops(code: str) -> Iterator[str]:
    """The tests with a loop that asserts, over something that neither they nor what gives it assert to be there."""
    functions = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)]
    vouched = {each.name for each in functions if not each.name.startswith("test_") and asserts(each)}
    for test in (each for each in functions if each.name.startswith("test_") and not drawn_by_hypothesis(each)):
        loops = [node for node in outside_of_loops(test) if isinstance(node, ast.For) and asserts(node)]
        claims = [node for node in outside_of_loops(test) if isinstance(node, ast.Assert)]
        said = (vouched | written_out(test)).union(*map(names, claims))
        for loop in loops:
            if not never_empty(loop.iter) and not (names(loop.iter) | counted(loop)) & said:
                yield f"{test.name} loops over {ast.unparse(loop.iter)}"


def test_every_loop_that_asserts_is_known_to_run(checkout: Path) -> None:
    paths = [path for folder in ("tests", "plugins") for path in (checkout / folder).rglob("test_*.py")]
    assert len(paths) > 200
    found = [f"{path.relative_to(checkout)}: {each}" for path in paths for each in idle_loops(path.read_text("utf-8"))]
    assert not found, "assert that there is something to loop over:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("for each in given():\n  assert each", True),
        ("assert other\n for each in given():\n  assert each", True),
        ("for each in sorted(known):\n  assert each", True),
        ("for each in zip(one, other, strict=True):\n  assert each", True),
        ("for each in (*one, *other):\n  assert each", True),
        ("for each in given():\n  print(each)", False),
        ("assert known\n for each in known:\n  assert each", False),
        ("for each in known:\n  assert each\n assert len(known) == 3", False),
        ("for each in checked():\n  assert each", False),
        ("for each in (1, *one):\n  assert each", False),
        ("for each in zip(one, (1, 2), strict=True):\n  assert each", False),
        ("for each in enumerate(QUIZ.items()):\n  assert each", False),
        ("for each in range(3):\n  assert each", False),
        ("with it:\n  for each in given():\n   assert each", True),
        ("known = [each for each in range(3)]\n for each in known:\n  assert each", False),
        ("known = [1, 2]\n for each in known:\n  assert each", False),
        ("seen = 0\n for each in given():\n  seen += 1\n  assert each\n assert seen == 3", False),
    ],
)
def test_what_is_never_empty_needs_no_assertion(body: str, found: bool) -> None:
    code = f"def checked():\n assert known\n return known\ndef test_all():\n {body}\n"
    assert bool(list(idle_loops(code))) == found
