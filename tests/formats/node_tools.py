"""Programs from npm that read what is exported: where they are, and what to do where they are missing.

CI installs them (`.ci/run`), and there a missing one is a failure. On other machines its tests are skipped.
"""

import os
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("QUIZENGINE_NODE_TOOLS", Path(__file__).parents[2] / ".node"))
INSTALL = "npm install --prefix .node --no-save $(cat tests/formats/npm_packages.txt)"


def node_module(name: str, path: str) -> Path:
    """A file of an npm package; skips the test without it, and fails it in CI."""
    found = FOLDER / "node_modules" / name / path
    if not found.exists():
        missing(f"found no {found}, expected the npm package {name}: {INSTALL}")
    return found


def missing(words: str) -> str:
    """Skip the test, or fail it in CI, with words that say how to get what is missing."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(words)
    return words
