"""The options that a question offers, divided into keys and distractors."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine.quiz.parts import Choice, ChoiceKey, TextKey
from quizengine.quiz.questions import Question, cache_per_question, choices_of, fixed_key


@dataclass(frozen=True)
class OptionList:
    """One list of options: the right ones and the wrong ones."""

    keys: tuple[str, ...]
    distractors: tuple[str, ...]
    multiple: bool
    """True if several may be chosen."""

    @property
    def options(self) -> tuple[str, ...]:
        """All that is offered, the right ones first."""
        return self.keys + self.distractors


@cache_per_question
def option_lists(question: Question) -> tuple[OptionList, ...]:
    """The lists of options of a question, True and False aside, in the order in which they are shown."""
    return tuple(_offers(question))


def _offers(question: Question) -> Iterator[OptionList]:
    keys = fixed_key(question)
    for part in sorted(choices_of(question), key=lambda choice: choice.name):
        key = keys.get(part.name)
        if not isinstance(key, ChoiceKey) or is_true_or_false(part):
            continue
        options = sorted(part.options, key=lambda option: option.text)
        right = tuple(option.text for option in options if option.id in key.ids)
        wrong = tuple(option.text for option in options if option.id not in key.ids)
        yield OptionList(right, wrong, part.multiple)


def only_option_list(question: Question) -> OptionList | None:
    """The one list of options of a question with a single choice to make; None for any other question."""
    found = option_lists(question)
    return found[0] if len(found) == 1 and len(fixed_key(question)) == 1 else None


def single_key(question: Question) -> tuple[str, tuple[str, ...]] | None:
    """The one right option and its distractors, two or more of them, so that a key can stand out; else None."""
    one = only_option_list(question)
    return (one.keys[0], one.distractors) if one and len(one.keys) == 1 and len(one.distractors) > 1 else None


def truth_value(question: Question) -> bool | None:
    """Return whether the right answer to a true/false question is true; None for any other question."""
    choices = choices_of(question)
    if len(choices) == 1 and is_true_or_false(choices[0]) and len(fixed_key(question)) == 1:
        key = fixed_key(question)[choices[0].name]
        return isinstance(key, ChoiceKey) and "true" in key.ids
    return None


def typed_keys(question: Question) -> Iterator[tuple[str, ...]]:
    """The accepted texts of each gap that takes words."""
    for key in fixed_key(question).values():
        if isinstance(key, TextKey):
            yield key.accepted


def is_true_or_false(choice: Choice) -> bool:
    """Return whether the two options are True and False."""
    return len(choice.options) == 2 and {option.id for option in choice.options} == {"true", "false"}
