"""A verb with its subject, as it may report what somebody said.

Next: `frames`, which finds them around a quotation.
"""

from dataclasses import dataclass

from quizengine import Span
from quizengine.language import Tree
from quizengine.language.syntax.reporting import stance_of
from quizengine.language.syntax.verb_groups import verb_group

_UNLESS = frozenset({"if", "unless", "whether", "lest"})


@dataclass(frozen=True)
class Report:
    """A verb with its subject, whatever it means."""

    tree: Tree
    at: int
    subject: int
    subject_start: int
    shares: bool
    """Whether the subject stands with another verb: "Austin laughed, adding"."""
    goes_on: bool
    """Whether what is said follows in words of the article's own: "Austin said that the war was over"."""
    of_others: bool
    """Whether what is reported is what another one said: "Abel quoted Lindqvist as saying", "said Lee told her"."""

    @property
    def lemma(self) -> str:
        """The verb as a dictionary lists it."""
        return self.tree.tokens[self.at].lemma.lower()

    @property
    def past(self) -> bool:
        """Whether it tells what somebody did."""
        return self.tree.tokens[self.at].xpos == "VBD"

    @property
    def span(self) -> Span:
        """Where the verb stands."""
        return self.tree.tokens[self.at].span

    @property
    def is_doubtful(self) -> bool:
        """Whether it is denied, supposed, meant for later or done to its subject."""
        group = verb_group(self.tree, self.at)
        if group is None:
            return True
        quoted_as = group.passive and self.lemma == "quote"
        modal = any(
            token.xpos == "MD" and token.form.islower()  # "Will Estrada said" is no future
            for token in (self.tree.tokens[each] for each in self.tree.dependents(self.at, "aux"))
        )
        if group.negated or modal or (group.passive and not quoted_as):
            return True
        if self.of_others and not quoted_as:
            return True
        above = [self.at, *self.tree.ancestors(self.at)]
        markers = {self.tree.tokens[each].form.lower() for at in above for each in self.tree.dependents(at, "mark")}
        denied = any(stance_of(self.tree.tokens[at].lemma) == "doubts" for at in above)
        return bool(markers & _UNLESS) or denied
