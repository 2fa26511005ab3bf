"""The kind of a capitalised name as far as its own words tell: a person, an organisation, a place.

Next: `name_index`, which weighs this against how the article uses the name.
"""

from typing import Literal

from quizengine.language.names.given_names import is_given_name
from quizengine.language.names.places import is_place
from quizengine.language.names.titles import NAME_SUFFIXES
from quizengine.language.word_lists import plain_form, word_set

LEGAL_FORMS = word_set("co company corp corporation gmbh inc incorporated limited llc llp ltd plc")
"""Forms of companies in law, which end their names."""
ORGANISATION_HEADS = LEGAL_FORMS | word_set(
    """
    academy administration agency alliance army assembly association authority bank board brigade broadcasting
    brothers bureau cabinet campaign caucus center centre chamber church club coalition college commission
    committee community confederation conference congress conservancy consortium
    council court daily department directorate division enterprises exchange federation firm force forum
    foundation fund gazette government group guild herald holdings hospital house industries initiative
    inquirer institute institution institutes journal laboratories laboratory league library magazine
    ministry mission movement museum national navy network news observatory office organisation organization panel
    parliament partners partnership party police post press project register registry reserve review school
    secretariat senate service services society station studios subcommittee survey systems taskforce tabloid team
    technologies times treasury tribune tribunal trust union university weekly workshop works zoo orchestra
    agencies authorities airlines airways motors pharmaceuticals laboratories solutions capital ventures media
    radio television tv telecom telecoms telecommunications communications oil gas energy petroleum foods stores
    insurance investments securities chemicals textiles software electronics aerospace entertainment rail railways
    shipping logistics mining
    """
)
"""Last words of the names of organisations."""

OF_HEADS = word_set(
    """
    academy association attorney bank board bureau center centre chamber church city college commission committee
    council county court daughters department director faculty federation gulf head house institute institutes
    institution kingdom league library ministry museum office president republic school secretary society sons
    state states strait union university sea bay cape minister under-secretary doctors
    """
)
"""Go on with "of …" or "for …" inside one name: University of Idaho, Department of Justice, Secretary of State."""

THINGS_OF = word_set("battle siege treaty massacre declaration statue tower isle temple palace empire")
"""Go on with "of …" too, and are no organisations: Battle of Hastings, Isle of Wight."""
KEEP_PEOPLES = word_set("revolution war wars empire ocean sea renaissance uprising")
"""Last words of names that a people is part of: the French Revolution."""

