"""Verbs of reporting in a stretch of a sentence, each with its subject and the name that this is.

The stretch may be what is beside a quotation, so a subject is only searched inside it; if a parser attaches a name
wrongly, the name right beside the verb is used. Next: `pronouns`.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from quizengine.language.names import mentions_between
from quizengine.language.names.titles import is_role_noun, is_title
from quizengine.language.reporting import stance_of
from quizengine.language.syntax.adjunct_words import TIME_NOUNS
from quizengine.language.syntax.sentence import FINITE_TAGS, TENSED
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.syntax.verb_groups import verb_group
from quizengine.text.article import Article, Span

_UNLESS = frozenset({"if", "unless", "whether", "lest"})
_PARTICIPLE = "VBG"
_GOES_ON = frozenset({"go", "proceed", "continue"})
_SPOKEN_TO = frozenset({"tell", "ask", "remind", "assure", "warn", "inform", "advise", "urge", "text", "email"})
_WHEN = frozenset({"last", "late", "early", "this", "next"})
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "PART"})
_LEADING = _NOMINAL | {"PUNCT", "ADV", "CCONJ"}
_IN_A_TITLE = frozenset({"PROPN", "NOUN", "ADJ"})
_BEFORE_A_VERB = frozenset({"AUX", "ADV"})  # "Lee has now written"
_NAMING = ("flat", "appos", "nmod:desc", "compound")


@dataclass(frozen=True)
class Report:
    """A verb with its subject, whatever it means."""

    tree: Tree
    at: int
    subject: int
    subject_start: int
    shares: bool
    """True if the subject belongs to another verb: "Austin laughed, adding"."""
    goes_on: bool
    """True if what is said follows in words of the article's own: "Austin said that the war was over"."""
    of_others: bool
    """True if what is reported is what another one said: "Abel quoted Lindqvist as saying", "said Lee told her"."""

    @property
    def lemma(self) -> str:
        """The verb as a dictionary lists it."""
        return self.tree.tokens[self.at].lemma.lower()

    @property
    def past(self) -> bool:
        """True if it tells what somebody did."""
        return self.tree.tokens[self.at].xpos == "VBD"

    @property
    def span(self) -> Span:
        """The place of the verb."""
        return self.tree.tokens[self.at].span

    @property
    def is_doubtful(self) -> bool:
        """True if it is denied, supposed, meant for later or done to its subject."""
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


