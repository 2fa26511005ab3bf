"""A signal seen in its sentence: the chunks around it, and the stretches of them that can be its arguments."""

import re
from dataclasses import dataclass
from functools import cached_property

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup
from quizengine.language.clauses import complement_end, gerund_start, is_report, main_verb, shape, subject_start
from quizengine.language.fragments import with_marks
from quizengine.language.word_lists import listed
from quizengine_cause_and_effect.doubts import Unsure

MOST_CHARACTERS = 1_500
"""Of a sentence that is read; what is longer is a list or no prose, and would take minutes."""
_TRIMMED = ",&RX"
_BEFORE_A_SIGNAL = listed(
    """
    mainly largely mostly primarily even also apparently reportedly allegedly simply solely directly immediately
    shortly soon in chiefly possibly perhaps probably presumably
    """
)
_TOLD = re.compile(r"t?R*n(?:p+n)*[RX]*v")
"""What follows a verb of saying: a clause of its own."""
_DATELINE = re.compile(r".*\b\d{1,2}:\d\d ?(?:(?:[AaPp][Mm]|hrs|[A-Z]{3})\b)?[ :,]*(?=[A-Z])", re.DOTALL)
"""The date and time of a report, and the headline before it: "Strike goes on 26 October 2010 06:13 PM"."""
_LEAD = re.compile(r"(?:&?R?,?)?(?:(?:R|(?:p+(?:n|g))+n?|n|gn?(?:p+n)*|pgn?(?:p+n)*),)?(?=n)")

_ALLEGES = (
    "allege",
    "claim",
    "argue",
    "suggest",
    "believe",
    "fear",
    "insist",
    "assert",
    "speculate",
    "predict",
    "warn",
)
_CLAIMS = listed(
    """
    allegation claim fear belief theory suggestion concern idea notion argument rumour rumor speculation accusation
    assertion hope view charge suspicion warning prediction possibility chance risk doubt
    """
)
_WANTS_AN_INFINITIVE = listed(
    """
    plan attempt effort decision right permission ability bid campaign call move need way time opportunity
    willingness desire refusal agreement promise pledge failure law order chance power authority intention wish
    reason commitment people one first vow threat ultimatum proposal offer duty freedom capacity potential
    tendency request demand mandate deal struggle fight battle race appeal thing something anything nothing lot
    much more someone anyone place country state party man woman candidate last
    """
)


@dataclass(frozen=True)
class Stretch:
    """Chunks from start to end, by index, and who is said to say so."""

    start: int
    end: int
    claimant: Span | None = None


