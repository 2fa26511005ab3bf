"""Fit the model of how likely a strict reader takes a question, and show how often it was right.

    python tools/fit_usability.py add ROUND BANK.yaml ARTICLE.txt VERDICTS.jsonl [VERDICTS.jsonl ...]
    python tools/fit_usability.py fit

`add` appends a row for each question of a bank to usability_verdicts.csv: the number of the round in which it was
judged, its features, its rule, how many readers judged it, and whether all of them accepted it; no words of it. A file
of verdicts has a line {"n": 1, "verdict": "ok"} for each question of the bank, in their order; anything but "ok" names
the points that fail. `fit` writes the weights that ship with the package, and prints how well they would have predicted
the later rounds: each prediction is made from the rounds before it only, as the engine changes from round to round.
A rule that few have judged begins lower than the average of its generator, by as much as new rules turned out worse.
Two readers accept less than one does: how much less is fitted too, and what ships is that both accept. Later questions
are better than earlier ones with the same features, as their faults are mended after each round: by how much the
predicted rounds were underrated is added to the intercept, the latest rounds counting most.
"""

import csv
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from quizengine import Article, start
from quizengine.generation.usability import DRAWBACKS, usability_features
from quizengine.quiz.questions import rule_of

HERE = Path(__file__).parent
ROWS = HERE / "usability_verdicts.csv"
WEIGHTS = HERE.parent / "quizengine" / "generation" / "usability" / "weights.py"
FIRST_PREDICTED = 3
"""The first round that is predicted from those before it, to learn how much too modest the model is."""
FIRST_SHOWN = 8
"""The first round in the tables: fewer rounds before it teach too little."""
HALF_LIFE = 3
"""Rounds after which a round counts half as much for how modest the model is."""
KNOWN_TEXTS = frozenset({16, 18, 22})
"""Rounds of questions on texts with which the rules were made: they teach what tells good questions from bad ones, but
not how many are good, which a weight of their own takes up."""
LIMITS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)
RIDGE, RULE_RIDGE = 6.0, 8.0
"""The strength with which weights are drawn to zero: as if so many rows spoke against each."""
NEW_RIDGE = 3.0
"""The same for the weight of a rule that few readers have judged."""
BELOW_EVEN = 0.7
"""The factor of a logit below 0: where several faults meet, each takes off less than alone."""
OPEN = "/open"
"""The end of the name of the open questions of a generator, which have a weight in common."""
FEW = 16
"""The number of verdicts on a rule after which half of what its newness lowers is left."""
ROUNDS = 50

Numbers = npt.NDArray[np.float64]


def main() -> None:
    """Do what the command line says."""
    match sys.argv[1:]:
        case ["add", number, bank, article, *verdicts] if number.isdecimal() and verdicts:
            add(int(number), Path(bank), Path(article), [Path(one) for one in verdicts])
        case ["fit"]:
            fit()
        case _:
            sys.exit(__doc__)


def add(number: int, bank: Path, source: Path, verdicts: Iterable[Path]) -> None:
    """Append the judged questions of a bank to the rows."""
    article = Article.from_bytes(source.read_bytes(), source.name)
    judged = [_taken(path) for path in verdicts]
    questions = start().read_bank(bank).quiz.questions
    new = not ROWS.exists()
    with ROWS.open("a", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        if new:
            rows.writerow(["round", "article", "rule", *DRAWBACKS, "readers", "usable"])
        for place, question in enumerate(questions, 1):
            if all(place in one for one in judged):
                usable = all(one[place] for one in judged)
                found = usability_features(question, article).values()
                told = (f"{value:g}" for value in found)
                rows.writerow([number, article.sha256[:8], rule_of(question), *told, len(judged), int(usable)])


def _taken(path: Path) -> dict[int, bool]:
    lines = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return {int(line["n"]): line["verdict"] == "ok" for line in lines}


def fit() -> None:
    """Write the weights and print how well earlier rounds predict later ones."""
    with ROWS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    judged = {row["rule"] for row in rows}
    rules = sorted({whose for rule in judged for whose in groups_of(rule)})
    usable = np.array([float(row["usable"]) for row in rows])
    rounds = np.array([int(row["round"]) for row in rows])
    by_rule = np.array([row["rule"] for row in rows])
    given = np.array([[*_given(row, rules), *new] for row, new in zip(rows, _newness_of(by_rule, rounds), strict=True)])
    ridge = np.array([0.0, *[RIDGE] * len(DRAWBACKS), *[RULE_RIDGE] * len(rules), 0.0, 0.0, NEW_RIDGE])
    logits = predicted(given, usable, rounds, ridge)
    unknown = ~np.isin(rounds, list(KNOWN_TEXTS))
    logits, judged_rounds, verdicts = logits[unknown], rounds[unknown], usable[unknown]
    shown = judged_rounds >= FIRST_SHOWN
    shifts = np.array([shift(logits, verdicts, judged_rounds, before=each) for each in judged_rounds[shown]])
    print_tables(1 / (1 + np.exp(-logits[shown] - shifts)), verdicts[shown])
    weights = [round(float(weight), 3) for weight in fitted(given, usable, ridge)]
    split = 1 + len(DRAWBACKS)
    later = shift(logits, verdicts, judged_rounds, before=max(rounds) + 1)
    reader, known, new = weights[-3:]
    print(f"a second reader: {reader}, known texts: {known}, a new rule: {new}, later questions: {later:.3f}")
    of_rules = dict(zip(rules, weights[split:-3], strict=True))
    for rule in judged:
        shared = sum(of_rules[whose] for whose in groups_of(rule) if whose.endswith(OPEN))
        of_rules[rule] = round(of_rules[rule] + shared + new * newness((by_rule == rule).sum()), 3)
    of_rules = {rule: weight for rule, weight in of_rules.items() if not rule.endswith(OPEN)}
    single = {
        "INTERCEPT": round(weights[0] + reader, 3),
        "BELOW_EVEN": BELOW_EVEN,
        "LATER": round(later, 3),
        "NEW_RULE": new,
    }
    write(single, dict(zip(DRAWBACKS, weights[1:split], strict=True)), of_rules)


def predicted(given: Numbers, usable: Numbers, rounds: Numbers, ridge: Numbers) -> Numbers:
    """The logit of each row by a model of the rounds before it; 0 before the first round that is predicted."""
    logits = np.zeros(len(usable))
    for number in range(FIRST_PREDICTED, int(max(rounds)) + 1):
        earlier = rounds < number
        logits[rounds == number] = given[rounds == number] @ fitted(given[earlier], usable[earlier], ridge)
    return np.where(logits < 0, BELOW_EVEN * logits, logits)


def shift(logits: Numbers, usable: Numbers, rounds: Numbers, *, before: float) -> float:
    """Return what to add to the logits of the rounds predicted before `before`, to make them right on the whole."""
    known = (rounds >= FIRST_PREDICTED) & (rounds < before)
    share = 0.5 ** ((before - 1 - rounds[known]) / HALF_LIFE)
    added = 0.0
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-logits[known] - added))
        added += float(share @ (usable[known] - chance)) / float(share @ (chance * (1 - chance)))
    return added


