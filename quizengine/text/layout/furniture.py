"""Text that does not belong to the body: bylines, captions, editors' notes, share lines, sources."""

import re
from dataclasses import dataclass

from quizengine.text.layout.line import lines_of
from quizengine.text.layout.tables import table_lines

_SHARE_LINES = r"""(?ix) \A [\W_]* (?:
      (?:related|recommended|popular|trending|latest|more) \s+
        (?:posts?|articles?|stor(?:y|ies)|news|links?|reading|(?:from|on)\b(?!.*[.!?…]\W*\Z).*)
    | read \s+ (?:more|also|next|full\b.*) (?:\b.*)? | read \s+ (?:the|our) \b [^.!?]* \b (?:here|story|article)
    | for \s+ more\b [^.!?]* \b (?:visit|see|click|website)\b .* | in \s+ this \s+ (?:article|story|issue) \s* : .*
    | you (?:['’]ve|\s+have)\b [^.!?]* \b free \s+ (?:articles?|stor(?:y|ies)) .* | [^.!?]{0,60} [.!?] \s subscribe\b .*
    | (?:you \s+ (?:may|might) \s+ also \s+ like|see \s+ also|also \s+ read) (?:\b.*)?
    | related \s* : .* | advertisement | sponsored (?:\s+content)? | story \s+ continues \s+ below (?:\b.*)?
    | (?:share|like|follow|tweet|print|email) (?:\s+(?:this|us)\b.*)?
    | (?:leave \s+ a | post \s+ a | \d+ )? \s* (?:comments?|reply)
    | (?:sign \s+ up | subscribe | log \s+ in) (?:\b.*)? | (?:[^.!?]*\b)? sign \s+ up \s+ (?:here|now|today) .*
    | listen \s+ to \s+ this \s+ (?:article|story|episode) .* | support \b.*\b (?:journalism|donate|donation) .*
    | (?:tags?|filed \s+ under|categor(?:y|ies)|topics?) \b (?:\s*:|(?!.*[.!?…]\W*\Z)) .*
    | (?:copyright\W*(?:©|\(c\)|\d{4})|copyright\b.*\breserved|©|\(c\)\s*\d{4}) .* | all \s+ rights \s+ reserved \.? .*
    | (?:previous|next) (?:\s+(?:post|article|story))?
    | (?:skip \s+ to | back \s+ to \s+ top | jump \s+ to | click \s+ (?:here|to)\b | tap \s+ (?:here|to)\b) .*
    | (?:watch|listen|video|podcast|gallery|live|explore|download) \s* : .*
    | (?:home|news|start) (?:\s*[>»›|/·•]\s*[^.!?]+)+
    | \d+ [\s-] min(?:ute)?s? (?:\s+|-)read | (?:reading\s+time|estimated\s+read) .*
    | (?:accept|manage|reject) \s+ (?:all\s+)?cookies .* | we \s+ use \s+ cookies .*
    ) [\W_]* \Z"""
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
DATE = (
    rf"(?:\d{{4}}-\d\d-\d\dT[\d:.]+Z?|"
    rf"{_DAY}(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?|{_MONTH} \d{{4}}"
    r"|\d{4}-\d\d-\d\d))"
)
NAME = r"[A-ZÀ-Þ][\w’'-]*\.?"
_NAMES = rf"(?:the )?{NAME}(?:[ ,|&/–-]+(?:{NAME}|\d[\d:.]*|[a-z]{{1,3}}))*"
_AGENCY = r"(?:AP|AFP|EPA|PA|UPI|R(?:euters|EUTERS)|Getty)"
_CREDITS = (
    rf"[(\[]{_AGENCY}(?:[ /][^()\[\]]{{0,60}})?[)\]]",
    r"[(\[](?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit)\b[^()\[\]]{0,80}[)\]]",
    rf"[(\[]{NAME}(?: {NAME}){{0,3}} ?/ ?{NAME}(?: {NAME}){{0,3}}[)\]]",
    r"(?:[Pp]hoto(?:graph)?s?|[Ii]mage|[Pp]icture|[Cc]redit|[Ii]llustration)(?: credit| courtesy of| by)?\s*[:©]"
    r"\s*[^.!?]{2,80}",
    r"[Pp]hoto(?:graph)?s? (?:by|courtesy of) [^.!?]{2,60}",
    r"©\s?[^.!?]{2,60}",
    rf"\| ?{_AGENCY}\b[^.]{{0,40}}",
    rf"(?:{_AGENCY} ?/ ?{NAME}|{NAME} ?/ ?{_AGENCY})(?: (?:via|{NAME})){{0,4}}",
)
"""The end of a caption that says who took the picture."""
_CLOSINGS = (
    "yours? (?:faithfully|sincerely|truly|etc|ever)",
    "sincerely(?: yours)?",
    "(?:kind|best|warm)(?:est)? (?:regards|wishes)",
    "respectfully(?: yours)?",
    "regards",
    "cordially",
    "with (?:best|kind) (?:regards|wishes)",
    "(?:with |many )*thanks",
    "all the best",
    "yours in [a-z]+",
)
_ADDRESSED = "(?:sirs?|madam|editors?|readers?|sir or madam)"


