"""The pronouns of the third person."""

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
"""Pronouns of persons, with the form that they have as a subject."""
THIRD_PERSON = PRONOUNS | {
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "it": "it", "its": "it", "itself": "it",
}  # fmt: skip
"""All pronouns of the third person, with the form that they have as a subject."""
PLURAL_PRONOUNS = frozenset(word for word, subject in THIRD_PERSON.items() if subject == "they")
THING_PRONOUNS = frozenset(word for word, subject in THIRD_PERSON.items() if subject == "it")
