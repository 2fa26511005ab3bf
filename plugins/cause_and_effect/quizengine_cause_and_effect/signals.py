"""The words that signal a cause, one record each: where the arguments stand, a case that hits and one that misses.

Authorities: CNC is the Causal News Corpus V2 (Tan et al. 2022, 2023), with the share of sentences in which the words
signal a cause; PDTB the Penn Discourse Treebank 3.0 annotation manual (Webber et al. 2019), senses Cause and Purpose;
Girju is Girju & Moldovan, "Text Mining for Causal Relations" (2002), whose list ranks causal verbs by ambiguity; Talmy is "Force Dynamics in Language and Cognition" (1988), on make, let and their kin.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Reading(Enum):
    """Where the cause and the effect of a signal stand."""

    CAUSES = "subject is the cause, object the effect: the storm triggered floods"
    MAKES_DO = "subject is the cause, object with its infinitive the effect: the storm forced the town to close"
    COMES_FROM = "subject is the effect, object the cause: the flood resulted from the storm"
    BECAUSE = "a clause gives the cause of another: it closed because the storm came"
    OWING_TO = "a phrase gives the cause of a clause: it closed because of the storm"
    IN_ORDER_TO = "a phrase gives the motive of a clause: they marched in protest against the closure"
    BY_DOING = "a phrase gives the means of a clause: by closing the bridge, the town saved money"
    RESULTING_IN = "a participle gives the effect of a clause: a tree fell, killing two people"
    AS_A_RESULT = "the sentence before is the cause: As a result, the bridge closed"


@dataclass(frozen=True)
class Signal:
    """Words that signal a cause, with the proof that they are told from words that only look alike."""

    name: str
    reading: Reading
    words: str
    """A regular expression over the text, for whole words in any case."""
    hit: str
    miss: str
    authority: str
    effect_needs: str = ""
    """A regular expression for the dictionary form of the effect's main verb or noun; empty where any will do."""
    cause_needs: str = ""
    """The same for the cause's."""
    is_asked: bool = True
    """Whether questions are asked about it; a circumstance ("when the bridge fell") is a fact that no "why" fits."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The words, compiled."""
        return re.compile(rf"(?<![\w’'-])(?:{self.words})(?![\w’'-])", re.IGNORECASE)


