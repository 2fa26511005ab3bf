"""Code that must not be able to stop this process runs in a process of its own, with a time limit.

`process` starts, asks and kills such a process; `child` is what runs in it; `plugins` puts the plugins that do not come
with quizengine there. Read `process` first.
"""

from quizengine.extensions.isolation.plugins import PluginHost
from quizengine.extensions.isolation.process import ChildLostError, ChildProcess, RequestError, command_for

__all__ = ["ChildLostError", "ChildProcess", "PluginHost", "RequestError", "command_for"]
