"""The words for true and false in the languages in which most quizzes are written."""

_VERDICTS = {
    "ar": ("صحيح", "خطأ"),
    "bg": ("Вярно", "Невярно"),
    "ca": ("Cert", "Fals"),
    "cs": ("Pravda", "Nepravda"),
    "da": ("Sandt", "Falsk"),
    "de": ("Richtig", "Falsch"),
    "el": ("Σωστό", "Λάθος"),
    "es": ("Verdadero", "Falso"),
    "et": ("Õige", "Vale"),
    "fi": ("Oikein", "Väärin"),
    "fr": ("Vrai", "Faux"),
    "he": ("נכון", "לא נכון"),
    "hr": ("Točno", "Netočno"),
    "hu": ("Igaz", "Hamis"),
    "id": ("Benar", "Salah"),
    "it": ("Vero", "Falso"),
    "ja": ("正しい", "間違い"),
    "ko": ("참", "거짓"),
    "lt": ("Tiesa", "Netiesa"),
    "nb": ("Sant", "Usant"),
    "nl": ("Waar", "Niet waar"),
    "nn": ("Sant", "Usant"),
    "no": ("Sant", "Usant"),
    "pl": ("Prawda", "Fałsz"),
    "pt": ("Verdadeiro", "Falso"),
    "ro": ("Adevărat", "Fals"),
    "ru": ("Верно", "Неверно"),
    "sk": ("Pravda", "Nepravda"),
    "sl": ("Drži", "Ne drži"),
    "sv": ("Sant", "Falskt"),
    "tr": ("Doğru", "Yanlış"),
    "uk": ("Правда", "Неправда"),
    "vi": ("Đúng", "Sai"),
    "zh": ("正确", "错误"),
}


def truth_words(locale: str) -> dict[str, str]:
    """The words for true and false in a locale's language, by the ids "true" and "false"; English where unknown."""
    language = locale.replace("_", "-").partition("-")[0].casefold()
    true, false = _VERDICTS.get(language, ("True", "False"))
    return {"true": true, "false": false}
