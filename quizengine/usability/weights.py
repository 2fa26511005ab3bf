"""The weights of the model, as `python tools/fit_usability.py fit` wrote them."""

INTERCEPT = -0.042
FEATURES = {
    "gap": -0.275,
    "long": -0.058,
    "which": -0.413,
    "who": 0.0,
    "when": 0.0,
    "quoted": -0.156,
    "names_nobody": 0.0,
    "interrupted": -0.188,
    "few_options": 0.0,
    "unlike": 0.0,
    "long_options": 0.0,
    "typed": -0.049,
    "unsure": -0.04,
    "light": -0.249,
}
RULES = {
    "cause_and_effect/name in a cause": -0.33,
    "cause_and_effect/true or false": -0.125,
    "key_terms/typed term": 1.017,
    "key_terms/which term": 0.804,
    "numeric_recall/gap": -0.219,
    "numeric_recall/how-many-adjunct": -0.594,
    "numeric_recall/how-many-object": 0.44,
    "numeric_recall/how-many-subject": -0.367,
    "numeric_recall/how-much": -0.312,
    "numeric_recall/what-share": 0.431,
    "numeric_recall/which-year": 0.552,
    "quote_attribution/continues": -1.053,
    "quote_attribution/name-then-verb": 0.246,
    "quote_attribution/reported": -0.62,
    "quote_attribution/same-subject": -0.391,
    "quote_attribution/verb-before": -0.47,
    "quote_attribution/verb-then-name": 0.991,
}