@dataclass(frozen=True)
class View:
    """The chunks of a sentence with a signal among them: chunks first to after, `after` not included."""

    pieces: tuple[Chunk, ...]
    first: int
    after: int

    @cached_property
    def code(self) -> str:
        """One letter for each chunk, as in `quizengine.language.clauses`."""
        return shape(self.pieces)

    @property
    def verb(self) -> VerbGroup | None:
        """The signal as a verb group, if it is one."""
        piece = self.pieces[self.first]
        return piece if isinstance(piece, VerbGroup) else None

    def span(self, stretch: Stretch) -> Span | None:
        """What a stretch covers, without commas, conjunctions and adverbs at its ends; None when nothing is left."""
        start, end = stretch.start, stretch.end
        while start < end and self.code[start] in ",&":
            start += 1
        while start < end and self.code[end - 1] in ",&X":
            end -= 1
        if start >= end:
            return None
        return with_marks(_without_dateline(self.pieces[start].span.to(self.pieces[end - 1].span)))

    def subject(self, verb: int) -> Stretch | None:
        """The subject of the verb at an index; of a second verb after "and", that of the first."""
        start = subject_start(self.pieces, verb)
        end = verb
        while end and self.code[end - 1] in _TRIMMED:
            end -= 1
        if start is None:
            start = gerund_start(self.pieces, verb)
        if start is not None:
            return Stretch(start, end, self.claimant(start))
        if antecedent := self._antecedent(verb):
            return antecedent
        before = self.code[:verb].rstrip("R")
        clause = self.clause_before(end) if before.endswith("&") else None
        if clause is None:
            return None
        first = main_verb(self.code, clause.start, clause.end)
        own = subject_start(self.pieces, first) if first is not None else None
        return Stretch(own, first, clause.claimant) if own is not None and first is not None else None

    def _antecedent(self, verb: int) -> Stretch | None:
        """What the "that" or "which" before a verb stands for: the phrase before it, after a comma the whole clause."""
        at = len(self.code[:verb].rstrip("R")) - 1
        if at < 1 or self.code[at] not in "tw" or self.pieces[at].span.text not in ("that", "which"):
            return None
        clause = self.clause_before(at)
        for piece in self.pieces[clause.start : at] if clause else ():
            if isinstance(piece, VerbGroup) and (piece.is_modal or piece.is_negated or piece.form == "infinitive"):
                raise Unsure("the clause that it belongs to states no fact")
        if self.code[at - 1] == ",":
            return clause if self.pieces[at].span.text == "which" else None
        start = at - 1
        while start > 1 and self.code[start - 1] == "p" and self.pieces[start - 1].span.text == "of":
            start -= 2
        is_phrase = re.fullmatch(r"n(?:pn)*", self.code[start:at])
        return Stretch(start, at, clause.claimant if clause else None) if is_phrase else None

    def phrase_before(self, end: int) -> Stretch | None:
        """The noun phrase that ends here, without those before it that it may hang on."""
        return Stretch(end - 1, end) if self.code[end - 1 : end] == "n" else None

    def complement(self, start: int) -> Stretch | None:
        """What a verb or a preposition governs from here on, when it begins with a noun phrase."""
        if not re.compile(r"R*A?n").match(self.code, start):
            return None
        return Stretch(start, complement_end(self.pieces, start))

    def clause_before(self, end: int) -> Stretch | None:
        """The clause that ends here, from where it begins after a mark, a conjunction or "X said"."""
        while end and (self.code[end - 1] in ",&X" or self._belongs_to_the_signal(end - 1)):
            end -= 1
        start = self._clause_start(end)
        start = self._after_report(start, end)
        if lead := _LEAD.match(self.code, start, end):
            start = lead.end() if "v" in self.code[lead.end() : end] else start
        verb = self.code.find("v", start, end)
        if verb < 0 or (self.reports(verb) and self.code.find("v", verb + 1, end) < 0):
            return None
        return Stretch(start, end, self.claimant(start))

    def _belongs_to_the_signal(self, at: int) -> bool:
        return self.code[at] == "R" and self.pieces[at].span.text.lower() in _BEFORE_A_SIGNAL

    def clause_after(self, start: int) -> Stretch | None:
        """The clause that begins here, up to the mark, conjunction or clause that ends it."""
        verb = main_verb(self.code, start)
        if verb is None or re.search(r"[.;:\"]", self.code[start:verb]):
            return None
        while self.reports(verb) and (told := _TOLD.match(self.code, verb + 1)):
            verb = told.end() - 1
        return Stretch(start, complement_end(self.pieces, verb + 1), self.claimant(start))

    def claimant(self, start: int) -> Span | None:
        """Who is said to say what begins at an index: "police said that …", "… , police said"."""
        before = self.code[:start]
        if found := re.search(r"v(?:p?n)?t?\Z", before):
            at = found.start()
            telling = self.pieces[at]
            is_told = self.reports(at) and isinstance(telling, VerbGroup) and not telling.is_passive
            speaker = subject_start(self.pieces, at) if is_told else None
            if speaker is not None:
                end = re.compile(r"n(?:pn)*+").match(self.code, speaker, at)
                return self.pieces[speaker].span.to(self.pieces[(end.end() if end else at) - 1].span)
            if is_told:
                raise Unsure("who says so is not certain")
        for found in re.finditer(r',"?(?:(n(?:p+n)*)v|v(n)(?![^,.;]*v))(?![tn])', self.code):
            group = 1 if found[1] else 2
            if self.reports(self.code.index("v", found.start())):
                return self.pieces[found.start(group)].span.to(self.pieces[found.end(group) - 1].span)
        for found in re.finditer(r"gpn(?:pn)*+", self.code):
            if self.pieces[found.start()].span.text.lower() == "according":
                return self.pieces[found.start() + 2].span.to(self.pieces[found.end() - 1].span)
        return None

    def is_alleged(self, start: int) -> bool:
        """Whether what begins at an index is told as a claim of somebody who is not named beside it."""
        if start < 2 or self.code[start - 1] != "t":
            return False
        before = self.pieces[start - 2]
        if isinstance(before, NounPhrase):
            return before.head.lemma in _CLAIMS
        return isinstance(before, VerbGroup) and before.form != "finite" and before.head.lemma in ("say", *_ALLEGES)

    def reports(self, at: int) -> bool:
        """Whether the chunk at an index is a verb of saying."""
        return is_report(self.pieces[at])

    def _clause_start(self, end: int) -> int:
        for at in range(end - 1, -1, -1):
            letter, rest = self.code[at], self.code[at + 1 : end]
            if letter in ';:"' or (letter == "(" and ")" not in rest) or (letter == "-" and "v" in rest):
                return at + 1
            if letter == "t" and "v" in rest and re.search(r"v(?:pn|n)?\Z", self.code[:at]):
                return at + 1
            if letter in "&," and subject_start_at(self, at + 1, end):
                return at + 1
            if letter in "jW" and "v" in rest and "," not in rest:
                return at + 1
        return 0

    def _after_report(self, start: int, end: int) -> int:
        for at in range(end - 1, start, -1):
            told = _TOLD.match(self.code, at + 1, end) if self.code[at] == "v" and self.reports(at) else None
            verb = self.pieces[told.end() - 1] if told else None
            if isinstance(verb, VerbGroup) and not (verb.is_modal or verb.is_negated):
                return at + 1 + (self.code[at + 1] == "t")
        return start

    def action(self, start: int) -> Stretch | None:
        """What a gerund tells: "for closing the bridge"; None when none begins here."""
        found = re.compile(r"[RX]?g(?=[Rnpit])").match(self.code, start)
        return Stretch(start, complement_end(self.pieces, found.end())) if found else None

    def wants_an_infinitive(self, at: int) -> bool:
        """Whether the infinitive at an index only completes what stands before it: "a plan to build", "ready to go"."""
        before = self.pieces[at - 1]
        if not (isinstance(self.pieces[at], VerbGroup) and self.verb and self.verb.form == "infinitive"):
            return False
        if isinstance(before, NounPhrase):
            return before.head.lemma.lower() in _WANTS_AN_INFINITIVE or before.is_pronoun
        return self.code[at - 1] in "Apj"

    def has_a_deed(self, stretch: Stretch) -> bool:
        """Whether a stretch is somebody with an infinitive: "the council of the town to close the bridge"."""
        found = re.compile(r"n(?:pn)*(?=i)").match(self.code, stretch.start, stretch.end)
        doer = self.pieces[stretch.start : found.end()] if found else ()
        return bool(doer) and all(piece.span.text == "of" for piece in doer if shape((piece,)) == "p")

    def main_word(self, stretch: Stretch) -> str:
        """The dictionary form of a clause's main verb, or of the noun that a phrase is about."""
        inside = self.pieces[stretch.start : stretch.end]
        gerund = inside[0]
        if isinstance(gerund, VerbGroup) and gerund.form == "participle":
            return gerund.head.lemma.lower()
        verb = next((p for p in inside if isinstance(p, VerbGroup) and p.form == "finite"), None)
        noun = next((p for p in inside if isinstance(p, NounPhrase)), None)
        chosen = verb or noun
        return chosen.head.lemma.lower() if chosen else ""

    def head_is_a_name(self, stretch: Stretch) -> bool:
        """Whether a phrase is about somebody or some place by name, or about a number."""
        noun = next((p for p in self.pieces[stretch.start : stretch.end] if isinstance(p, NounPhrase)), None)
        return noun is not None and noun.head.tag in ("PROPN", "NUM", "SYM")

    def is_pronoun(self, stretch: Stretch) -> bool:
        """Whether a stretch is nothing but a pronoun."""
        piece = self.pieces[stretch.start]
        return stretch.end == stretch.start + 1 and isinstance(piece, NounPhrase) and piece.is_pronoun


def subject_start_at(view: View, start: int, end: int) -> bool:
    """Whether a subject begins at an index and its finite verb follows before `end`."""
    verb = view.code.find("v", start, end)
    return verb > start and subject_start(view.pieces, verb) == start


def _without_dateline(span: Span) -> Span:
    """A span without the date and time of a report at its start."""
    found = _DATELINE.match(span.text)
    return span.article.span(span.start + found.end(), span.end) if found else span
