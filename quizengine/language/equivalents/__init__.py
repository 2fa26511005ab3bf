"""Other ways to write a name or a term that every reader takes for the same, and those that an article gives itself.

Marking sets aside case, accents, hyphens, a leading article and "and" beside "&"; what is here has other letters.
Read `spelt_otherwise` first, which knows no article, then `also_called`, which reads one.
"""

from quizengine.language.equivalents.also_called import also_called
from quizengine.language.equivalents.spelt_otherwise import spelt_otherwise

__all__ = ["also_called", "spelt_otherwise"]