_VERBS = (
    ("lead to", r"(?:lead|leads|led|leading)(?: directly)? to", "led to", "CNC: led to 86 %"),
    ("result in", r"(?:result|results|resulted|resulting) in", "resulted in", "CNC: resulted in 90 %"),
    ("cause", r"cause|causes|caused|causing", "caused", "Girju, first rank"),
    ("trigger", r"trigger|triggers|triggered|triggering", "triggered", "Girju, second rank"),
    ("spark", r"spark|sparks|sparked|sparking", "sparked", "Girju, second rank"),
    ("prompt", r"prompt|prompts|prompted|prompting", "prompted", "Girju, third rank"),
    ("provoke", r"provoke|provokes|provoked|provoking", "provoked", "Girju, first rank"),
    ("spur", r"spur|spurs|spurred|spurring", "spurred", "Girju, third rank"),
    ("fuel", r"fuel|fuels|fuell?ed|fuell?ing", "fuelled", "Girju, third rank"),
    ("exacerbate", r"exacerbate|exacerbates|exacerbated|exacerbating", "exacerbated", "Girju, third rank"),
    ("worsen", r"worsen|worsens|worsened|worsening", "worsened", "Girju, third rank"),
    ("give rise to", r"(?:give|gives|gave|given|giving) rise to", "gave rise to", "Girju, first rank"),
    ("bring about", r"(?:bring|brings|brought|bringing) about", "brought about", "Girju, first rank"),
    ("set off", r"(?:set|sets|setting) off", "set off", "Girju, first rank"),
    ("touch off", r"(?:touch|touches|touched|touching) off", "touched off", "Girju, second rank"),
    (
        "contribute to",
        r"(?:contribute|contributes|contributed|contributing) to",
        "contributed to",
        "Girju, second rank",
    ),
    ("generate", r"generates|generated|generating", "generated", "Girju, first rank"),
    ("ignite", r"ignite|ignites|ignited|igniting", "ignited", "Girju, second rank"),
    ("unleash", r"unleash|unleashes|unleashed|unleashing", "unleashed", "Girju, second rank"),
    ("inflame", r"inflame|inflames|inflamed|inflaming|heighten|heightens|heightened|heightening", "inflamed", "Girju"),
)
_MAKERS = (
    ("force to", r"force|forces|forced|forcing", "forced", "CNC: forced … to 83 %"),
    ("lead to do", r"lead|leads|led|leading", "led", "Talmy: onset causing"),
    ("prompt to", r"prompt|prompts|prompted|prompting", "prompted", "Talmy: onset causing"),
    ("cause to", r"cause|causes|caused|causing", "caused", "Talmy: onset causing"),
    ("drive to", r"drive|drives|drove|driven|driving", "drove", "Talmy: onset causing"),
    ("compel to", r"compel|compels|compelled|compelling", "compelled", "Talmy: onset causing"),
    ("enable to", r"enable|enables|enabled|enabling", "enabled", "Talmy: letting"),
    ("allow to", r"allow|allows|allowed|allowing", "allowed", "Talmy: letting"),
)
_SOURCES = (
    ("stem from", r"(?:stem|stems|stemmed|stemming) from", "stemmed from", "PDTB: Cause"),
    ("result from", r"(?:result|results|resulted|resulting) from", "resulted from", "Girju, first rank"),
    ("arise from", r"(?:arise|arises|arose|arisen|arising) from", "arose from", "Girju, first rank"),
)
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
    ("protesting against", r"protesting(?: against)?", "protesting against the closure"),
    ("in order to", r"(?:in order|so as|in a bid|in an (?:attempt|effort)) to", "in a bid to stop the closure"),
    ("in support of", r"in (?:support of|solidarity with)", "in support of the ferrymen"),
)
_HARM = (
    r"kill|injure|hurt|wound|die|damage|destroy|arrest|detain|hospitalis?z?e|displace|gut|burn|torch|succumb|collapse"
)
_SANCTION = r"arrest|detain|fine|sentence|charge|jail|criticis?z?e|condemn|blame|punish|dismiss|suspend|thank|praise|book|convict"
_EVENT = (
    r"attack|clash|violence|riot|blast|explosion|firing|accident|stampede|shooting|bombing|crash|fire|earthquake|flood|"
    r"storm|collision|encounter|shelling|ambush|fighting|unrest|protest|incident|raid"
)
_WITH_NEEDS = (
    ("hurt when", Reading.BECAUSE, r"when|after", "injured", "when the bridge fell", "CNC: hurt when", _HARM, ""),
    ("hurt in", Reading.OWING_TO, r"in|during", "injured", "in the storm", "CNC: hurt in", _HARM, _EVENT),
    ("arrested for", Reading.OWING_TO, r"for", "arrested", "for the attack", "CNC: arrested for", _SANCTION, ""),
)

SIGNALS: tuple[Signal, ...] = (
    *(
        Signal(
            name,
            Reading.CAUSES,
            words,
            f"The storm {past} heavy floods.",
            f"The storm may have {past} heavy floods.",
            why,
        )
        for name, words, past, why in _VERBS
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
        for name, words, past, why in _MAKERS
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
        for name, words, past, why in _SOURCES
    ),
    Signal(
        "because",
        Reading.BECAUSE,
        r"because(?! of)",
        "The bridge closed because the storm broke two piers.",
        "The bridge closed, but not because the storm broke two piers.",
        "CNC: because 93 %",
    ),
    *(
        Signal(
            name,
            Reading.OWING_TO,
            words,
            f"The bridge closed {name} the storm.",
            f"If the bridge closes {name} the storm, ferries will run.",
            why,
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
        r"killing|injuring|wounding|destroying|damaging|disrupting|paralysing|paralyzing|forcing|leaving",
        "A tree fell on a bus, injuring two farmers.",
        "Farmers were jailed for injuring two officers.",
        "PDTB: Result",
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
        "as a result",
        Reading.AS_A_RESULT,
        r"(?:as a result|consequently|for this reason|therefore)(?= ?,)|that is why|this is why",
        "The storm broke two piers. As a result, the bridge closed.",
        "He asked what came as a result, and nobody knew.",
        "PDTB: Cause",
    ),
)
"""Every signal, each tried on its own; names are unique."""
