"""Who and what an article names: people, organisations and places, each with every mention of it.

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
