"""The currencies of the world, by symbol, code and word, each with its ISO 4217 code.

A plain table instead of a library's data: it is read whenever a quiz is made, and it only holds what English prose
uses. The tests compare every code with Babel's list.
"""

import re

from quizengine.language.word_lists import word_set

CURRENCY_SYMBOLS: dict[str, str] = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₴": "UAH",
    "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₡": "CRC", "₭": "LAK", "₲": "PYG", "₵": "GHS",
    "₸": "KZT", "₮": "MNT", "₼": "AZN", "₾": "GEL", "¢": "cent", "₿": "BTC",
}  # fmt: skip
"""One-character signs; a cent sign is the hundredth of whatever it is beside."""

DOLLARS: dict[str, str] = {
    "us": "USD", "usd": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD",
    "cad": "CAD", "cdn": "CAD", "can": "CAD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD",
    "sg": "SGD", "sgd": "SGD", "nt": "TWD", "twd": "TWD", "mex": "MXN", "mx": "MXN", "mxn": "MXN", "r": "BRL",
    "brl": "BRL", "z": "ZWL", "j": "JMD", "tt": "TTD", "bz": "BZD", "fj": "FJD", "ec": "XCD", "bds": "BBD",
    "n": "NAD", "cl": "CLP", "clp": "CLP", "col": "COP", "cop": "COP", "ar": "ARS", "ars": "ARS", "ru": "RUB",
}  # fmt: skip
"""Letters before a dollar sign ("US$", "Mex$")."""

_CODES = """
    USD EUR GBP JPY CNY INR CHF CAD AUD NZD HKD SGD TWD KRW SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH TRY ILS SAR AED
    QAR KWD BHD OMR JOD EGP ZAR NGN KES GHS MAD TND DZD ETB UGX TZS BRL MXN ARS CLP COP PEN UYU VES THB VND IDR MYR PHP
    PKR BDT LKR NPR IRR IQD KZT UZS AZN GEL AMD BYN RSD MKD ALL BTC ETH
"""
CODES: dict[str, str] = {code: code for code in _CODES.split()} | {"RMB": "CNY", "NIS": "ILS", "BITCOIN": "BTC"}
"""Codes in capitals, as they stand before or after a figure."""

SMALL_CODES: frozenset[str] = word_set(
    "usd eur gbp jpy cny inr chf cad aud nzd hkd sgd rmb sek nok dkk rub brl mxn zar btc krw twd thb pln"
)
"""The codes that are read in small letters too, since they are no English words."""

WORDLIKE_CODES: frozenset[str] = frozenset({"ALL", "TRY", "PEN", "MAD", "GEL", "RON", "COP", "ETH"})
"""Codes that are words or names as well: they count only after a figure."""

