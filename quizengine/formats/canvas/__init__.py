"""QTI 1.2 as Canvas takes it: one package for Classic Quizzes and for New Quizzes, written and read.

`package` holds the files around the questions, `items` the questions, `responses` how each kind is answered and
marked; `reading` reads such packages. Canvas is given QTI 1.2 and never 2.x, whose tolerances and variants its
importers drop. Read `package` first.
"""

from quizengine.formats.canvas.package import CANVAS

__all__ = ["CANVAS"]
