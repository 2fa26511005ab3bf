"""The web pages: `create_app()` makes the app, `serving.serve()` runs it.

The pages of students and of teachers each have their own wing. Every page works without JavaScript, which only adds
convenience. Read `app` first.
"""

from quizengine.web.app import create_app
from quizengine.web.serving import Addresses, serve

__all__ = ["Addresses", "create_app", "serve"]