def _given(row: dict[str, str], rules: Iterable[str]) -> list[float]:
    """The constant, the features, the rule and generator, the readers beyond the first, and if the text was known."""
    told = (float(row[name]) for name in DRAWBACKS)
    known = int(row["round"]) in KNOWN_TEXTS
    by = groups_of(row["rule"])
    return [1.0, *told, *(rule in by for rule in rules), float(row["readers"]) - 1, known]


def groups_of(rule: str) -> tuple[str, ...]:
    """A rule and what has a weight in common with others: its generator, and the open questions of that generator."""
    generator, _, name = rule.partition("/")
    return (rule, generator, generator + OPEN) if name.startswith("open ") else (rule, generator)


def newness(verdicts: float) -> float:
    """Return 1 for a rule that nobody has judged yet, and less the more verdicts there are."""
    return FEW / (FEW + verdicts)


def _newness_of(by_rule: npt.NDArray[np.str_], rounds: Numbers) -> Numbers:
    """The newness of each row's rule when its round began, as a column."""
    earlier = [((by_rule == rule) & (rounds < number)).sum() for rule, number in zip(by_rule, rounds, strict=True)]
    return np.array([[newness(count)] for count in earlier])


def write(single: dict[str, float], of_features: dict[str, float], of_rules: dict[str, float]) -> None:
    """Write the weights as a module of tables."""
    lines = ['"""The weights of the model, as `python tools/fit_usability.py fit` wrote them."""', ""]
    lines += [f"{name} = {value}" for name, value in single.items()]
    for name, table in (("FEATURES", of_features), ("RULES", of_rules)):
        lines += [f"{name} = {{", *(f'    "{key}": {weight},' for key, weight in table.items()), "}"]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


def fitted(given: Numbers, usable: Numbers, ridge: Numbers) -> Numbers:
    """The weights of a logistic regression with a ridge, by Newton's method; no drawback can raise a probability."""
    free = np.ones(given.shape[1], bool)
    for _ in DRAWBACKS:
        weights = np.zeros(given.shape[1])
        for _ in range(ROUNDS):
            chance = chances(given, weights)
            slope = given.T @ (chance - usable) + ridge * weights
            curve = (given * (chance * (1 - chance))[:, None]).T @ given + np.diag(ridge + 1e-9)
            weights[free] -= np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        wrong = (weights > 0) & (np.arange(len(weights)) <= len(DRAWBACKS)) & (np.arange(len(weights)) > 0)
        if not (wrong & free).any():
            break
        free &= ~wrong
    return weights


def chances(given: Numbers, weights: Numbers) -> Numbers:
    """The probability of each row."""
    return 1 / (1 + np.exp(-given @ weights))


def print_tables(guessed: Numbers, usable: Numbers) -> None:
    """Print how many were accepted of those that were given each probability, and of those from each limit on."""
    print("| probability | questions | accepted |\n|---|---|---|")
    for tenth in range(10):
        here = (guessed >= tenth / 10) & (guessed < (tenth + 1) / 10 + (tenth == 9))
        if here.any():
            print(f"| {guessed[here].mean():.2f} | {here.sum()} | {usable[here].mean():.2f} |")
    print("\n| from | questions | accepted |\n|---|---|---|")
    for limit in LIMITS:
        above = guessed >= limit
        if above.any():
            print(f"| {limit:.2f} | {above.sum()} | {usable[above].mean():.2f} |")
    loss = -np.mean(usable * np.log(guessed) + (1 - usable) * np.log(1 - guessed))
    print(f"\n{len(usable)} questions, {usable.mean():.2f} accepted, log loss {loss:.4f}")


if __name__ == "__main__":
    main()
