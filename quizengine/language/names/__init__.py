"""The people, organisations and places that an article names, each with every mention.

Read `name_index` first.
"""

from quizengine.language.names.name_index import (
    Name,
    is_mention,
    mentions_between,
    name_at,
    name_by_full_form,
    name_mentions,
    names_in,
    namesakes,
)

__all__ = [
    "Name",
    "is_mention",
    "mentions_between",
    "name_at",
    "name_by_full_form",
    "name_mentions",
    "names_in",
    "namesakes",
]
