"""The people, organisations and places that an article names, each with every mention.

Read `name_index` first.
"""

from quizengine.language.names.name_index import (
    Name,
    is_mention,
    mentioned,
    mentioned_from,
    name_at,
    named_in_full,
    names,
    namesakes,
)

__all__ = [
    "Name",
    "is_mention",
    "mentioned",
    "mentioned_from",
    "name_at",
    "named_in_full",
    "names",
    "namesakes",
]
