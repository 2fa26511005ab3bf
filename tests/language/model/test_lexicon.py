"""What a lexicon tells of forms."""

import numpy as np

from quizengine.language.model.hashing import checksum
from quizengine.language.model.lexicon import MOSTLY_CAPITAL, MOSTLY_SMALL, NO_RECORD, SHORT_PATHS, Lexicon

NOUN, VERB = 1, 2


def some_lexicon() -> Lexicon:
    return Lexicon.of(
        ["the", "bridge"],
        {
            "bridge": ("0110101", NOUN | VERB, MOSTLY_SMALL),
            "tunnel": ("0110110", NOUN | VERB, MOSTLY_SMALL),
            "Lee": ("1110", 0, MOSTLY_CAPITAL),
        },
    )


def known(form: str) -> list[int]:
    forms, words = (np.array([checksum(each)], np.uint32) for each in (form, form.lower()))
    return [int(each[0]) for each in some_lexicon().known(forms, words)]


def test_a_word_is_known_by_its_small_form_where_its_own_is_not_listed() -> None:
    assert known("Bridge") == known("bridge")
    assert known("bridge")[-2:] == [NOUN | VERB, MOSTLY_SMALL]
    assert known("Lee")[-2:] == [0, MOSTLY_CAPITAL]


def test_nothing_is_known_of_a_form_that_is_not_listed() -> None:
    *_, possible, case = known("lee")
    assert (known("lee")[0], possible, case) == (0, 0, NO_RECORD)


def test_coarser_clusters_join_what_finer_ones_part() -> None:
    (bridge, *coarse_bridge, _, _), (tunnel, *coarse_tunnel, _, _) = known("bridge"), known("tunnel")
    assert bridge != tunnel
    assert [one == other for one, other in zip(coarse_bridge, coarse_tunnel, strict=True)] == [
        "0110101"[:length] == "0110110"[:length] for length in SHORT_PATHS
    ]
    assert known("Lee")[1:3] != coarse_bridge


def test_common_words_are_those_that_the_treebanks_repeat() -> None:
    words = np.array([checksum(each) for each in ("the", "tunnel", "zymurgy")], np.uint32)
    assert some_lexicon().is_common(words).tolist() == [True, False, False]
