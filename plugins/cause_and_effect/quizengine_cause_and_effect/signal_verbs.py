"""The verbs that signal a cause: a name, a regular expression, the past tense for an example, and the authority.

Next: `signals`, which makes records of them.
"""

VERBS = (
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
    ("reduce", r"reduce|reduces|reduced|reducing|lower|lowers|lowered|lowering", "reduced", "Girju, fourth rank"),
    ("boost", r"boost|boosts|boosted|boosting", "boosted", "Girju, fourth rank"),
    ("increase", r"increase|increases|increased|increasing", "increased", "Girju, fourth rank"),
    ("improve", r"improve|improves|improved|improving", "improved", "Girju, fourth rank"),
    ("weaken", r"weaken|weakens|weakened|weakening|undermine|undermines|undermined|undermining", "weakened", "Girju"),
    ("strengthen", r"strengthen|strengthens|strengthened|strengthening", "strengthened", "Girju"),
    (
        "disrupt",
        r"disrupt|disrupts|disrupted|disrupting|delay|delays|delayed|delaying|halt|halts|halted|halting",
        "disrupted",
        "Girju",
    ),
    (
        "raise",
        r"(?:raise|raises|raised|raising)(?= (?:\w+ )?(?:concerns?|fears?|questions?|doubts?|alarm|hopes?))",
        "raised new fears about",
        "Girju",
    ),
    (
        "draw",
        r"(?:draw|draws|drew|drawn|drawing|attract|attracts|attracted|attracting)(?= (?:(?:the|[\w-]{4,}) )?"
        r"(?:criticism|attention|interest|ire|anger|condemnation|praise|protests?|complaints?|scrutiny|outrage)\b)",
        "drew sharp criticism of",
        "Girju",
    ),
    ("stoke", r"stoke|stokes|stoked|stoking|stir|stirs|stirred|stirring", "stoked", "Girju"),
    ("inspire", r"inspire|inspires|inspired|inspiring", "inspired", "Girju"),
    ("produce", r"produce|produces|produced|producing", "produced", "Girju"),
    ("ignite", r"ignite|ignites|ignited|igniting", "ignited", "Girju, second rank"),
    ("inflame", r"inflame|inflames|inflamed|inflaming|heighten|heightens|heightened|heightening", "inflamed", "Girju"),
)
ENGENDERING = (
    ("spawn", r"spawn|spawns|spawned|spawning", "spawned", "Levin 27"),
    ("engender", r"engender|engenders|engendered|engendering", "engendered", "Levin 27"),
    ("create", r"create|creates|created|creating", "created", "Levin 27"),
    ("generate", r"generate|generates|generated|generating", "generated", "Levin 27"),
    ("induce", r"induce|induces|induced|inducing", "induced", "Girju, first rank"),
    ("unleash", r"unleash|unleashes|unleashed|unleashing", "unleashed", "Girju, second rank"),
    ("precipitate", r"precipitate|precipitates|precipitated|precipitating", "precipitated", "Girju, second rank"),
    ("accelerate", r"accelerate|accelerates|accelerated|accelerating|hasten|hastens|hastened", "accelerated", "Girju"),
    ("eliminate", r"eliminate|eliminates|eliminated|eliminating", "eliminated", "Levin 42: destroy"),
    ("hinder", r"(?:hamper|hinder|curb|curtail)(?:s|ed|ing)?|impede[sd]?|impeding", "hindered", "Talmy: hindering"),
    ("ease", r"ease|eases|eased|easing", "eased", "Girju"),
    ("bolster", r"bolster(?:s|ed|ing)?|reinforce[sd]?|reinforcing", "bolstered", "Girju, fourth rank"),
    ("jeopardize", r"complicate[sd]?|complicating|jeopardi[sz]e[sd]?|jeopardi[sz]ing", "jeopardized", "Girju"),
    ("transform", r"transform(?:s|ed|ing)?|reshape[sd]?|reshaping", "transformed", "Levin 26.6"),
)
"""Verbs of bringing about and of changing that are told from doing by their subject alone."""
PASSIVE = (
    ("be determined by", r"determined(?= by)", "determined", "PDTB: Cause"),
    ("be driven by", r"driven(?= by)", "driven", "Girju"),
    ("be shaped by", r"shaped(?= by)|influenced(?= by)", "shaped", "Levin 27"),
    ("be motivated by", r"motivated(?= by)", "motivated", "PDTB: Cause"),
)
"""Verbs that only their passive makes a cause: who determines a thing finds it out, too."""
CHANGING = frozenset(
    (
        *("exacerbate", "worsen", "contribute to", "reduce", "boost", "increase", "improve", "weaken", "strengthen"),
        *("disrupt", "inflame", "fuel", "stoke", "accelerate", "eliminate", "hinder", "ease", "bolster"),
        *("jeopardize", "transform", "be determined by", "be driven by", "be shaped by", "be motivated by"),
    )
)
"""Verbs whose object was there before: what reduced demand did not bring demand about."""
MAKERS = (
    ("help to", r"help|helps|helped|helping", "helped", "Talmy: letting"),
    ("encourage to", r"encourage|encourages|encouraged|encouraging", "encouraged", "Talmy: onset causing"),
    ("inspire to", r"inspire|inspires|inspired|inspiring", "inspired", "Talmy: onset causing"),
    ("push to", r"push|pushes|pushed|pushing", "pushed", "Talmy: onset causing"),
    ("convince to", r"convince[sd]?|convincing|persuade[sd]?|persuading", "convinced", "Talmy: onset causing"),
    ("motivate to", r"motivate[sd]?|motivating|tempt(?:s|ed|ing)?", "motivated", "Talmy: onset causing"),
    ("force to", r"force|forces|forced|forcing", "forced", "CNC: forced … to 83 %"),
    ("lead to do", r"lead|leads|led|leading", "led", "Talmy: onset causing"),
    ("prompt to", r"prompt|prompts|prompted|prompting", "prompted", "Talmy: onset causing"),
    ("cause to", r"cause|causes|caused|causing", "caused", "Talmy: onset causing"),
    ("drive to", r"drive|drives|drove|driven|driving", "drove", "Talmy: onset causing"),
    ("compel to", r"compel|compels|compelled|compelling", "compelled", "Talmy: onset causing"),
    ("enable to", r"enable|enables|enabled|enabling", "enabled", "Talmy: letting"),
    ("allow to", r"allow|allows|allowed|allowing", "allowed", "Talmy: letting"),
)
SOURCES = (
    ("stem from", r"(?:stem|stems|stemmed|stemming) from", "stemmed from", "PDTB: Cause"),
    ("result from", r"(?:result|results|resulted|resulting) from", "resulted from", "Girju, first rank"),
    ("arise from", r"(?:arise|arises|arose|arisen|arising) from", "arose from", "Girju, first rank"),
)
