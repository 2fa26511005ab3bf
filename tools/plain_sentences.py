"""Sentences of our own beside the treebanks: plain statements such as news and textbooks have, and treebanks lack.

Each line of plain_patterns.txt is a pattern: for each token its form, Penn tag, the place of its head and its relation,
separated by "|". What is in braces is drawn from a list below by a generator of a fixed seed. The patterns follow the
guidelines of Universal Dependencies; all words are ours. Lemmas are not learnt from here.
"""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

from conllu import TreebankSentence, Word

FILLINGS = 14
"""The number of times that each pattern is filled."""

_PATTERNS = Path(__file__).with_name("plain_patterns.txt")
_WORDS = {
    "n": """windmill brickyard school church bridge library museum council harbour quarry factory railway hospital
        tunnel market theatre palace tower canal dam airport station garden temple chapel stadium treaty
        statue novel opera symphony song poem film hymn play painting mine brewery shipyard lighthouse
        reservoir cathedral college prison port bank newspaper company orchestra monastery fort bay plant
        pier programme law fund census fleet""",
    "ns": """lathes boats farmers workers soldiers bridges schools houses villages ships trains pupils nurses miners
        sailors tolls prices wages rules books patients voters towns roads trees horses wells shops
        tickets delegates refugees officers banks cells laws exercises talks raids repairs reforms floods
        storms""",
    "who": """teacher farmer painter mayor doctor nurse judge king queen bishop merchant engineer reporter lawyer
        sailor poet ministry committee board agency union department charity""",
    "mass": """hail rain bread steel wheat coal grain timber salt ice music science history faith trade nature fog frost
        wool copper sugar cotton rice politics chemistry""",
    "adj": """heavy old new large small long solemn famous early late strong joint shared military annual poor rich
        local wooden royal public bad deep severe common""",
    "done": """closed sold built opened performed signed founded destroyed burned repaired published restored painted
        finished buried sunk written shown named planned begun funded printed""",
    "went": """closed opened collapsed reopened grew fell rose sank worked rowed marched died sang returned protested
        disappeared waited burned taught""",
    "did": """bought sold gained built founded closed opened lost visited signed left restored destroyed produced
        exported occupied planted rescued hired invited won captured""",
    "do": "build develop repair finish open defend rebuild restore move design",
    "help": "enable help allow oblige encourage teach force",
    "helps": "helps teaches guides protects feeds carries supports",
    "first": """Clare Hanna Ines Tom Ruth Peter Maria Ida Sam Lena Marko Jonas Sven Greta Paul Nora Hugo Clara Otto
        Irene Samuel Emma Victor Louise""",
    "last": """Lind Barker Adeyemi Pereira Gomes Stone Wren Heath Bell Dahl Roth Bruun Ilić Mensah Brandt Keller Novak
        Byrne Lund Costa Weiss Farrell Haas Duval
        Finch Marsh Carter Pike Rivers Fields Swift""",
    "place": """Madrid Bergen Morven Callan Cork Oslo Bonn Ashby Denholm Varna Moscow Ireland Kenya Pelland Porto Lyon
        Dresden Norway Cuba Peru Galway Rye Basel Turin Chile
        Flint Bath Ridge Brook Haven Granite Cascade Falls Rapid Spring
        Harrow Anchor Beacon Bramble Canyon Cedar Clover Coral Crown Dune Ember Falcon Fern Garnet Glacier Grove Hazel
        Heron Hollow Ivy Juniper Lark Laurel Magnet Maple Marble Meadow Mirage Orchard Pebble Pine Prairie Raven Saddle
        Shore Summit Thistle Tundra Valley Willow""",
    "org": """Transair Denholm Ashby Nordsea Oxfam Siemens Kenya Velmont Reuters Interpol Unicef Tarn Corvia
        Brightwater Fiat""",
    "plural": "Airways Airlines Motors Lines Industries Systems Railways Mills Foods",
    "title": "Senator Mayor President Governor Judge Professor Captain Bishop",
    "term": """deterrence allowance nationalism acronym inflation osmosis erosion tariff monopoly reflex metaphor
        photosynthesis bureaucracy""",
    "month": "May June March April July August October",
    "season": "spring summer autumn winter",
    "number": "90 31 40 three seven 12 1,200 250 3,000 fifty nine 64",
    "big": "700,000 41,500 300,000 12,000 2,500 4,250 85,000 1,750 60,000",
    "age": "16 67 31 15 23 48 3 72 19 54 80 11",
    "year": "1880 1920 1862 1946 1963 2005 2011 1789 1931 2016 1994 1960",
    "sign": "£ $ €",
    "units": "tons tonnes barrels litres people acres",
    "paper": "Post Herald Gazette Tribune Chronicle Courier Observer Argus",
    "inst": "Conservatory University College Museum Institute Academy Theatre",
    "event": "storm flood earthquake fire war strike drought famine plague riot explosion crash",
    "harmed": "damaged ruined changed weakened delayed threatened hurt disrupted shaped",
    "led": "led contributed gave belonged spread",
    "forcing": "forcing pushing helping causing allowing leading",
    "moved": "moved returned travelled fled sailed went",
    "said": "said announced warned claimed argued reported added insisted wrote explained",
    "made": "appointed hired named elected employed chosen",
    "doing": "selling buying keeping catching sharing mixing printing burning heating naming teaching",
    "genre": "film novel play song poem book album ballad",
    "people": "critics readers reviewers pupils students guests scholars visitors",
    "praised": "praised reviewed showed saw bought admired",
    "mood": "angry rich poor famous ill",
    "required": "required ordered urged asked allowed forced",
    "nat": "Irish Dutch German Korean Spanish Polish Swedish Kenyan French Turkish Chilean Russian",
    "adjname": "Green Silent Red Golden Broken Lost Hidden Blue",
    "nname": "Lagoon River Harvest Garden Mirror Winter Lantern Harbour",
    "illion": "million billion",
    "cur": "euros dollars pounds francs",
    "day": "1 4 9 12 17 20 23 28 31",
    "grew": "grew fell rose shrank",
    "thing": "Mill Bakery Bridge Hall Street Church Road Railway Accord Prize Act Tower Park Bank Pass",
    "visit": "visit use like see walk cross",
    "town": "town city village port suburb",
    "about": "about around nearly roughly approximately almost",
    "measure": "value price cost area length weight",
    "called": "called labelled dubbed",
    "office": "Finance Health Defence Transport Culture",
    "init": "J. B. T. M. A. R.",
    "doc": "letter book statement report",
    "Done": "Closed Built Opened Performed Founded Destroyed Restored Painted Finished Named Planned",
    "modal": "may might can will could must should would",
    "close": "close open grow fall sink work return collapse rise wait stop burn reopen",
    "Job": "Painter Farmer Teacher Poet Lawyer Engineer Reporter Sailor Doctor",
    "weekday": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "Following": "Following",
    "ing2": "painting selling building printing repairing showing",
    "Do": "Build Repair Open Defend Mind Close Watch",
    "ing": "waiting working gathering fighting resting",
}
_UPOS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "DT": "DET",
         "CD": "NUM", "CC": "CCONJ", "IN": "ADP", "TO": "PART", "POS": "PART", "$": "SYM", "EX": "PRON", "PRP": "PRON",
         "PRP$": "PRON", "WDT": "PRON", "WP": "PRON", "RB": "ADV", "RBR": "ADV", "WRB": "ADV",
         "MD": "AUX", "``": "PUNCT", "''": "PUNCT", ",": "PUNCT", ".": "PUNCT"}  # fmt: skip