@dataclass(frozen=True)
class Rule:
    """A kind of furniture, by what a paragraph of it looks like."""

    kind: str
    pattern: re.Pattern[str]
    longest: int = 200
    """The most characters of such a paragraph."""


RULES = (
    Rule("share line", re.compile(_SHARE_LINES)),
    Rule(
        "editors’ note",
        re.compile(
            r"(?i)[\W_]*(?:editor(?:['’]?s)?['’]? notes?|corrections?|clarifications?|update(?:, [^:.!?]{3,20})?"
            r"|notes? to (?:our )?readers|our standards)(?: ?\([^()]{1,40}\))? *[:—–]"
        ),
        100_000,
    ),
    Rule(
        "editors’ note",
        re.compile(
            r"(?i)[\W_]*this (?:stor(?:y|ies)|article|post|piece|report|column|essay|text|interview|page"
            r"|transcript|conversation)\b[^.!?]*\b"
            r"(?:(?:originally|first|previously) (?:published|appeared|ran)"
            r"|was (?:published|produced|updated|edited|amended|corrected|changed)"
            r"|has been (?:updated|corrected|edited|amended)|is republished|(?:been|was) (?:lightly )?edited"
            r"|is part of (?:a|our|the) series)"
        ),
        600,
    ),
    Rule(
        "credit",
        re.compile(
            r"(?i)[\W_]*(?:(?:additional |further )(?:reporting|writing|research|editing|photography) by\b"
            r"|(?:reporting|writing|editing|graphics) by\b|(?:with )?(?:files|reporting) (?:from|by)\b"
            r"|[^.!?]{3,80} contributed (?:reporting\b|to this (?:report|story|article))"
            r"|(?:follow|contact|reach|email) [^.!?]{2,60} (?:on|at|via) \S*(?:@|twitter|facebook|instagram|bluesky))"
        ),
        300,
    ),
    Rule(
        "credit",
        re.compile(
            r"(?:Edited|Translated|Compiled|Produced|Illustrated|Written|Story|Words|Text|Photos?|Text and photos) by "
            rf"{_NAMES}\.?\Z"
        ),
    ),
    Rule(
        "credit",
        re.compile(
            rf"{NAME}(?: {NAME}){{1,3}} is (?:a|an|the) (?:[\w-]+ ){{0,4}}(?:writer|reporter|correspondent"
            r"|editor|columnist|journalist|contributor) (?:for|at|with|of|based)\b[^.!?]*\.?\Z"
        ),
    ),
    Rule(
        "editors’ note",
        re.compile(
            r"(?i)[\W_]*an? (?:(?:earlier|previous) )?version of this (?:story|article|post|piece|report)\b"
            r"|[\W_]*(?:the )?(?:views|opinions)(?: and opinions)? expressed\b[^.!?]*\b(?:author|writer|contributor)"
        ),
        300,
    ),
    Rule(
        "letter form",
        re.compile(rf"[Rr][Ee](?::|(?= [“\"])) ?.*\Z|{NAME}(?: {NAME}){{1,2}},? (?:via|by) e-?mail\Z"),
        150,
    ),
    Rule("mail header", re.compile(r"(?:From|To|Cc|Bcc|Subject|Sent|Reply-To|Attachments?): .*\Z")),
    Rule(
        "byline",
        re.compile(
            rf"(?:By|BY|by) {_NAMES}(?:[ ,]+(?:staff|writer|reporter|correspondent|editor|{_NAMES}))*"
            rf"(?:[ ,|·•–—-]+(?:[Pp]ublished|[Uu]pdated)?:? ?{DATE}.{{0,40}})?\Z"
            rf"|{NAME}(?: {NAME}){{1,2}}[,|·•–— -]+(?:[\w&]+ ){{0,3}}"
            r"(?i:editor|correspondent|reporter|writer|columnist)\Z"
        ),
        150,
    ),
    Rule(
        "date",
        re.compile(
            r"(?:(?:(?:First |Last )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified)|(?:Publication )?[Dd]ate)"
            rf"(?: on| at)?:? )?(?:{DATE}|\d{{1,2}}[:./]\d\d)(?: [A-Z]{{2,4}}\b)?"
            rf"(?:[ ,|•·–-]+(?:at )?(?:{DATE}|\d\d?[:.]\d\d).*)?\Z"
        ),
        100,
    ),
    Rule(
        "caption", re.compile(r"(?i)(?:photo(?:graph)?|image|picture|credit|graphic|illustration|map|chart)s?\s*:.*\Z")
    ),
    Rule("caption", re.compile(r"(?i)image (?:caption|source|copyright)\b.*\Z")),
    Rule("caption", re.compile(r"(?:Data )?(?i:sources?)\s*:\s*+(?!(?:the|an?)\b).*\Z")),
    Rule(
        "caption",
        re.compile(
            r"(?i)(?:fig(?:ure|\.)|table|chart|box|plate|exhibit|photo|image|map) ?\d+[\w.-]*?\s?[:.—–|](?=\s|\Z)"
        ),
        600,
    ),
    Rule("caption", re.compile(r"(?i)(?:pictured|above|below|left|right|top|bottom|caption|file photo)\s*:"), 400),
    Rule("caption", re.compile(rf"(?s).*?(?:{'|'.join(_CREDITS)})\.?\Z"), 300),
    Rule("note", re.compile(r"(?:\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[†‡^]|\*{1,3}(?=\w))\s?\S"), 600),
    Rule(
        "source",
        re.compile(
            r"(?s)[A-ZÀ-Þ][\w’'-]+, (?:[A-ZÀ-Þ]\.[ -]?)+.{0,200}?\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]"
            r"|(?:.{0,200}[^\d\s])? ?(?:19|20)\d\d;\s?\d+(?:\(\d+\))?:\s?\d|.{0,250}\bdoi: ?10\.\d"
            r"|(?:\d{1,3}\. )?(?:Ibid|Op\. cit|Loc\. cit)\b"
            r"|.{20,300} \((?:1[5-9]|20)\d\d\): \d{1,4}(?:[–-]\d{1,4})?\.?\Z"
            r"|.{1,120}\bpp?\. ?\d+(?:[–-]\d+)?\.?\Z"
            rf"|{NAME}, {NAME}\. [^!?]{{0,150}}: [^!?]{{3,60}}, (?:1[5-9]|20)\d\d\.\Z"
            r"|(?i:available at|retrieved from|accessed|doi|isbn|issn|source)\b ?:? ?(?:https?|www|10\.|97|\d)"
            r"|(?:[^\s.!?]+ ){0,8}(?:https?://|www\.)\S+\.?\Z|(?:[^\s.!?]+ ){0,4}[\w.+-]+@[\w-]+\.[\w.]+\.?\Z"
        ),
        500,
    ),
    Rule(
        "letter form",
        re.compile(
            rf"(?i)(?:dear (?:{_ADDRESSED}|[a-z]+\.?(?: [a-z]+\.?){{0,3}})|to the editor|sir|madam)\s*[,:!—–-]*\Z"
            rf"|(?:{'|'.join(_CLOSINGS)})(?:\s*\Z|[,\n][^.!?]{{0,80}}[.!]?\Z)"
        ),
        120,
    ),
)
_HEADINGS_OF_SOURCES = (
    "references",
    "(?:primary |secondary )?sources",
    "bibliography",
    "notes",
    "foot-?notes",
    "end-?notes",
    "works cited",
    "literature(?: cited)?",
    "further reading",
    "external links",
    "related links",
    "citations",
    "acknowledge?ments?",
    "about the authors?",
    "credits",
)
SOURCES = re.compile(rf"(?i)\W*(?:{'|'.join(_HEADINGS_OF_SOURCES)})\W*\Z")
"""Headings of what follows a text: nothing after one is prose until another heading comes."""
CLOSING = re.compile(rf"(?i)(?:{'|'.join(_CLOSINGS)})\b")
_LONGEST_ROW = 100
_MEASURED = re.compile(r"[A-ZÀ-Þ\d][\w ’'-]{0,25}: [-+−$€£]?\d[\d.,:/%–-]*(?: [\w%/²³]+){0,2}\Z")
"""A row of a table as a list has it: "Length: 240 m"."""
_DATED = re.compile(
    rf"(?:(?>(?:First )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted)|\d{{1,2}}[:.]\d\d|{_MONTH}"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
    r"|\d{1,4}(?:st|nd|rd|th)?|[APap]\.?[Mm]\.?|[A-Z]{2,4}|at|on|of|News|[/|·•–—-])[,:]?(?:\s+|\Z))++\Z"
)
"""A line of only the words of dates and times."""
_DAY_AND_TIME = re.compile(rf"\d.*{_MONTH}|{_MONTH}.*\d")
_ROW = re.compile(r"(?:[^\s.!?]+ ){0,3}(?:[-+−$€£]?\d[\d.,:/%-]*\s+){1,11}[-+−$€£]?\d[\d.,:/%-]*\Z")
"""A row of figures with at most three words before it, as a PDF file has a table."""
_FEWEST_LINES = 2
_SIGNATURE_WORDS = 12
_JOINERS = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "at",
        "de",
        "van",
        "von",
        "der",
        "la",
        "le",
        "del",
        "da",
        "du",
        "on",
        "to",
        "&",
        "a",
    ]
)


