"""The killed and hurt of an event: "How many people were killed when rebels blew up the bridge of Orra?".

Next: `embedded_questions`, all other participles.
"""

from quizengine.language import capitalised, full_names, realised, surface_text, uncapitalised
from quizengine_numeric_recall.context_sentences import with_context_sentence
from quizengine_numeric_recall.embedded_questions import host_of, opening_time
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.question_words import question_words
from quizengine_numeric_recall.sound_clauses import day_of_the_week

_HURT = {"kill": "killed", "injure": "injured", "wound": "wounded"}


def casualty_question(context: Context) -> str | None:
    """The question how many were killed when something was done; None if what was done is not certain or not past."""
    tree, clause = context.tree, context.clause
    asked, host = question_words(context), host_of(clause)
    done = _HURT.get(clause.verb.lemma)
    if asked is None or host is None or done is None or context.part is None or not context.is_sure:
        return None
    said = realised(host)
    if said is None or host.verb.tense != "past" or host.verb.perfect or host.said or context.part.role != "object":
        return None
    inner = {*clause.tokens, *tree.subtree(clause.head)}
    inner |= {each for day in said.tokens for each in day_of_the_week(tree, day)}
    told = tree.trimmed(each for each in said.said if each not in inner)
    time = tree.trimmed(each for each in opening_time(host) if each not in inner)
    behind = [each for each in clause.tokens if each > context.part.tokens[-1]]
    if asked.stranded or any(tree.tokens[each].upos != "PUNCT" for each in behind) or len(told) < 2:
        return None
    shown = [*time, *said.subject, *told]
    names = full_names(tree, shown)
    event = surface_text(tree, [*said.subject, *told], names)
    event = event if tree.tokens[min(said.subject)].upos == "PROPN" else uncapitalised(event)
    dated = f" {uncapitalised(surface_text(tree, time, names))}" if time else ""
    text = f"{asked.word} {surface_text(tree, asked.rest)} were {done} when {event}{dated}?"
    return with_context_sentence(host, shown, names, capitalised(text))