PLACE_HEADS = word_set(
    """
    avenue bay beach boulevard building canal canyon castle city coast county creek desert district drive falls
    forest glacier gulf harbor harbour heights hill hills island islands lake lakes mountain mountains ocean park
    peninsula plaza province region ridge river road sea shore springs square strait street territory valley
    village volcano
    """
)
PLACE_LEADS = word_set("san santa santo saint st los las fort mount mt lake cape port rio")
OTHER_HEADS = word_set(
    """
    act agreement amendment award awards bill bowl century championship clause code constitution convention cup
    day deal debate decade declaration doctrine election era festival games law medal memorial olympics plan poll
    prize proposition protocol revolution rights rule series show summit theory treaty vehicle war week year
    tournament primary caucuses podcast blog channel album film song project file report wars tower bible gospel scandal
    """
)
WORK_NOUNS = word_set(
    """
    album anthem anthology autobiography ballad ballet biography blockbuster book cartoon comedy comic concerto
    documentary drama encyclopedia epic essay film franchise hit hymn manga manuscript memoir movie musical novel
    novella oeuvre opera oratorio painting pamphlet play podcast poem sculpture sequel serial series show single sitcom
    sonata song sonnet soundtrack symphony tale thriller tragedy treatise trilogy videogame
    """
)
"""Nouns for works of art, music or writing."""
NOT_PEOPLE = ORGANISATION_HEADS | PLACE_HEADS | OTHER_HEADS
"""Last words of names that are no person's."""
CALENDAR = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec easter christmas
    thanksgiving ramadan
    """
)
PEOPLES = word_set(
    """
    african african-american african-americans afghan afghans american americans arab arabs argentine asian asians
    asian-american asian-americans australian australians austrian belgian black blacks brazilian brazilians
    british briton britons buddhist buddhists bulgarian californian californians canadian canadians catholic
    catholics caucasian chilean chinese christian christians colombian communist communists conservative
    conservatives cuban cubans czech danish democrat democratic democrats dutch egyptian english european
    europeans evangelical evangelicals filipino finnish french german germans greek hindu hindus hispanic
    hispanics hungarian independent independents indian indians indonesian iranian iranians iraqi iraqis irish
    islamic islamist islamists israeli israelis italian italians japanese jew jewish jews kenyan korean koreans
    kurd kurdish kurds latin latina latinas latino latinos liberal liberals libertarian libertarians lebanese
    libyan marxist mexican mexicans mormon mormons muslim muslims native nazi nazis nigerian norwegian pakistani
    palestinian palestinians persian peruvian pole polish portuguese progressive progressives protestant
    protestants puritan republican republicans roman romanian russian russians saudi saudis scottish shia shiite
    socialist socialists soviet spaniard spaniards spanish sunni swedish swiss syrian syrians taiwanese texan
    texans thai tibetan tory tories turkish ukrainian ukrainians venezuelan vietnamese welsh western westerners
    yemeni
    """
)
"""Peoples, parties and faiths: they describe and name nobody."""


def kind_by_words(tokens: tuple[str, ...]) -> Literal["person", "organisation", "place", "other", ""]:
    """Return "person", "organisation", "place" or "other" where the words of a name tell, and empty if they do not."""
    last = plain_form(tokens[-1])
    full = " ".join(tokens)
    if is_place(full):
        return "place"
    if 1 < len(tokens) <= 4 and full.isupper() and is_given_name(tokens[0].title()) and last not in NOT_PEOPLE:
        return "person"
    if plain_form(tokens[0]) in THINGS_OF and "of" in tokens:
        return "other"
    if last in ORGANISATION_HEADS or _goes_on_with_of(tokens):
        return "organisation"
    if is_acronym(full) or (len(tokens) > 1 and is_acronym(tokens[-1]) and plain_form(tokens[-1]) not in NAME_SUFFIXES):
        return "organisation"
    if (
        len(tokens) > 1
        and (plain_form(tokens[0]) in PLACE_LEADS or is_place(tokens[-1]))
        and not is_given_name(tokens[0])
    ):
        return "place"
    if len(tokens) > 1 and last in PLACE_HEADS and not is_given_name(tokens[0]):
        return "place"
    if (last in OTHER_HEADS and not (len(tokens) == 2 and is_given_name(tokens[0]))) or any(
        character.isdigit() for token in tokens for character in token
    ):
        return "other"
    if len(tokens) > 1 and is_given_name(tokens[0]):
        return "person"
    return ""


def is_organisation_head(word: str) -> bool:
    """Return whether a name that ends with a word is an organisation's: "Council"."""
    return plain_form(word) in ORGANISATION_HEADS


def _goes_on_with_of(tokens: tuple[str, ...]) -> bool:
    """Return whether a head word before "of" or "for" makes it an organisation: Center for Biological Diversity."""
    at = next((n for n, token in enumerate(tokens) if token in ("of", "for")), 0)
    return any(plain_form(token) in OF_HEADS | ORGANISATION_HEADS for token in tokens[:at])


def is_acronym(text: str) -> bool:
    """Return whether a name is an acronym: FBI, F.B.I., NATO."""
    letters = text.replace(".", "")
    return (
        letters.isalpha()
        and letters.isupper()
        and 2 <= len(letters) <= 6
        and (len(text) < 5 or "." not in text[-1:] or "." in text[:2])
    )
