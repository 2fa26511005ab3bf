"""The browser surface: `create_app()` makes it, `serving.serve()` runs it.

The pages of students and of teachers have a wing each. Every page works without JavaScript, which only adds to it.
Read `app` first.
"""

from quizengine.web.app import create_app
from quizengine.web.serving import Addresses, serve

__all__ = ["Addresses", "create_app", "serve"]
