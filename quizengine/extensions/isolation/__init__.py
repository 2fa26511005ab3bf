"""Runs code that must not be able to stop this process in a separate process, with a time limit.

`process` starts, calls and kills such a process; `child` is what runs in it; `plugins` moves the plugins that do not
come with quizengine there. Read `process` first.
"""

from quizengine.extensions.isolation.plugins import PluginHost
from quizengine.extensions.isolation.process import ChildLostError, ChildProcess, RequestError, command_for

__all__ = ["ChildLostError", "ChildProcess", "PluginHost", "RequestError", "command_for"]
