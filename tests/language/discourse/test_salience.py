"""How much a sentence matters."""

from quizengine import Article
from quizengine.language import salience, trees
from quizengine.language.discourse import names_the_topic


def test_a_byline_is_an_aside_and_a_means_is_none() -> None:
    byline, means = trees(
        Article("A title\n\nBy Ada Moss, our woman in Cork.\n\nBy selling ships, Ireland paid its debts.\n")
    )
    assert salience(byline) == 0
    assert salience(means) > 0


def test_what_the_title_names_is_the_topic() -> None:
    titled = Article("The mills of Torrent\n\nAda Moss left Torrent in 1912. The tower of Oslo had 90 rooms.")
    first, second = trees(titled)
    assert names_the_topic(first, range(len(first.tokens)))
    assert not names_the_topic(second, range(len(second.tokens)))


def test_without_a_title_the_topic_is_what_is_named_most() -> None:
    first, second, third = trees(Article("Ada Moss left Cork. Ada Moss saw Ada Moss. It rained in Lisbon."))
    assert names_the_topic(first, range(len(first.tokens))) and names_the_topic(second, range(len(second.tokens)))
    assert not names_the_topic(third, range(len(third.tokens)))
    [alone] = trees(Article("It rained in Lisbon."))
    assert names_the_topic(alone, range(len(alone.tokens)))


def test_a_note_on_the_author_is_an_aside() -> None:
    told = "It rained.\n\nPeat burned.\n\nAda Moss is the director of debate at Orra College and a writer of plays."
    *_, note = trees(Article(f"A tax on peat\n\n{told}\n"))
    assert salience(note) == 0
    *_, known = trees(Article(f"A tax on peat\n\nAda Moss digs peat.\n\n{told}\n"))
    assert salience(known) > 0
