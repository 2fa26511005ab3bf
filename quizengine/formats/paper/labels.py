"""The few words that are printed beside the questions, in the languages of the pages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Labels:
    """The words of one language."""

    name: str
    date: str
    key: str
    """The title of the sheet with the key, after the title of the quiz."""
    point: str
    points: str
    choose_all: str
    write_letters: str
    write_places: str
    also: str
    """Stands before answers that are right, too."""
    between: str
    """Says which numbers are right, with `{low}` and `{high}`."""
    article: str
    """Says which article is asked about, with `{title}`."""


_LABELS = {
    "en": Labels(
        "Name",
        "Date",
        "Key",
        "point",
        "points",
        "Choose all that are right.",
        "Write the right letter on each line.",
        "Number them in the right order.",
        "also right",
        "right from {low} to {high}",
        "The questions are about “{title}”.",
    ),
    "de": Labels(
        "Name",
        "Datum",
        "Lösung",
        "Punkt",
        "Punkte",
        "Wähle alles aus, was richtig ist.",
        "Schreibe den passenden Buchstaben auf jede Linie.",
        "Nummeriere in der richtigen Reihenfolge.",
        "auch richtig",
        "richtig von {low} bis {high}",
        "Die Fragen beziehen sich auf „{title}“.",
    ),
    "es": Labels(
        "Nombre",
        "Fecha",
        "Soluciones",
        "punto",
        "puntos",
        "Elige todas las que sean correctas.",
        "Escribe en cada línea la letra que corresponde.",
        "Numera en el orden correcto.",
        "también correcto",
        "correcto de {low} a {high}",
        "Las preguntas tratan de «{title}».",
    ),
    "fr": Labels(
        "Nom",
        "Date",
        "Corrigé",
        "point",
        "points",
        "Choisissez toutes les bonnes réponses.",
        "Écrivez la lettre qui convient sur chaque ligne.",
        "Numérotez dans le bon ordre.",
        "aussi juste",
        "juste de {low} à {high}",
        "Les questions portent sur « {title} ».",
    ),
}


def labels(locale: str) -> Labels:
    """The words in the language of a locale; in English where there are none."""
    return _LABELS.get(locale.partition("-")[0], _LABELS["en"])
