"""The words that show the circumstance of an adjunct: nouns, adverbs and prepositions.

Next: `adjuncts`, which looks them up.
"""

from quizengine.language.word_lists import phrase_set, word_set

MONTHS = word_set("january february march april may june july august september october november december")
CAPITALISED_TIMES = MONTHS | word_set(
    """
    spring summer autumn fall winter monday tuesday wednesday thursday friday saturday sunday easter christmas
    """
)
LENGTHS = word_set("second minute hour day week fortnight month year decade century")
TIME_NOUNS = (
    CAPITALISED_TIMES
    | LENGTHS
    | word_set(
        """
        weekend quarter semester season millennium morning afternoon evening night noon midnight
        today yesterday tomorrow tonight time moment period era age beginning end outset eve aftermath
        """
    )
)
PLACE_NOUNS = word_set(
    """
    airport area bank bar bay beach border bridge building camp campus capital castle cathedral cave cemetery
    center centre chapel church city clinic coast colony continent corner country county court desert
    district embassy factory farm floor forest fort garden gallery hall harbor harbour headquarters hill home
    hospital hotel house island kitchen laboratory lake library mill mine monastery mosque mountain museum
    neighborhood neighbourhood ocean office palace park parliament peninsula plant port prison province region
    restaurant river road room school sea shop shore site square stadium station store street studio suburb temple
    theater theatre tower town university valley village warehouse woods workshop world yard zone
    """
)
BARE_PLACES = word_set("church college court home port prison school town university")
"""Nouns for a place that need no article: "at school"; "in office" and "on board" are no places."""
NO_PLACES = word_set(
    """
    war game match league cup series season episode act congress parliament party olympics movie film journal book
    chapter figure table section volume part phase
    """
)
"""Nouns that end or open names which follow "in" and are no places: "in World War II"."""
MOTION = word_set(
    """
    go move travel fly sail march flee drive walk ride emigrate immigrate migrate commute retreat escape relocate deport
    exile
    """
)
CARRYING = word_set("bring take send dispatch carry return come get run rush lead transfer transport deliver")
"""Verbs by which something gets to a place, besides those of moving: "sent to the town", but "told to the town"."""
ASKING = word_set(
    """
    ask tell order urge want allow enable force help encourage persuade advise expect require permit cause request
    invite warn teach instruct convince promise
    """
)
"""Verbs whose infinitive is what is asked for, and no purpose: "asked the council to help"."""
AFTER_LENGTHS = word_set("before after ago later earlier since from into")
"""Words after a length that make it a distance in time: "two weeks before the vote"."""
TIME_PREPOSITIONS = phrase_set(
    """
    in | on | at | by | during | until | till | since | after | before | from | to | through | throughout | within
    | over | around | about | between | as of | as early as | as late as | from about | up to | up until | prior to
    """
)
IDIOMS = phrase_set(
    "at the same time | in the end | at the end of the day | in time | in no time | at times | for the time being"
)
"""Phrases with a noun of time that tell how one clause goes with another, or no point in time."""
TIME_ADVERBS = word_set(
    """
    now today yesterday tomorrow tonight soon later earlier recently already once often always never sometimes
    usually frequently rarely formerly previously currently eventually finally initially originally ago before still
    immediately afterwards afterward meanwhile lately annually daily weekly monthly yearly
    """
)
"""Adverbs of time, but not "then" and "again", which as often join as date: "if …, then", "then again"."""
NO_MANNER = word_set(
    """
    only early likely friendly daily weekly monthly yearly
    hardly barely scarcely nearly merely simply purely solely exclusively mainly mostly largely partly primarily
    chiefly predominantly especially particularly specifically notably namely principally
    really truly fully entirely completely totally absolutely utterly extremely highly greatly deeply slightly fairly
    relatively comparatively increasingly decreasingly virtually practically roughly approximately exactly precisely
    significantly substantially considerably dramatically disproportionately infinitely incredibly sufficiently
    adequately overwhelmingly strongly widely broadly narrowly sharply badly
    honestly frankly clearly obviously evidently apparently seemingly actually possibly probably certainly surely
    presumably supposedly reportedly allegedly arguably undoubtedly definitely fortunately unfortunately sadly luckily
    happily hopefully regrettably tragically importantly interestingly surprisingly ironically curiously understandably
    admittedly naturally normally ideally basically essentially fundamentally generally typically literally ultimately
    consequently accordingly subsequently similarly likewise additionally alternatively conversely respectively
    firstly secondly thirdly lastly personally seriously officially technically theoretically potentially inevitably
    necessarily permanently temporarily regularly repeatedly constantly routinely occasionally suddenly gradually
    eventually currently financially militarily culturally politically economically socially historically legally
    scientifically visually sexually globally nationally internationally locally
    """
)
"""Adverbs in -ly that tell a degree, what is picked out, how the writer sees it, how often, or in what respect."""
MEANS_NOUNS = word_set(
    """
    accident air boat bus car chance default definition design foot force hand heart law letter mail mistake name nature
    phone plane post proxy rail road sea ship surprise telephone train tram way word
    """
)
AMOUNTS = word_set("percent % percentage point third half quarter factor margin majority average fifth tenth")
MEASURES = word_set(
    """
    mile metre meter kilometre kilometer foot inch yard pound kilogram kilo gram ton tonne litre liter gallon degree
    dollar euro cent penny vote point goal seat time year month week day hour minute second billion million thousand
    """
)
PLACE_ADVERBS = word_set(
    "here there abroad overseas nearby elsewhere everywhere nowhere somewhere home upstairs outside inside"
)
PLACE_PREPOSITIONS = word_set(
    "in at on near inside outside across along above below behind beyond beneath within around"
)
TOWARDS = phrase_set("to | into | onto | toward | towards | from | out of")
