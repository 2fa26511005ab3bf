"""The words that signal a cause, one record each: where the arguments stand, a case that hits and one that misses.

Authorities: CNC is the Causal News Corpus V2 (Tan et al. 2022, 2023), with the share of sentences in which the words
signal a cause; PDTB the Penn Discourse Treebank 3.0 annotation manual (Webber et al. 2019), senses Cause and Purpose;
Girju is Girju & Moldovan, "Text Mining for Causal Relations" (2002), whose list ranks causal verbs by ambiguity;
Talmy is "Force Dynamics in Language and Cognition" (1988), on make, let and their kin.
"""

from quizengine_cause_and_effect.readings import Reading, Signal
from quizengine_cause_and_effect.signal_verbs import CHANGING, ENGENDERING, MAKERS, PASSIVE, SOURCES, VERBS

_PHRASES = (
    ("because of", r"because of", "CNC: because of 91 %"),
    ("due to", r"due to", "CNC: due to 97 %"),
    ("owing to", r"owing to", "PDTB: Cause"),
    ("thanks to", r"thanks to", "PDTB: Cause"),
    ("as a result of", r"as a (?:direct )?(?:result|consequence) of", "PDTB: Cause"),
    ("on account of", r"on account of", "PDTB: Cause"),
    ("in response to", r"in response to", "CNC: in response to 67 %"),
    ("in the wake of", r"in (?:the )?(?:wake|aftermath) of", "CNC: in the wake of 67 %"),
    ("following", r"following", "CNC: following 85 %"),
)

_MOTIVES = (
    ("in protest against", r"in protest (?:against|at|over|of)", "in protest against the closure"),
    ("to protest", r"to protest(?: against)?", "to protest against the closure"),
    ("demanding", r"demanding|to demand", "demanding a new bridge"),
    ("seeking", r"seeking|calling for|urging|opposing", "seeking a new bridge"),
    ("protesting against", r"protesting against", "protesting against the closure"),
    ("in order to", r"(?:in order|so as|in a bid|in an (?:attempt|effort)) to", "in a bid to stop the closure"),
)
_HARM = (
    r"kill|injure|hurt|wound|die|damage|destroy|arrest|detain|hospitali[sz]e|displace|gut|burn|torch|succumb|collapse"
    r"|shoot|evacuate|suspend|cancel|postpone|disrupt|affect|shut|hospitali[sz]e"
)
_SANCTION = (
    r"arrest|detain|fine|sentence|charge|jail|critici[sz]e|condemn|punish|dismiss|suspend|thank|praise|book|convict"
    r"|blast|slam|rebuke|denounce|mock|chide|fault|scold|ridicule|commend|applaud|hail|laud|admonish|chastise|berate"
    r"|censure|reprimand|honou?r|assail|lambaste|apologi[sz]e|reward|expel|sue|indict|impeach|oust"
)
_CAMPAIGN = (
    r"stage|hold|march|gather|protest|block|launch|demonstrate|strike|rally|sit|shout|boycott|observe|organi[sz]e|submit|"
    r"assemble|take|go|write|send|file|petition|sue|call|issue|sign|meet|walk|raise|begin|start|join|picket|occupy|stop|fast"
)
_PURPOSEFUL = (
    r"march|gather|assemble|rally|stage|hold|organi[sz]e|launch|form|visit|travel|rush|convene|meet|fire|deploy|block|"
    r"close|shut|cordon|erect|install|introduce|enact|sign|file|submit|collect|open|build|create|found|establish|hire|send|"
    r"return|resort|storm|enter|impose|buy|sell|borrow|spend|donate|dispatch|take|"
    r"converge|lathicharge|lathi-charge|hijack|burst|undertake|sit|join|form|picket|protest|demonstrate|fast|strike|use"
    r"|change|cut|adopt|pass|write|develop|design|pay|add|conduct|study|examine|analy[sz]e|travel|attend|switch|lower|raise|move|hide|wear"
    r"|resign|quit|flee|fly|appoint|nominate|expand|invest|team|partner|unite|intervene|mobili[sz]e|lobby|testify|retire"
    r"|recruit|tap|enlist|repeal|overturn|veto|ban|restrict|rebuild|drill|dig|plant|train|film|stop"
)
_HAPPENING = (
    r"\w{3,}(?:tion|sion|ment|ance|ence|ing|ure|ism|al)|death|attack|protest|strike|violence|riot|clash|murder|rape|arrest|"
    r"raid|blast|crash|war|revolt|coup|vote|storm|flood|fire|earthquake|incident|row|dispute|scandal|outcry|complaint|"
    r"outrage|assault|unrest|failure|victory|defeat|collapse|threat|spill|leak|outbreak|tip-off|escape|theft|breach"
)
_WITH_NEEDS = (
    ("hurt when", Reading.BECAUSE, r"when|after", "injured", "when the bridge fell", "CNC: hurt when", _HARM, ""),
    (
        "arrested over",
        Reading.OWING_TO,
        r"in connection with|over|on charges of",
        "arrested",
        "over the attack",
        "CNC",
        _SANCTION,
        "",
    ),
    ("arrested for", Reading.OWING_TO, r"for", "arrested", "for the attack", "CNC: arrested for", _SANCTION, ""),
)

PARTLY = r"(?:in (?:large |small |great |good |no small )?(?:part|measure)|partly|partially)"
"""What makes a cause a part of the cause only."""

