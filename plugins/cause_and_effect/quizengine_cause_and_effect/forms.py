"""The grammatical forms that options have."""

from enum import Enum


class Form(Enum):
    """The grammatical form of an option; all options of a question have the same one."""

    PHRASE = "a noun phrase: the storm of 1953"
    CLAUSE = "a clause: the storm broke two piers"
    DEED = "an infinitive without its “to”: close the bridge"
    MOTIVE = "an infinitive with its “to”: to save the bridge"
    ACTION = "a present participle: closing the bridge"