_PLAIN = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupee": "INR",
    "rouble": "RUB", "ruble": "RUB", "won": "KRW", "hryvnia": "UAH", "zloty": "PLN", "złoty": "PLN", "shekel": "ILS",
    "forint": "HUF", "baht": "THB", "dong": "VND", "ringgit": "MYR", "rupiah": "IDR", "taka": "BDT", "naira": "NGN",
    "cedi": "GHS", "lira": "TRY", "franc": "CHF", "krone": "DKK", "krona": "SEK", "koruna": "CZK", "rand": "ZAR",
    "real": "BRL", "peso": "MXN", "rial": "IRR", "riyal": "SAR", "dirham": "AED", "dinar": "KWD", "birr": "ETB",
    "lari": "GEL", "tenge": "KZT", "deutschmark": "DEM", "guilder": "NLG", "escudo": "PTE", "drachma": "GRD",
    "peseta": "ESP", "bitcoin": "BTC", "sterling": "GBP", "quid": "GBP", "pound": "GBP", "hryvna": "UAH",
    "leu": "RON", "lev": "BGN", "som": "UZS", "dram": "AMD", "kwacha": "ZMW", "shilling": "KES", "bolivar": "VES",
    "mark": "DEM", "afghani": "AFN", "kwanza": "AOA", "manat": "AZN", "boliviano": "BOB", "ngultrum": "BTN",
    "pula": "BWP", "colón": "CRC", "dalasi": "GMD", "lempira": "HNL", "gourde": "HTG", "riel": "KHR", "kip": "LAK",
    "ariary": "MGA", "denar": "MKD", "kyat": "MMK", "tugrik": "MNT", "pataca": "MOP", "ouguiya": "MRU",
    "rufiyaa": "MVR", "metical": "MZN", "córdoba": "NIO", "balboa": "PAB", "kina": "PGK", "guarani": "PYG",
    "leone": "SLE", "lilangeni": "SZL", "somoni": "TJS", "bolívar": "VES", "vatu": "VUV", "tala": "WST",
    "nakfa": "ERN", "lek": "ALL", "loti": "LSL", "dobra": "STN", "króna": "ISK", "hryvnya": "UAH",
}  # fmt: skip
_PLURALS = {
    "reais": "real", "kroner": "krone", "kronor": "krona", "korunas": "koruna", "lire": "lira", "lei": "leu",
    "leva": "lev", "zlotys": "zloty", "hryvnias": "hryvnia", "drachmae": "drachma", "drachmas": "drachma",
    "colones": "colón", "meticais": "metical", "emalangeni": "lilangeni", "denari": "denar", "krónur": "króna",
    "ariaries": "ariary", "lekë": "lek", "maloti": "loti", "guaraníes": "guarani", "korun": "koruna",
}  # fmt: skip

WORDS: dict[str, str] = (
    _PLAIN
    | {f"{word}s": code for word, code in _PLAIN.items()}
    | {plural: _PLAIN[word] for plural, word in _PLURALS.items()}
)
"""Words for money, singular and plural; alone, each means the currency that prose most often means by it."""

