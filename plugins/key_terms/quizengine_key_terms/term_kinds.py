"""The kind of thing that a definition makes of its term, by its genus: options of a question are of one kind.

Kinds are coarse on purpose: strict readers took one concept beside any other, and refused people beside concepts,
places beside beliefs, and organisations beside actions.
"""

from quizengine.language import Tree, word_set
from quizengine_key_terms.patterns.noun_phrases import is_deed

_BARE = word_set("type kind form sort variety example set series group class collection combination branch part piece")
"""Nouns whose "of" tells what they are: a form of medicine is medicine."""
_KINDS = {
    "person": word_set(
        """
        person individual people someone anyone adult child worker farmer peasant scientist official citizen member
        leader soldier owner expert woman man ruler teacher settler immigrant warrior noble knight priest poet artist
        merchant trader craftsman servant slave monk nurse doctor lawyer judge officer player singer writer author
        hunter thief rebel enslaved landowner tenant boss manager consumer
        """
    ),
    "body": word_set(
        """
        committee organization organisation institution agency company firm party court union association council
        government assembly team department club church army corporation legislature society group gathering offshoot
        alliance league coalition society network tribe clan caste cohort crowd
        """
    ),
    "place": word_set(
        """
        place community area region land country city town territory zone settlement valley street building room house
        farm site
        """
    ),
    "thing": word_set(
        """
        device machine instrument tool structure organ cell tissue gland muscle bone layer substance material chemical
        molecule atom particle fluid gas liquid mineral rock metal plant animal organism object fiber fibre body
        bundle nerve neuron membrane protein hormone crop food document letter paper weapon ship star planet ring
        crystal compound element enzyme vessel engine organelle sac unit vehicle wall ditch tower tube pipe wire lens
        container sugar acid salt fat lipid drug landform stream river channel passage hole strip path cloud wave film
        sheet cloth garment bag fruit seed root leaf virus bacterium microbe insect mammal reptile bird fish tree
        lake bay bank ridge mound hill mountain glacier basin bed
        poison pigment mixture solution magma water ice snow soil sediment sand clay alloy wheel pump valve battery
        circuit chip sensor lamp dye messenger signal picture image symbol drawing computer software file stretch
        certificate duct canal cavity chamber tendon ligament joint cartilage fold pouch tract receptor antibody antigen
        toxin vitamin peptide polymer ion isotope electron microorganism plant vein artery capillary nucleus chromosome
        gene segment sequence strand filament coating shell horn spine blade rod frame mass crack remains trace spot
        """
    ),
}
_CONCEPT = word_set(
    """
    process act action practice method system state condition study science field theory belief idea view measure rate
    ratio number amount value extent degree ability tendency policy law principle rule right behavior behaviour
    emotion feeling relationship concept model approach strategy technique procedure phenomenon change movement
    exchange spread development integration separation incidence distribution perspective philosophy ideology medicine
    attitude response reaction force energy quality property trait characteristic disorder disease economy market
    situation pattern position loss replacement transfer use assumption hypothesis framework set norm cost price tax
    agreement treatment therapy discipline custom limit payment charge fee code restriction barrier rise fall shift
    recollection memory arrangement opposite term ceremony ritual form fear doctrine power capacity trade government
    error effect bias way transformation conversion growth decline increase decrease line point speed distance angle
    unit weakening strengthening share stage phase cycle period era event tactic skill habit attempt effort
    claim argument statement command order mechanism sequence series expectation judgment judgement preference
    pressure tension conflict contract document promise vote ballot election trial punishment crime offense offence
    sentence word grammar sound rhythm melody poem story style genre test scale index score average mean variable
    minimum maximum threshold
    quantity function equation formula graph map plan program scheme project reform religion faith creed feast taboo
    role status identity class rank title office duty privilege freedom liberty obligation responsibility debt loan
    return removal
    inability shortage excess shortcut speech instinct motive incentive penalty sanction permit lawsuit ruling verdict
    appeal petition motion clause provision subsidy grant voucher mortgage interest rent fund insurance premium account
    auction merger cartel boycott embargo blockade quota census survey experiment inference fallacy paradox analogy
    metaphor mutation infection fever pain inflammation allergy reflex sensation illusion delusion phobia addiction
    bond stock asset income wage salary profit budget deficit surplus currency money good service industry
    """
)
_IDEAS = word_set(
    """
    theory belief view idea principle hypothesis doctrine ideology philosophy perspective framework model process method
    technique procedure disease disorder
    """
)
"""Nouns of concepts that no other concept goes by: a theory is no consequence."""
CONCEPT = "concept"
FIGURES = word_set("fruit root heart backbone cornerstone foundation embodiment expression manifestation")
"""Nouns that tell with an "of" where a thing comes from or what it stands for: "alms are the fruits of pity"."""
NO_NOUNS = frozenset({"ADJ", "ADV", "VERB"})
"""Tags of words about which only the word can be asked: "prone" describes how somebody lies."""
MASS = word_set(
    """
    act action practice process study science loss use ability tendency belief state condition spread movement
    exchange retention release removal fear lack art right buying killing worship transfer absence worsening weakening
    rise fall branch field discipline
    """
)
"""Nouns that no name stands for: a company may be a system or a market, but never a practice or a loss."""


def is_a_kind(noun: str) -> bool:
    """Return whether a noun, by its lemma, says of what kind a thing is: "theory", "membrane"."""
    return noun in _IDEAS or any(noun in nouns for nouns in _KINDS.values())


def genus_of(tree: Tree, head: int) -> str:
    """The lemma that says what a meaning is, looking after "a form of"."""
    seen = 0
    while tree.tokens[head].lemma.lower() in _BARE and seen < 3:
        below = next((each for each in tree.dependents(head, "nmod") if _after_of(tree, each)), None)
        if below is None:
            break
        head, seen = below, seen + 1
    return tree.tokens[head].lemma.lower()


def meaning_kind(tree: Tree, head: int) -> str:
    """The kind of a meaning: person, body, place, thing, concept; empty if it is not known."""
    if is_deed(tree, head) or tree.tokens[head].form.lower() in ("anything", "something", "whatever"):
        return CONCEPT
    if tree.tokens[head].form.lower() == "those":  # "those who lend"
        return "person"
    genus = genus_of(tree, head)
    if genus in _CONCEPT or genus.endswith(
        (
            "tion",
            "sion",
            "ment",
            "ness",
            "ism",
            "ity",
            "ance",
            "ence",
            "ship",
            "ing",
            "logy",
            "graphy",
            "ics",
            "nomy",
            "istry",
        )
    ):
        return next((kind for kind, nouns in _KINDS.items() if genus in nouns), CONCEPT)
    return next((kind for kind, nouns in _KINDS.items() if genus in nouns), "")


def _after_of(tree: Tree, index: int) -> bool:
    return any(tree.tokens[each].form.lower() == "of" for each in tree.dependents(index, "case"))
