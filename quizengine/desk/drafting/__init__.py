"""Drafts are made beside the server, in a separate process that serves no students and yields to those that do.

`folder` passes drafts to the processes of the server, `worker` makes them, `supervisor` restarts the worker if it dies
or takes too long, and `Drafting` is the interface for the server. Read `folder` first.
"""

from quizengine.desk.drafting.folder import DraftFolder
from quizengine.desk.drafting.supervisor import Drafting

__all__ = ["DraftFolder", "Drafting"]