BY_NATION: dict[tuple[str, str], str] = {
    (nation, word): code
    for code, nations, words in (
        ("USD", "us u.s american", "dollar"), ("AUD", "australian", "dollar"), ("CAD", "canadian", "dollar"),
        ("NZD", "zealand", "dollar"), ("HKD", "kong", "dollar"), ("SGD", "singapore singaporean", "dollar"),
        ("TWD", "taiwan taiwanese", "dollar"), ("JMD", "jamaican", "dollar"), ("ZWL", "zimbabwe zimbabwean", "dollar"),
        ("CNY", "chinese", "yuan renminbi"), ("JPY", "japanese", "yen"), ("KRW", "korean", "won"),
        ("INR", "indian", "rupee"), ("PKR", "pakistani", "rupee"), ("LKR", "lankan", "rupee"),
        ("NPR", "nepalese", "rupee"), ("CHF", "swiss", "franc"), ("XOF", "cfa", "franc"), ("FRF", "french", "franc"),
        ("BEF", "belgian", "franc"), ("GBP", "british uk sterling", "pound"), ("EGP", "egyptian", "pound"),
        ("LBP", "lebanese", "pound lira"), ("SYP", "syrian", "pound"), ("IEP", "irish", "pound"),
        ("MXN", "mexican", "peso"), ("ARS", "argentine argentinian", "peso"), ("CLP", "chilean", "peso"),
        ("COP", "colombian", "peso"), ("PHP", "philippine filipino", "peso"), ("CUP", "cuban", "peso"),
        ("DKK", "danish", "krone"), ("NOK", "norwegian", "krone"), ("SEK", "swedish", "krona krone"),
        ("ISK", "icelandic", "krona"), ("CZK", "czech", "koruna crown"), ("TRY", "turkish", "lira"),
        ("ITL", "italian", "lira"), ("RUB", "russian", "ruble rouble"), ("BYN", "belarusian", "ruble rouble"),
        ("BRL", "brazilian", "real"), ("ZAR", "african", "rand"), ("SAR", "saudi", "riyal"), ("QAR", "qatari", "riyal"),
        ("IRR", "iranian", "rial"), ("YER", "yemeni", "rial"), ("OMR", "omani", "rial"), ("AED", "uae", "dirham"),
        ("MAD", "moroccan", "dirham"), ("KWD", "kuwaiti", "dinar"), ("IQD", "iraqi", "dinar"),
        ("JOD", "jordanian", "dinar"), ("RSD", "serbian", "dinar"), ("TND", "tunisian", "dinar"),
        ("DZD", "algerian", "dinar"), ("LYD", "libyan", "dinar"), ("BHD", "bahraini", "dinar"),
        ("KES", "kenyan", "shilling"), ("UGX", "ugandan", "shilling"), ("TZS", "tanzanian", "shilling"),
        ("DEM", "german", "mark"), ("VES", "venezuelan", "bolivar"), ("THB", "thai", "baht"),
        ("ILS", "israeli", "shekel"),
        ("BBD", "barbadian barbados", "dollar"), ("BMD", "bermudan bermudian", "dollar"), ("BND", "brunei", "dollar"),
        ("BSD", "bahamian", "dollar"), ("BZD", "belize", "dollar"), ("FJD", "fijian fiji", "dollar"),
        ("GYD", "guyanese guyanaese", "dollar"), ("KYD", "cayman", "dollar"), ("LRD", "liberian", "dollar"),
        ("NAD", "namibian", "dollar"), ("SBD", "solomon", "dollar"), ("SRD", "surinamese", "dollar"),
        ("TTD", "trinidad tobago", "dollar"), ("XCD", "caribbean", "dollar"), ("XCG", "caribbean", "guilder"),
        ("NLG", "dutch netherlands", "guilder"), ("ANG", "antillean", "guilder"), ("AWG", "aruban", "florin guilder"),
        ("FKP", "falkland", "pound"), ("GIP", "gibraltar", "pound"), ("SDG", "sudanese", "pound"),
        ("SHP", "helena", "pound"), ("CYP", "cypriot", "pound"), ("BIF", "burundian burundi", "franc"),
        ("CDF", "congolese", "franc"), ("DJF", "djiboutian djibouti", "franc"), ("GNF", "guinean", "franc"),
        ("KMF", "comorian", "franc"), ("RWF", "rwandan", "franc"), ("XPF", "cfp", "franc"),
        ("LUF", "luxembourg", "franc"), ("CVE", "verdean", "escudo"), ("PTE", "portuguese", "escudo"),
        ("DOP", "dominican", "peso"), ("UYU", "uruguayan", "peso"), ("MUR", "mauritian", "rupee"),
        ("SCR", "seychellois", "rupee"), ("SOS", "somali", "shilling"), ("ATS", "austrian", "schilling shilling"),
        ("MDL", "moldovan", "leu"), ("RON", "romanian", "leu"), ("BGN", "bulgarian", "lev"),
        ("MKD", "macedonian", "denar"),
        ("MYR", "malaysian", "ringgit"), ("IDR", "indonesian", "rupiah"), ("VND", "vietnamese", "dong"),
        ("BDT", "bangladeshi", "taka"), ("KZT", "kazakh kazakhstani kazakhstan", "tenge"),
        ("UAH", "ukrainian", "hryvnia"),
        ("UZS", "uzbek uzbekistani uzbekistan", "som"), ("KGS", "kyrgyz kyrgystani", "som"),
        ("AMD", "armenian", "dram"),
        ("GEL", "georgian", "lari"), ("AZN", "azerbaijani azeri", "manat"), ("TMT", "turkmen turkmenistani", "manat"),
        ("TJS", "tajik tajikistani", "somoni"), ("MNT", "mongolian", "tugrik"), ("AFN", "afghan", "afghani"),
        ("HUF", "hungarian", "forint"), ("PLN", "polish", "zloty złoty"), ("ALL", "albanian", "lek"),
        ("BAM", "bosnian convertible", "mark"), ("FIM", "finnish", "mark markka"), ("GRD", "greek", "drachma"),
        ("ESP", "spanish", "peseta"), ("ISK", "icelandic", "króna"), ("EEK", "estonian", "kroon"),
        ("GHS", "ghanaian", "cedi"), ("NGN", "nigerian", "naira"), ("ETB", "ethiopian", "birr"),
        ("GMD", "gambian", "dalasi"), ("AOA", "angolan", "kwanza"), ("BWP", "botswanan botswana", "pula"),
        ("ZMW", "zambian", "kwacha"), ("MWK", "malawian", "kwacha"), ("MZN", "mozambican", "metical"),
        ("MGA", "malagasy", "ariary"), ("SLE", "leonean", "leone"), ("SZL", "swazi", "lilangeni"),
        ("BOB", "bolivian", "boliviano"), ("PEN", "peruvian", "sol sole"), ("PYG", "paraguayan", "guarani guaraní"),
        ("GTQ", "guatemalan", "quetzal"), ("HNL", "honduran", "lempira"), ("NIO", "nicaraguan", "córdoba cordoba"),
        ("CRC", "rican", "colón colon"), ("SVC", "salvadoran", "colón colon"), ("PAB", "panamanian", "balboa"),
        ("HTG", "haitian", "gourde"), ("VES", "venezuelan", "bolívar"), ("KHR", "cambodian", "riel"),
        ("LAK", "laotian lao", "kip"), ("MMK", "myanmar burmese", "kyat"), ("BTN", "bhutanese", "ngultrum"),
        ("MVR", "maldivian", "rufiyaa"), ("PGK", "guinean", "kina"), ("WST", "samoan", "tala"),
        ("TOP", "tongan", "pa'anga"), ("VUV", "vanuatu", "vatu"), ("ILS", "new", "shekel"),
        ("ERN", "eritrean", "nakfa"), ("MOP", "macanese macau", "pataca"), ("MRU", "mauritanian", "ouguiya"),
        ("LSL", "lesotho", "loti"),
    )
    for nation in nations.split()
    for word in words.split()
}  # fmt: skip
"""A word for money after the nation it belongs to ("Canadian dollars"), in the singular."""

