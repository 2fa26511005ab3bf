"""The same article gives the same bytes, whatever instructions the processor has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from numpy._core._multiarray_umath import __cpu_dispatch__ as instructions

SEEDS = Path(__file__).parents[3] / "seeds"


def output_of(*command: str, without: tuple[str, ...] = ()) -> bytes:
    """What quizengine prints when numpy may not use these instructions."""
    environment = {**os.environ, "NPY_DISABLE_CPU_FEATURES": " ".join(without)}
    running = [sys.executable, "-m", "quizengine", *command, str(SEEDS / "north-korean-troops.txt")]
    return subprocess.run(running, check=True, capture_output=True, env=environment).stdout


@pytest.mark.parametrize("command", [("facts", "--format", "jsonl"), ("generate", "-o", "-")])
def test_the_instructions_of_a_processor_change_nothing(command: tuple[str, ...]) -> None:
    usual = output_of(*command)
    assert len(usual) > 1000
    assert output_of(*command, without=tuple(instructions)) == usual
