"""Words that have a capital at the beginning of a sentence without being names."""

from quizengine.language.word_lists import word_set

FUNCTION_WORDS = word_set(
    """
    a about according add added after afterwards again against ago ah all almost along already also although
    always am amid among an and another any anyone anything are around as ask asked at away back be because been
    before behind being below beneath beside besides better between beyond both but by can citing come consider
    could critics did do does doing don't despite down during each earlier early either else enough even
    eventually ever every everybody everyone everything except experts far few fewer finally first following for
    former formerly from further get given go god going good had has have having he hello hence her here hers
    herself hey him himself his how however i i'd i'll i'm i've if in including indeed inside instead into
    ironically is isn't it it's its itself just last lastly late later lately least less let let's like likewise
    look looking lots made make many maybe me meanwhile more moreover most mostly mr much my myself near nearly
    neither never nevertheless new next no nobody none nonetheless nor not nothing now obviously of off officials
    often oh ok okay old on once one only onto or other others otherwise our ours out outside over overall part
    people per perhaps please plus police quite rather read really recently regarding right said same say saying
    says second see several she should similarly since so some somebody somehow someone something sometimes soon
    speaking still such take tell than thank thanks that that's the their theirs them then there there's therefore
    these they they're thing think third this those though three through throughout thus till to today together
    told tomorrow tonight too toward towards trying two under undoubtedly unfortunately unless unlike until up
    upon us use used using usually very via want was we we'll we're we've well were what what's whatever when
    whenever where whereas wherever whether which while who whoever whole whom whose why will with within without
    won't would yeah yes yesterday yet you you're your yours click watch share follow related subscribe photo
    image video getty ap's here's he's she's who's additional subsequent previous numerous various multiple countless
    successive existing remaining recent current nearby similar different
    """
)
"""Begin sentences with a capital and are no names."""
NEVER_NAMES = word_set(
    "I A An The He She It We They You This That These Those My His Her Our Your Their Its And But Or"
)
ALSO_NAMES = word_set(
    "read long love good hope make little may will ask law like late mark near part price second still west"
)
"""Function words that are surnames, too: names where no sentence begins."""