CENTS: frozenset[str] = word_set("cent cents penny pennies pence kopek kopeks kopecks centavo centavos")
"""Words for the hundredth of a currency."""


def national_currency(nation: str, word: str) -> str | None:
    """The currency that a word means after a nation, singular or plural: "Norwegian kroner"; None for none."""
    singular = _PLURALS.get(word) or word.removesuffix("s")
    return BY_NATION.get((nation, word)) or BY_NATION.get((nation, singular))


AMBIGUOUS: frozenset[str] = frozenset(
    {"pound", "pounds", "mark", "marks", "real", "won", "rand", "lev", "som", "dong", "buck"}
)
"""Words that mean something else as often as money: they count as money only beside a sign or a large figure."""

BEFORE_A_FIGURE: frozenset[str] = word_set(
    "dollars euros pounds yen yuan rupees roubles rubles francs pesos kroner kronor"
)
"""Words for money that some news feeds write before a figure in place of a sign ("pounds 40m"); no other words."""

MARK = re.compile(
    r"(?:(?<![A-Za-z])(?:(?i:usd|aud|cad|cdn|nzd|hkd|sgd|twd|mex|mxn|us|hk|nz|nt)\s?|[Cc]\s|U\.S\.\s?|[A-Z]{1,3}|[ac]))?\$"
    "|[" + "".join(symbol for symbol in CURRENCY_SYMBOLS if symbol != "$") + "]"
)
"""A currency sign with what belongs before it."""


def currency_of(mark: str) -> str:
    """The ISO code that a sign, with or without letters before a dollar sign, stands for."""
    if mark.endswith("$") and (letters := mark[:-1].strip().casefold()):
        return DOLLARS.get(letters, "USD")
    return CURRENCY_SYMBOLS[mark[-1]]
