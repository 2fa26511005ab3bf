"""The words that signal a cause, by how the cause and the effect depend on them.

Authorities: CNC is the Causal News Corpus V2 (Tan et al. 2022, 2023); PDTB the Penn Discourse Treebank 3.0 annotation
manual (Webber et al. 2019), senses Cause and Purpose; Girju is Girju & Moldovan, "Text Mining for Causal Relations"
(2002), whose list ranks causal verbs by ambiguity; Talmy is "Force Dynamics in Language and Cognition" (1988), on make,
let and their kin; Levin is "English Verb Classes and Alternations" (1993).

Next: `token_spans`.
"""

from dataclasses import dataclass
from typing import Literal

from quizengine.language import phrase_set, word_set

Kind = Literal["brings about", "changes", "makes do", "comes from"]


@dataclass(frozen=True)
class CausalVerb:
    """A verb whose subject is the cause of its object, or the other way round for what "comes from" it."""

    lemma: str
    """The lemma with its particle: "bring about"."""
    kind: Kind
    authority: str
    preposition: str = ""
    """The preposition before the effect, or for "comes from" before the cause: "to" of "lead to"."""
    noun: str = ""
    """The object that makes a cause of a verb: the "rise" of "give rise to"."""
    only_passive: bool = False
    """True if only the passive tells of a cause: who determines a thing may find it out."""


def _verbs(kind: Kind, authority: str, lemmas: str, preposition: str = "", **more: bool) -> tuple[CausalVerb, ...]:
    return tuple(
        CausalVerb(lemma, kind, authority, preposition, only_passive=more.get("only_passive", False))
        for lemma in sorted(phrase_set(lemmas))
    )


VERBS: tuple[CausalVerb, ...] = (
    *_verbs("brings about", "CNC: led to 86 %", "lead", "to"),
    *_verbs("brings about", "CNC: resulted in 90 %", "result", "in"),
    *_verbs("brings about", "Girju, first rank", "cause | provoke | induce | bring about | set off"),
    *_verbs("brings about", "Girju, second and third rank", "trigger | spark | prompt | spur | touch off | ignite"),
    *_verbs("brings about", "Girju, second rank", "unleash | precipitate"),
    *_verbs("brings about", "Levin 27", "spawn | engender | create | generate | produce | inspire"),
    CausalVerb("give", "brings about", "Girju, first rank", "to", noun="rise"),
    *_verbs("changes", "Girju, second rank", "contribute", "to"),
    *_verbs(
        "changes", "Girju, third rank", "fuel | exacerbate | worsen | aggravate | inflame | heighten | stoke | stir"
    ),
    *_verbs(
        "changes", "Girju, fourth rank", "reduce | lower | boost | increase | improve | weaken | undermine | bolster"
    ),
    *_verbs(
        "changes", "Girju, fourth rank", "strengthen | disrupt | delay | halt | accelerate | hasten | ease | reinforce"
    ),
    *_verbs("changes", "Talmy: hindering", "hamper | hinder | curb | curtail | impede | prevent"),
    *_verbs("changes", "Levin 26.6 and 42", "eliminate | transform | reshape | complicate | jeopardize | jeopardise"),
    *_verbs("changes", "PDTB: Cause", "determine | drive | shape | influence | motivate", only_passive=True),
    *_verbs("makes do", "CNC: forced … to 83 %", "force"),
    *_verbs("makes do", "Talmy: onset causing", "lead | prompt | cause | drive | compel | push | convince | persuade"),
    *_verbs("makes do", "Talmy: onset causing", "encourage | inspire | motivate | tempt | spur"),
    *_verbs("makes do", "Talmy: letting", "enable | allow"),
    *_verbs("comes from", "PDTB: Cause", "stem | result | arise | come about", "from"),
)
CHANGING = frozenset(verb.lemma for verb in VERBS if verb.kind == "changes" and not verb.preposition)
"""Verbs of making something more or less."""
NOUNS_OF_FEELING = word_set("concern fear question doubt alarm hope")
NOUNS_OF_RESPONSE = word_set(
    "criticism ire anger condemnation praise protest complaint scrutiny outrage backlash uproar"
)
STIRRING: tuple[CausalVerb, ...] = (
    *(CausalVerb("add", "changes", "Girju", "to", noun=noun) for noun in ("fuel", "momentum", "pressure", "urgency")),
    *(CausalVerb("raise", "brings about", "Girju", noun=noun) for noun in sorted(NOUNS_OF_FEELING)),
    *(
        CausalVerb(verb, "brings about", "Girju", noun=noun)
        for verb in ("attract", "draw")
        for noun in sorted(NOUNS_OF_RESPONSE)
    ),
)
"""Verbs that only some objects make a cause of: who raises a child causes nothing."""