def plain_sentences() -> tuple[TreebankSentence, ...]:
    """The sentences, those of one pattern in a row."""
    rng = Random(0)
    lists = {name: words.split() for name, words in _WORDS.items()}
    patterns = [pattern.split() for pattern in _PATTERNS.read_text("utf-8").splitlines()]
    return tuple(_filled(pattern, lists, rng) for pattern in patterns for _ in range(FILLINGS))


def _filled(pattern: list[str], lists: dict[str, list[str]], rng: Random) -> TreebankSentence:
    words = []
    for token in pattern:
        slot, tag, head, relation = token.split("|")
        form = re.sub(r"\{(\w+)\}", lambda found: rng.choice(lists[found[1]]), slot)
        words.append(Word(form, form.lower(), _upos(tag, relation), tag, int(head), relation, True))
    for at, (word, behind) in enumerate(pairwise(words)):
        if word.form in ("a", "A") and behind.form[0] in "aeiou":
            words[at] = replace(word, form=word.form + "n", lemma="an")
    first = 1 if words[0].form == "“" else 0
    words[first] = replace(words[first], form=words[first].form[:1].upper() + words[first].form[1:])
    return TreebankSentence(tuple(words), " ".join(word.form for word in words))


def _upos(tag: str, relation: str) -> str:
    if relation == "mark" and tag == "IN":
        return "SCONJ"
    if tag.startswith("VB"):
        return "AUX" if relation.startswith(("aux", "cop")) else "VERB"
    return _UPOS[tag]
