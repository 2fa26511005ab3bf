"""British and American spelling: "labour" and "labor", "organisation" and "organization", "anaemia" and "anemia".

Written out by kind, as a list of all words would be long and the only package for it (breame) has been left since 2021.
Next: `spelt_otherwise`.
"""

import re
from collections.abc import Iterator

_OUR = (
    "arm|behavi|cand|clam|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|misdemean|od|parl|rig|rum|sav|splend|tum"
    "|val|vap|vig"
)
_OUR_ENDS = r"(?=(?:s|ed|ing|ful|able|ite|hood|less|ers?|al|ally|ism|y)?\b)"
_RE = "cent|theat|lit|fib|sab|scept|spect|lust|somb|calib|(?:kilo|centi|milli|micro|nano)?met"
_IZE = (
    "organ|recogn|colon|industrial|national|central|modern|urban|global|real|social|special|standard|steril|polar|oxid"
    "|ion|neutral|fertil|immun|crystal|hybrid|summar|character|capital|liberal|privat|vapor|synthes|metabol|optim"
)
_L = "travel|cancel|model|label|level|signal|counsel|fuel|tunnel|marvel"
_AEMIA = "an|leuk|isch|glyc|ur|septic|tox|hypox|thalass|bacter|lipid"
_PAIRS = (
    (rf"\b(mis|dis|un)?({_OUR})our{_OUR_ENDS}", r"\1\2or", rf"\b(mis|dis|un)?({_OUR})or{_OUR_ENDS}", r"\1\2our"),
    (rf"\b({_RE})re(s?)\b", r"\1er\2", rf"\b({_RE})er(s?)\b", r"\1re\2"),
    (rf"(?<!\w)(\w*(?:{_IZE}))is(ation|e|ing)", r"\1iz\2", rf"(?<!\w)(\w*(?:{_IZE}))iz(ation|e|ing)", r"\1is\2"),
    (r"\b(\w{4,})isation(?=s?\b)", r"\1ization", r"\b(\w{4,})ization(?=s?\b)", r"\1isation"),
    (r"\b(\w*(?:anal|paral|catal|hydrol))ys(e[dr]?|ing)\b", r"\1yz\2", r"\b(\w+l)yz(e[dr]?|ing)\b", r"\1ys\2"),
    (r"\b(def|off|lic|pret)ence", r"\1ense", r"\b(def|off|lic|pret)ense", r"\1ence"),
    (
        r"\b(catal|dial|anal|monol|prol|epil)ogue(?=s?\b)",
        r"\1og",
        r"\b(catal|dial|anal|monol|prol|epil)og(?=s?\b)",
        r"\1ogue",
    ),
    (rf"\b({_L})l(?=(?:ed|ing|ers?|ous)\b)", r"\1", rf"\b({_L})(?=(?:ed|ing|ers?|ous)\b)", r"\1l"),
    (rf"\b(\w*(?:{_AEMIA}))aemi", r"\1emi", rf"\b(\w*(?:{_AEMIA}))emi(?=[ac]s?\b)", r"\1aemi"),
    (r"\bhaem(?=[aio])", "hem", r"\bhem(?=oglob|orrh|oph|atol|atop|olys|odial|ostas|atoma)", "haem"),
    (r"paed(?=iat|ic)", "ped", r"\b(?<=)ped(?=iatr)|(?<=ortho)ped(?=ic)", "paed"),
    *(
        (rf"\b{british}", american, rf"\b{american}", british)
        for british, american in (
            ("oesophag", "esophag"),
            ("oestrogen", "estrogen"),
            ("oedema", "edema"),
            ("foet", "fet"),
            ("faec", "fec"),
            ("diarrhoea", "diarrhea"),
            ("coeliac", "celiac"),
            ("anaesth", "anesth"),
            ("archaeolog", "archeolog"),
            ("palaeo", "paleo"),
            ("mediaeval", "medieval"),
            ("gynaecolog", "gynecolog"),
            ("caesarean", "cesarean"),
            ("encyclopaedia", "encyclopedia"),
            ("amoeba", "ameba"),
            ("manoeuvr", "maneuver"),
            ("sulph", "sulf"),
            ("aluminium", "aluminum"),
            ("grey", "gray"),
            ("plough", "plow"),
            ("mould", "mold"),
            ("sceptic", "skeptic"),
            ("aeroplane", "airplane"),
            ("artefact", "artifact"),
            ("judgement", "judgment"),
            ("ageing", "aging"),
            ("enrolment", "enrollment"),
            ("jewellery", "jewelry"),
            ("moustache", "mustache"),
            ("programme(?!d|r)", "program(?!m)"),
        )
    ),
)
"""The British pattern and its American form, then the reverse; capitals are kept."""
_LOOKS_AHEAD = re.compile(r"\(\?!.*\)")


def british_and_american(text: str) -> Iterator[str]:
    """Yield a text in British and in American spelling, where that is another one."""
    american = british = text
    for its, becomes, other, back in _PAIRS:
        american = _replaced(american, its, becomes)
        british = _replaced(british, other, back)
    yield from dict.fromkeys(way for way in (british, american) if way != text)


def _replaced(text: str, pattern: str, by: str) -> str:
    def one(found: re.Match[str]) -> str:
        new = found.expand(_LOOKS_AHEAD.sub("", by))
        return new[:1].upper() + new[1:] if found[0][:1].isupper() else new

    return re.sub(pattern, one, text, flags=re.IGNORECASE)