SIGNALS: tuple[Signal, ...] = (
    *(
        Signal(
            name,
            Reading.CAUSES,
            words,
            f"The storm {past} heavy floods.",
            f"The storm may have {past} heavy floods.",
            why,
            changes=name in CHANGING,
        )
        for name, words, past, why in (*VERBS, *ENGENDERING)
    ),
    *(
        Signal(
            name,
            Reading.CAUSES,
            words,
            f"The size of the fleet was {past} by the storm.",
            f"The size of the fleet may be {past} by the storm.",
            why,
            changes=True,
        )
        for name, words, past, why in PASSIVE
    ),
    *(
        Signal(
            name,
            Reading.MAKES_DO,
            words,
            f"The storm {past} the town to close the bridge.",
            f"The storm never {past} the town to close the bridge.",
            why,
        )
        for name, words, past, why in MAKERS
    ),
    *(
        Signal(
            name,
            Reading.COMES_FROM,
            words,
            f"The flood {past} the storm.",
            f"The flood could have {past} the storm.",
            why,
        )
        for name, words, past, why in SOURCES
    ),
    Signal(
        "blame on",
        Reading.LAID_TO,
        r"blame[sd]?(?= [^.;:]+ on\b)|blamed(?= on\b)|attribute[sd]?(?= [^.;:]+ to\b)|attributed(?= to\b)",
        "The miller blamed the flood on the storm.",
        "The miller blamed the flood on his neighbour.",
        "PDTB: Cause, as told by somebody; CNC",
    ),
    Signal(
        "because",
        Reading.BECAUSE,
        r"because(?! of)",
        "The bridge closed because the storm broke two piers.",
        "The bridge closed, but not because the storm broke two piers.",
        "CNC: because 93 %",
    ),
    Signal(
        "in part because",
        Reading.BECAUSE,
        rf"{PARTLY} because(?! of)",
        "The bridge closed in part because the storm broke two piers.",
        "The bridge closed, but not partly because the storm broke two piers.",
        "CNC: because 93 %",
        is_partial=True,
    ),
    Signal(
        "in part because of",
        Reading.OWING_TO,
        rf"{PARTLY} (?:because of|due to|thanks to)",
        "The bridge closed partly because of the storm.",
        "The bridge may close partly because of the storm.",
        "CNC: because of 91 %",
        is_partial=True,
    ),
    *(
        Signal(
            name,
            Reading.OWING_TO,
            words,
            f"The bridge closed {name} the storm.",
            f"If the bridge closes {name} the storm, ferries will run.",
            why,
            cause_needs=_HAPPENING if name == "following" else "",
            is_asked=name != "following",
        )
        for name, words, why in _PHRASES
    ),
    *(
        Signal(
            name,
            Reading.IN_ORDER_TO,
            words,
            f"Farmers marched to the town hall {said}.",
            f"Farmers could have marched to the town hall {said}.",
            "PDTB: Purpose",
            effect_needs=_CAMPAIGN if name in ("seeking", "protesting against") else "",
        )
        for name, words, said in _MOTIVES
    ),
    *(
        Signal(
            name,
            reading,
            words,
            f"Two farmers were {verb} {said}.",
            f"Two farmers were seen {said}.",
            why,
            effect_needs=effect_needs,
            cause_needs=cause_needs,
            is_asked=name == "arrested for",
        )
        for name, reading, words, verb, said, why, effect_needs, cause_needs in _WITH_NEEDS
    ),
    Signal(
        "killing",
        Reading.RESULTING_IN,
        r"killing|injuring|wounding|leaving",
        "A tree fell on a bus, injuring two farmers.",
        "Farmers were jailed for injuring two officers.",
        "PDTB: Result",
    ),
    Signal(
        "to do",
        Reading.IN_ORDER_TO,
        r"(?<!face )(?<!up )to",
        "Police fired tear gas to clear the square.",
        "Police may fire tear gas to clear the square.",
        "PDTB: Purpose",
        effect_needs=_PURPOSEFUL,
    ),
    Signal(
        "to do, first",
        Reading.IN_ORDER_TO,
        r"(?-i:To)(?= (?!be\b|begin\b|start\b|put\b|say\b|sum\b|date\b)[a-z])",
        "To save the bridge, the council renamed it.",
        "To be fair, the council renamed the bridge.",
        "PDTB: Purpose, a clause before its main clause",
    ),
    Signal(
        "so that",
        Reading.BECAUSE,
        r"so that",
        "The council closed the bridge so that ferries ran.",
        "The council may close the bridge so that ferries run.",
        "PDTB: Purpose; CNC: so that 7 of 7",
        is_asked=False,
    ),
    Signal(
        "by doing",
        Reading.BY_DOING,
        r"by(?= \w+ing\b)",
        "By closing the bridge, the council saved money.",
        "By evening, the council closed the bridge.",
        "PDTB: Manner with Cause",
    ),
    Signal(
        "so",
        Reading.SO_THEN,
        r"(?:(?<=, )|(?<=,  ))so(?! (?:that|far|much|many|long|as|called|on|forth)\b)|which is why",
        "Two piers had cracked, so the bridge closed for a year.",
        "It was late, so late that nobody came.",
        "PDTB: so as a conjunction signals Result",
    ),
    Signal(
        "as a result",
        Reading.AS_A_RESULT,
        r"(?:as a result|consequently|for this reason|therefore)(?= ?,)|(?:that|this)(?: is|[’']s) why",
        "The storm broke two piers. As a result, the bridge closed.",
        "He asked what came as a result, and nobody knew.",
        "PDTB: Cause",
    ),
)
"""Every signal, each tried on its own; names are unique."""
_BY_NAME = {signal.name: signal for signal in SIGNALS}


def named(name: str) -> Signal:
    """The record of a name."""
    return _BY_NAME[name]
