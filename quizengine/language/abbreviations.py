"""Full stops that do not end a sentence: in abbreviations, initials, acronyms and numbered lists."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE_A_NAME = _set(
    "mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col maj sgt cpl pvt pfc capt cmdr cmdt adm supt insp "
    "det rev fr sr br hon pres amb atty st ste mt ft msgr messrs mme mlle herr sra vs v no nos art sec fig figs "
    "vol ch pp p approx ca cf al e.g i.e eg ie viz"
)
"""Never last in a sentence: a name, a number or the rest of a citation follows."""

_LAST_OR_NOT = _set(
    "jr inc corp co cos ltd bros llc plc assn dept univ est etc jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue tues wed thu thurs fri sat sun ave blvd rd hwy bldg calif conn mass mich minn miss pa va fla ga ariz "
    "ark colo del ill ind kan ky la md mo mont neb nev okla ore tenn tex vt wash wis wyo a.m p.m u.s u.n u.k "
    "u.s.a d.c e.u l.a n.y n.j n.c s.c ph.d m.d b.a m.a b.c a.d j.d g.o.p"
)
"""Abbreviations that may end a sentence; then the next one mostly begins with a word that begins sentences."""

_BEGINS_SENTENCES = _set(
    "the a an this that these those it its he she they we i you his her their our my there here but and or so yet "
    "nor if in on at by for from with when while where what who why how after before as since because although "
    "though despite during under until unless once now then still also however moreover meanwhile instead "
    "according among another both each every some many most all no not one two several last next even just only "
    "more over through to"
)

_AFTER_AN_HOUR = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december est edt et pst pdt pt cst cdt ct gmt bst utc cet eastern pacific central "
    "local"
)

_WORDS_THEMSELVES = _set(
    "no nos art fig figs ch p sat sun mar may ill miss mass del va pa la md mo mon wed ind wash cos"
)
"""Abbreviations that are words as well: as such they are not one with the full stop after them."""

_LAST_WORD = re.compile(r"(?:\A|[\s(\[“\"‘'—–/-])([^\s(\[“\"‘'—–/]+)\Z")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")


def goes_on_after(before: str, following: str, opened: bool = False) -> bool:
    """Return whether the full stop between these two ends no sentence.

    `before` is the sentence up to the full stop, `following` the next word, `opened` whether a quotation or a bracket
    opens before that word.
    """
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word, plain = found[1], found[1].casefold()
    begins = following.casefold() in _BEGINS_SENTENCES and following[0].isupper()
    if plain in ("no", "nos", "p", "pp", "art", "sec", "fig", "figs", "vol", "ch", "sat", "sun", "mar", "may"):
        return following[0].isdigit() and (word[0].isupper() or plain in ("pp", "p", "vol"))
    if plain in _WORDS_THEMSELVES and word[0].islower():
        return False
    if plain in _BEFORE_A_NAME:
        return not opened or plain in ("e.g", "i.e", "eg", "ie")
    if plain in ("a.m", "p.m"):
        return following.casefold().strip(".") in _AFTER_AN_HOUR or following[0].isdigit()
    if len(word) == 1 and word.isupper() and word != "I":
        return not begins and not opened
    if plain in _LAST_OR_NOT or _DOTTED.fullmatch(word):
        return not begins and not opened
    return word.isdigit() and before.strip() == word


def keeps_its_full_stop(word: str) -> bool:
    """True if a full stop right after this word belongs to it, as in "Mr." and "J." (not in "no." and "may.")."""
    plain = word.casefold()
    if plain in _WORDS_THEMSELVES:
        return False
    initial = len(word) == 1 and word.isupper() and word != "I"
    return initial or plain in _BEFORE_A_NAME or plain in _LAST_OR_NOT