PREPOSITIONS: dict[str, str] = {
    "because of": "CNC: because of 91 %",
    "due to": "CNC: due to 97 %",
    "owing to": "PDTB: Cause",
    "thanks to": "PDTB: Cause",
    "as a result of": "PDTB: Cause",
    "as a consequence of": "PDTB: Cause",
    "on account of": "PDTB: Cause",
    "in response to": "CNC: in response to 67 %",
    "in the wake of": "CNC: in the wake of 67 %",
    "in the aftermath of": "CNC: in the wake of 67 %",
    "following": "CNC: following 85 %",
    "in protest against": "PDTB: Purpose",
    "in protest at": "PDTB: Purpose",
    "in protest over": "PDTB: Purpose",
    "in protest of": "PDTB: Purpose",
    "as a direct result of": "PDTB: Cause",
}
"""Prepositions of a cause, each with its authority."""
DEMANDS: dict[str, str] = {
    "demanding": "PDTB: Purpose",
    "in a bid to": "PDTB: Purpose",
    "in an attempt to": "PDTB: Purpose",
    "in an effort to": "PDTB: Purpose",
    "condemning": "PDTB: Purpose",
}
"""Words that begin the cause of a deed and are part of it."""
CHARGES = ("for", "over", "in connection with", "on charges of")
"""Words before the deed that somebody is punished or praised for."""
CONJUNCTIONS: dict[str, str] = {
    "because": "CNC: because 93 %",
    "so that": "PDTB: Purpose; CNC: so that 7 of 7",
}
HARM = word_set(
    """
    kill injure hurt wound die damage destroy arrest detain hospitalize hospitalise displace gut burn torch
    succumb collapse shoot evacuate suspend cancel postpone disrupt affect shut
    """
)
SANCTION = word_set(
    """
    arrest detain fine sentence charge jail criticise criticize condemn punish dismiss suspend thank praise book
    convict blast slam rebuke denounce mock chide fault scold ridicule commend applaud hail laud admonish chastise
    berate censure reprimand honor honour assail lambaste apologise apologize reward expel sue indict impeach oust
    """
)
CAMPAIGN = word_set(
    """
    stage hold march gather protest block launch demonstrate strike rally sit shout boycott observe organise
    organize submit assemble take go write send file petition sue call issue sign meet walk raise begin start join
    picket occupy stop fast
    """
)
PURPOSEFUL = word_set(
    """
    march gather assemble rally stage hold organise organize launch form visit travel rush convene meet fire
    deploy block close shut cordon erect install introduce enact sign file submit collect open build create found
    establish hire send return storm enter impose buy sell borrow spend donate dispatch take converge lathicharge
    hijack burst undertake sit join picket protest demonstrate fast strike use change cut adopt pass write develop
    design pay add conduct study examine analyse analyze attend switch lower raise move hide wear resign quit flee
    fly appoint nominate expand invest team partner unite intervene mobilise mobilize lobby testify retire recruit
    tap enlist repeal overturn veto ban restrict rebuild drill dig plant train film stop come call act work arrive
    arrest commit turn gather queue charge throw seal tighten leave hasten amend run serve reconvene travel crowd
    """
)
AIMS = word_set(
    """
    protest demand condemn oppose prevent avoid avenge denounce pressurise mark commemorate highlight express
    support voice ensure press prove show mourn disperse quell curb deter bring
    """
)
"""Verbs whose infinitive after a deed tells its aim, whatever the deed."""
SEEKING = word_set("demand seek urge oppose protest call")
PROTEST = word_set(
    """
    protest demonstrate rally march strike agitate revolt rebel demonstration agitation dharna bandh stir shutdown
    slogan fast boycott vigil procession
    """
)
"""Protests, as verbs and as nouns."""
WANT_AN_INFINITIVE = word_set(
    """
    plan attempt effort decision right permission ability bid call move need way time opportunity willingness
    desire refusal agreement promise pledge failure law order chance power authority intention wish reason
    commitment people one first vow threat ultimatum proposal offer duty freedom capacity potential tendency
    request demand mandate deal struggle fight battle race appeal thing something anything nothing lot much more
    someone anyone place country state party man woman candidate last inaction resolution permit
    """
)
"""Nouns that an infinitive right after them only completes: "a plan to build"."""
COMPLETED = word_set(
    """
    want try begin start continue need have like seem appear fail refuse agree decide plan hope expect manage
    threaten promise attempt intend propose resolve vow go use be get ask tell urge request allow force help order
    direct permit enable lead cause persuade convince encourage compel invite warn advise authorise authorize
    require instruct appeal demand pressurise pressure implore beg plead expect teach entitle lack
    """
)
"""Verbs that an infinitive completes."""
HAPPENINGS = word_set(
    """
    death attack protest strike violence riot clash murder rape arrest raid blast crash war revolt coup vote storm
    flood fire earthquake incident row dispute scandal outcry complaint outrage assault unrest failure victory
    defeat collapse threat spill leak outbreak escape theft breach shootout ambush accident encounter shooting
    explosion bombing firing
    """
)
NAMED_KINDS = word_set(
    """
    act affair agreement amendment armistice battle compromise conference convention crisis declaration decree
    depression expedition famine massacre mutiny plan proclamation purchase rebellion reformation revolt revolution
    riot scandal siege strike treaty uprising war
    """
)
"""Nouns in names of events, laws and the like that say what these are: "the Missouri Compromise"."""
HAPPENING_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ure", "ism", "al")
DOERS = word_set(
    """
    he she they i we you who people police youth student crowd mob party group union guard minister president court
    council guerrilla rebel militant official farmer worker protester teacher officer lawyer leader player voter driver
    trader writer owner manager soldier member lawmaker settler supporter rioter fighter researcher doctor actor author
    senator governor mayor director editor investor visitor prisoner singer reporter user consumer customer founder
    father mother brother sister daughter son boy girl child parent family friend candidate army company agency team
    administration congress senate department ministry predecessor successor opponent rival critic neighbour neighbor
    government man men woman women citizen nation people population public consumer voter artist scientist
    settler immigrant worker company business firm school    """
)
"""Nouns for those who do things rather than cause them: a government that cuts a tax did it, and did not lead to it."""
HEDGES_OF_CAUSE = word_set("not never only just partly partially largely mainly perhaps possibly probably maybe")
"""Words before a signal that deny or limit it."""
NATIONS = word_set(
    """
    american british french german spanish italian dutch portuguese english scottish irish welsh russian soviet
    chinese japanese korean indian pakistani mexican canadian brazilian cuban egyptian iranian iraqi israeli
    turkish greek polish swedish norwegian danish finnish austrian hungarian ukrainian australian saudi syrian
    afghan vietnamese czech swiss
    """
)
"""Adjectives of nations, which tell one thing of a kind from another."""
EFFECTS = word_set(
    """
    kill destroy damage ruin devastate open end close stop halt limit restrict oblige force compel allow enable prevent
    provide create produce bring drive push raise boost cut reduce increase change alter transform shape reshape divide
    unite split anger alienate upset alarm shock embarrass convince encourage inspire motivate prompt spark trigger
    provoke fuel worsen ease hamper hinder delay block save threaten weaken strengthen undermine renew revive restore
    abolish replace free flood bury sink cripple paralyse paralyze disrupt isolate deprive lead result cause wreck
    highlight expose set throw stir herald mark double triple improve eliminate slow speed determine
    """
)
"""Verbs of a deed that leaves something other than it was; they may have a particle."""
