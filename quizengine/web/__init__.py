"""The browser surface: `create_app()` makes it, `serving.serve()` runs it.

One blueprint for each audience: `student` and `teacher`. Pages are whole without JavaScript; there is none.
Read `app` first.
"""

from quizengine.web.app import create_app
from quizengine.web.serving import Addresses, serve

__all__ = ["Addresses", "create_app", "serve"]
