"""The words for roles: titles before a name, and role nouns around one."""

from quizengine.language.word_lists import plain_form, word_set

TITLES = word_set(
    """
    president vice vice-president sen sens senator senators rep reps representative congressman congresswoman
    assemblyman assemblywoman councilman councilwoman councillor alderman delegate gov govs governor lieutenant lt
    mayor secretary undersecretary minister premier chancellor ambassador consul envoy commissioner speaker whip
    leader chairman chairwoman chairperson chair co-chair director president-elect attorney solicitor general gen
    col colonel maj major capt captain skipper sgt sergeant cpl corporal pvt adm admiral cmdr commander marshal officer
    detective inspector sheriff deputy constable superintendent trooper mr mrs ms miss mx dr doctor sir lord lady
    dame baroness baron count prince princess king queen emperor pope cardinal archbishop bishop rev reverend
    father sister brother rabbi imam ayatollah sheikh mullah pastor judge justice magistrate prosecutor professor
    prof provost coach manager editor editor-in-chief ceo cfo cto coo founder co-founder analyst spokesman
    spokeswoman spokesperson strategist adviser advisor aide nominee candidate prime chief first committeeman
    committeewoman selectman selectwoman councilperson treasurer comptroller headmaster headmistress mp mep msp
    """
)
"""Stand before a name, often capitalised; case and a full stop set aside."""

FEMALE_TITLES = word_set(
    """
    mrs ms miss lady dame baroness princess queen sister congresswoman assemblywoman councilwoman chairwoman
    spokeswoman businesswoman actress committeewoman selectwoman headmistress
    """
)
MALE_TITLES = word_set(
    """
    mr sir lord baron prince king pope cardinal archbishop father brother congressman assemblyman councilman
    alderman chairman spokesman businessman actor imam rabbi committeeman selectman headmaster
    """
)

ROLE_NOUNS = TITLES - {
    "vice",
    "general",
    "major",
    "count",
    "first",
    "prime",
    "miss",
    "sister",
    "brother",
    "father",
} | word_set(
    """
    activist actor actress administrator advocate agent ally ambassador anchor archaeologist architect artist
    assistant astronaut astronomer astrophysicist athlete author banker biographer biologist blogger botanist boss
    broadcaster businessman businesswoman campaigner celebrity chef chemist climatologist co-author co-chairman
    co-director columnist comedian commentator composer consultant coordinator correspondent counsel counselor
    critic curator dean democrat demographer designer developer diplomat doctor donor driver ecologist economist
    engineer entrepreneur executive expert farmer fellow filmmaker firefighter fisherman forecaster frontrunner
    front-runner fundraiser geneticist geologist geographer guitarist head historian host investigator investor
    journalist keeper lawmaker lawyer lecturer legislator liaison librarian linguist lobbyist mathematician member
    meteorologist microbiologist minister mogul moderator musician naturalist neuroscientist novelist nurse
    oceanographer official operative organizer organiser owner paleontologist partner patron philosopher
    photographer physician physicist pilot player playwright poet policeman politician pollster preacher principal
    producer programmer psychiatrist psychologist publisher ranger receptionist reformer rancher reporter
    republican researcher resident retiree scholar scientist sculptor seismologist singer sociologist soldier
    statistician staffer star student superintendent supporter surgeon teacher technician theologian trader
    treasurer trustee veteran veterinarian victim volunteer voter waiter waitress warden winner witness worker
    writer zoologist
    """
)
"""Name a person by what he or she does, in lower case ("spokesman", "a marine biologist")."""

COURTESY = word_set("mr mrs ms miss mx")
"""Titles that say nothing of what their bearer does."""

ABBREVIATED = word_set(
    """
    mr mrs ms mx dr sen sens rep reps gov govs gen lt col maj capt sgt cpl pvt adm cmdr prof rev hon st jr sr atty
    dist inc corp co ltd bros
    """
)
"""Keep their full stop inside a name."""

NAME_SUFFIXES = word_set("jr sr ii iii iv esq phd md")
"""Follow a surname and are no part of it; case and full stops set aside."""

HONOURS = frozenset(
    {"CB", "CBE", "CH", "DBE", "FBA", "FRS", "FRSE", "GBE", "KBE", "KCB", "MBE", "OBE", "OM", "QC", "RA"}
)
"""Letters after a name: https://en.wikipedia.org/wiki/Post-nominal_letters."""

SAME_OFFICE = {
    "sen": "senator", "rep": "representative", "congressman": "representative", "congresswoman": "representative",
    "gov": "governor", "gen": "general", "prof": "professor", "rev": "reverend", "col": "colonel", "capt": "captain",
    "sgt": "sergeant", "lt": "lieutenant", "adm": "admiral", "dr": "doctor",
}  # fmt: skip
"""Two ways to write one office."""


_FEMALE_NOUNS = FEMALE_TITLES | word_set("woman girl mother mom mum daughter sister wife aunt niece grandmother widow")
_MALE_NOUNS = MALE_TITLES | word_set("man boy father dad son brother husband uncle nephew grandfather shah sultan")


def gender_of_noun(noun: str) -> str:
    """The pronoun of a common noun for a person, "he" or "she"; empty if it may be either."""
    return "she" if noun.lower() in _FEMALE_NOUNS else "he" if noun.lower() in _MALE_NOUNS else ""


def is_title(token: str) -> bool:
    """Return whether the token is before names as a title."""
    return plain_form(token) in TITLES


def is_role_noun(token: str) -> bool:
    """Return whether the token says what a person does."""
    return plain_form(token) in ROLE_NOUNS