def furniture_kind(paragraph: str) -> str:
    """Return what kind of furniture a paragraph is; empty for prose, and for headings, which `structure` tells."""
    if not any(map(str.isalnum, paragraph)):
        return "separator"
    for rule in RULES:
        if len(paragraph) <= rule.longest and rule.pattern.match(paragraph):
            return rule.kind
    if len(paragraph) <= _LONGEST_ROW and (_ROW.match(paragraph) or _MEASURED.match(paragraph)):
        return "table"
    if len(paragraph) <= _LONGEST_ROW and _DATED.match(paragraph) and _DAY_AND_TIME.search(paragraph):
        return "date"
    lines = [line for line in lines_of(paragraph) if line.text]
    if len(lines) >= _FEWEST_LINES and len(table_lines(lines)) == len(lines):
        return "table"
    return ""


def is_signature(paragraph: str) -> bool:
    """True if a short paragraph without the end of a sentence has only names in it: "Maria Lopes, Orra"."""
    words = [word.strip(",()") for word in paragraph.lstrip("—–- ").split()]
    if not 2 <= len(words) <= _SIGNATURE_WORDS or paragraph.rstrip()[-1:] in '.!?…:;”"’':
        return False
    return all(word in _JOINERS or not word or not word[0].islower() for word in words) and not any(
        sign in '“”"?!;:' for sign in paragraph
    )
