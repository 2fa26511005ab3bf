"""Forms A, B and C of a quiz for paper: the same questions, each form in an order of its own."""

from dataclasses import replace
from random import Random

from quizengine.quiz.quiz import Quiz

LETTERS = ("A", "B", "C")


def paper_form(quiz: Quiz, letter: str) -> Quiz:
    """The quiz as the form with this letter: its questions and options in another order than in any other form.

    The order follows from the quiz and the letter, so a form and its key sheet belong together whenever they are made.
    """
    questions = list(quiz.questions)
    Random(f"{quiz.id}/{letter}").shuffle(questions)
    return replace(
        quiz, title=f"{quiz.title} · {letter}", questions=tuple(questions), seed=quiz.seed + ord(letter) - ord("A") + 1
    )
