"""Remembers what a function gave for a relation, so that the questions that all need it do not work it out again."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from quizengine_cause_and_effect.relations import CausalRelation

Result = TypeVar("Result")

OfRelation = Callable[[CausalRelation], Result]


def cache_per_relation(refusal: type[Exception]) -> Callable[[OfRelation[Result]], OfRelation[Result]]:
    """Make a function of one relation remember its result on it, or the words of the refusal that it raises."""

    def caching(function: OfRelation[Result]) -> OfRelation[Result]:
        name = f"result of {function.__module__}.{function.__qualname__}"  # no field can have a name with spaces

        @wraps(function)
        def remembered(relation: CausalRelation, /) -> Result:
            known = relation.__dict__
            if name not in known:
                try:
                    known[name] = function(relation), ""
                except refusal as why:
                    known[name] = None, str(why)
            result, reason = known[name]
            if reason:
                raise refusal(reason)
            found: Result = result
            return found

        return remembered

    return caching
