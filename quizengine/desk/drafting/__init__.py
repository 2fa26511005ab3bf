"""Drafts are made beside the server: in a process of its own, which answers no student and yields to those that do.

`folder` is how drafts get from there to the processes that answer, `worker` makes them, `supervisor` starts the worker
again when it dies or takes too long, and `Drafting` is all of this to whoever serves. Read `folder` first.
"""

from quizengine.desk.drafting.folder import DraftFolder
from quizengine.desk.drafting.supervisor import Drafting

__all__ = ["DraftFolder", "Drafting"]
