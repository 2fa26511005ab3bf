"""The command `quizengine`, also as `python -m quizengine`: the terminal's commands, and `serve` for the browser."""

from quizengine.cli import quizengine


def main() -> None:
    """Run the command line."""
    quizengine(prog_name="quizengine")


if __name__ == "__main__":
    main()
