"""Drafts are made beside the server: in a process of its own, which answers no student and yields to those that do.

`folder` is how drafts get from there to the processes that answer, `worker` makes them, `supervisor` starts the worker
again when it dies or takes too long, and `Drafting` is all of this to whoever serves.
"""

from quizengine.drafting.folder import DraftFolder
from quizengine.drafting.supervisor import Drafting

__all__ = ["DraftFolder", "Drafting"]