@dataclass(frozen=True)
class Frame:
    """Some neighbouring tokens of one sentence."""

    tree: Tree
    tokens: tuple[int, ...]

    def forms(self, count: int) -> tuple[str, ...]:
        """The first few words, in small letters."""
        return tuple(self.tree.tokens[at].form.lower() for at in self.words()[:count])

    def words(self) -> list[int]:
        """The tokens that are no marks."""
        return [at for at in self.tokens if self.tree.tokens[at].upos != "PUNCT"]

    @cached_property
    def _inside(self) -> frozenset[int]:
        return frozenset(self.tokens)

    def reports(self, bare: bool = False) -> list[Report]:
        """The verbs with a subject that is here, in order; with `bare` participles and infinitives, too."""
        found = [self._report(at, bare) for at in self.tokens]
        return [one for one in found if one is not None]

    def _report(self, at: int, bare: bool) -> Report | None:
        token = self.tree.tokens[at]
        if token.upos != "VERB" or self.name_over(at):
            return None
        own = self._own_subject(at) if token.xpos != _PARTICIPLE or self._has_auxiliary(at) else None
        if not (token.xpos in TENSED or self._has_auxiliary(at) or bare or (token.xpos == "VBN" and own is not None)):
            return None
        holder = at
        if own is None and bare:
            holder, own = self._shared_subject(at)
        if own is None or own not in self._inside:
            return None
        phrase = [each for each in self.tree.subtree(own) if each in self._inside and (each - at) * (own - at) > 0]
        goes_on = own < at and any(self._says_on(child) for child in self.tree.children[at] if child > at)
        nested = any(self._is_a_report(child) for child in self.tree.children[at] if child > at)
        return Report(self.tree, at, own, min(phrase, default=own), holder != at, goes_on, nested)

    def _is_a_report(self, child: int) -> bool:
        tree = self.tree
        if child not in self._inside or not stance_of(tree.tokens[child].lemma) or tree.tokens[child].upos != "VERB":
            return False
        marks = {tree.tokens[each].form.lower() for each in tree.dependents(child, "mark", "case")}
        own = tree.dependent(child, "nsubj")
        told = own is not None and tree.tokens[own].xpos not in ("WP", "WDT")
        timed = any(tree.tokens[each].xpos == "WRB" for each in tree.dependents(child, "advmod"))
        return "as" in marks or (is_a(tree.tokens[child].relation, "ccomp") and told and not timed)

    def _says_on(self, child: int) -> bool:
        """Return whether an object or clause after a verb tells what is said in words of the article's own."""
        tree = self.tree
        if child not in self._inside or not is_a(tree.tokens[child].relation, "ccomp", "obj", "xcomp"):
            return False
        mark = tree.dependent(child, "mark")
        return tree.tokens[child].xpos != _PARTICIPLE and (mark is None or tree.tokens[mark].form.lower() == "that")

    def _has_auxiliary(self, at: int) -> bool:
        return any(self.tree.tokens[each].xpos in FINITE_TAGS for each in self.tree.dependents(at, "aux"))

    def _own_subject(self, at: int) -> int | None:
        """The subject of a verb by the tree; else the name that is right beside it."""
        found = [each for each in self.tree.dependents(at, "nsubj") if each in self._inside]
        if found:
            return min(found, key=lambda each: (each > at, abs(each - at)))
        behind = self.words()[:1] == [at]
        first = min(self.tree.dependents(at, "aux"), default=at)
        helping = [each for each in range(first, at) if self.tree.tokens[each].upos in _BEFORE_A_VERB]
        beside = [each for each in self.words() if (each > at if behind else each < at) and each not in helping]
        run = list(takewhile(self._may_name, beside if behind else reversed(beside)))
        if not behind:
            return run[0] if run and self.name_over(run[0]) else None
        return next(filter(self._ends_a_name, run), None)

    def _may_name(self, at: int) -> bool:
        """Return whether a token belongs to a name, or to the title before it."""
        after_a_name = at - 1 in self._inside and self.name_over(at - 1) and self.tree.tokens[at].form.islower()
        token = self.tree.tokens[at]
        return bool(after_a_name) or token.xpos == "HYPH" or (self._describes(at) and token.upos != "PUNCT")

    def _ends_a_name(self, at: int) -> bool:
        """Return whether a name ends with a token, and no noun follows that it only describes: "Trump adviser"."""
        named = self.name_over(at)
        if named is None or named.end > self.tree.tokens[at].span.end:
            return False
        following = self.tree.tokens[at + 1] if at + 1 in self._inside else None
        if following is not None and following.xpos == "HYPH":
            return False
        if following is None or following.upos not in _NOMINAL:
            return following is None or following.upos in ("PUNCT", "ADV", "ADP", "CCONJ", "SCONJ")
        return following.lemma.lower() in TIME_NOUNS or following.form in _WHEN

    def _shared_subject(self, at: int) -> tuple[int, int | None]:
        """The verb that has the subject of one that has none of its own, and that subject."""
        for above in self.tree.ancestors(at):
            token = self.tree.tokens[at]
            lemma = self.tree.tokens[above].lemma.lower()
            participle = token.xpos == _PARTICIPLE or (is_a(token.relation, "xcomp") and token.upos == "ADJ")
            if not (participle or is_a(token.relation, "conj") or lemma in _GOES_ON):
                break
            own = self._own_subject(above)
            if own is not None:
                return above, own
            at = above
        return at, None

    def leads_to(self, at: int) -> bool:
        """Return whether only marks, adverbs and what describes a name is here before a token."""
        return all(self._describes(each) for each in self.tokens if each < at)

    def _describes(self, at: int) -> bool:
        token = self.tree.tokens[at]
        joined = at > 0 and self.tree.tokens[at - 1].xpos == "HYPH"
        named = self.name_over(at) is not None or (token.form[:1].isupper() and token.upos != "PRON")
        return joined or named or token.upos in _LEADING or token.xpos == "PRP$"

    def behind(self, report: Report) -> tuple[int, ...]:
        """The words after a verb, without its particle."""
        return tuple(each for each in self.words() if each > report.at)

    def is_addressee(self, report: Report, tail: tuple[int, ...]) -> bool:
        """Return whether words are empty or only tell to whom, when and where something is said."""
        tokens = [self.tree.tokens[each] for each in tail]
        spoken_to = report.lemma in _SPOKEN_TO or not any(is_a(token.relation, "obj") for token in tokens)
        return spoken_to and len(tail) <= 8 and not any(token.upos in ("VERB", "AUX", "SCONJ") for token in tokens[:-1])

    def has_rival_words(self, report: Report, tail: tuple[int, ...]) -> bool:
        """True if the verb has an object of its own that the words may belong to: "mocked Lindqvist’s slogan"."""
        tree = self.tree
        for at in tail:
            own = is_a(tree.tokens[at].relation, "obj") and tree.tokens[at].head == report.at
            if own and report.lemma not in _SPOKEN_TO and tree.dependents(at, "nmod"):
                return True
        return False

    def speaker(self, head: int) -> Span | None:
        """The name, pronoun or description that a subject is."""
        tree = self.tree
        if any(self._is_another(head, child) for child in tree.dependents(head, "conj")):
            return None
        named = self._name_behind_title(head) or self.name_over(head)
        if named:
            return None if self.is_spoken_for(head) else named
        beside = [child for child in tree.dependents(head, *_NAMING) if child > head]
        for child in [*beside, *self._apposed(head)]:
            if child in self._inside and not tree.dependents(child, "case"):
                named = self.name_over(child)
                if named:
                    return named
        kept = [
            each
            for each in tree.subtree(head, tree.dependents(head, "acl", "appos", "nmod", "advcl"))
            if each in self._inside
        ]
        return tree.span(kept) if kept else None

    def _name_behind_title(self, head: int) -> Span | None:
        """The name after what a parser takes for the subject: "Mr" of "Mr Abel", "U.S." of "U.S. Senator Abel"."""
        tokens, at = self.tree.tokens, head + 1
        own = (None, self.name_over(head))
        while at in self._inside and tokens[at].upos in _IN_A_TITLE and self.name_over(at) in own:
            at += 1
        titled = tokens[head].upos == "PROPN" and (is_title(token := tokens[at - 1].form) or is_role_noun(token))
        return self.name_over(at) if titled and at in self._inside else None

    def is_spoken_for(self, head: int) -> bool:
        """Return whether a name is that of whom the speaker speaks for: "a spokesman for Mayor Ruth Abel said"."""
        tokens, at = self.tree.tokens, head
        while at > 1 and (tokens[at].upos in _IN_A_TITLE or tokens[at].form == "and"):
            at -= 1
        return at > 0 and tokens[at].form.lower() == "for" and is_role_noun(tokens[at - 1].form)

    def _is_another(self, head: int, child: int) -> bool:
        """True if a noun joined to a subject is a second speaker, and not what is in apposition to the first."""
        tree = self.tree
        joined = tree.dependent(child, "cc") is not None
        between = [token.form for token in tree.tokens[head + 1 : child]]
        return joined and ("," not in between or self.name_over(child) is not None)

    def _apposed(self, head: int) -> list[int]:
        """The names after a comma that a parser hangs on the end of a description: "an aide at Acme, Lee Oduya"."""
        tree = self.tree
        return [
            each
            for each in tree.subtree(head)
            if is_a(tree.tokens[each].relation, "appos", "nmod:desc")
            and "," in (tree.tokens[min(tree.subtree(each)) - at].form for at in (0, 1))
            and self.name_over(tree.tokens[each].head)
        ]

    def name_over(self, at: int) -> Span | None:
        """The mention of a name that a token belongs to."""
        place = self.tree.tokens[at].span
        start = self.tree.tokens[self.tokens[0]].span.start
        for span, _ in mentions_between(place.article, start, place.end):
            if span.start <= place.start and place.end <= span.end:
                return span
        return None

    def name_that_is(self, words: str) -> Span | None:
        """The name that some words are, with titles before it at most."""
        start = self.tree.tokens[self.tokens[0]].span.start
        end = self.tree.tokens[self.tokens[-1]].span.end
        article = self.tree.sentence.span.article
        at = article.text.find(words, start, end) if words else -1
        return self.name_between(article, at, at + len(words)) if at >= 0 else None

    @staticmethod
    def name_between(article: Article, start: int, end: int) -> Span | None:
        """The name of a person or organisation that fills a stretch of the text, with titles before it at most."""
        for span, name in mentions_between(article, start, end):
            before = re.findall(r"[^\W\d_][\w.’'-]*", article.text[start : span.start])
            if span.end == end and name.kind in ("person", "organisation", "other"):
                return span if all(is_role_noun(word) or word[0].isupper() for word in before) else None
        return None
