"""What words stand for beyond their sentence: who is meant, and whether a reader understands them alone.

Read `self_containment` first.
"""

from quizengine.language.discourse.naming import full_names
from quizengine.language.discourse.pronouns import referent
from quizengine.language.discourse.self_containment import Pointer, pointers, stands_alone
from quizengine.language.discourse.weight import carriers, weight

__all__ = ["Pointer", "carriers", "full_names", "pointers", "referent", "stands_alone", "weight"]
