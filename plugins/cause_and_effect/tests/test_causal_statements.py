"""Statements about causes to judge: what they keep, what they leave out, and how they are made false."""

import pytest
from small_articles import PEOPLE, PLACES, asked, statements_in, told_of

from quizengine import TrueFalseQuestion
from quizengine_cause_and_effect.relation_sentences import CannotBe


def test_a_statement_is_false_by_a_name_of_the_same_kind() -> None:
    text = PLACES + "Denmark is flat. Irish farmers moved to Denmark because of heavy losses at home."
    (question,) = statements_in(text)
    assert question.answer is False
    assert question.stem.startswith("According to the article, Irish farmers moved to ")
    assert "Denmark" not in question.stem


def test_a_statement_is_never_false_by_what_only_describes_a_name() -> None:
    text = "Spanish ships and French ships came. Ada Moss was inspired by the work of Danish painter Peter Okoye. "
    questions = asked(text + "Ada Moss met Peter Okoye.")
    assert not any("Spanish painter" in question.stem or "French painter" in question.stem for question in questions)


def test_a_statement_without_a_name_to_swap_is_true_where_another_one_is_false() -> None:
    text = "The Orra Bakery moved. The Orra Bakery profited from its size because of low wages in Cork. "
    false = PLACES + "Denmark is flat. Irish farmers moved to Denmark because of heavy losses at home."
    assert sorted(question.answer for question in statements_in(text + false)) == [False, True]
    assert statements_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A tide is a rise of the sea caused by the pull of the Moon on the waters of Cork.",
        "Though in most years Ada Moss has lost because of the size of Cork, Kinsale is another matter.",
        "Ada Moss met Peter Okoye. In most years he's lost because of the size of Cork.",
    ],
)
def test_a_definition_and_half_of_a_sentence_are_not_stated(text: str) -> None:
    with pytest.raises(CannotBe):
        told_of("Ada Moss lives in Cork. " + text)


def test_a_sentence_cut_in_two_by_dashes_is_not_stated() -> None:
    text = (
        "Mayors of Cork are working to engineer slates of judges — three from each town — that will turn on Ada Moss."
    )
    assert told_of(f"Ada Moss lives in Cork. {text}") == []


def test_what_stands_in_brackets_is_left_out() -> None:
    text = "Paul Murray met the Orra Bakery. The Orra Bakery (a mill) was sold by Paul Murray due to losses in Cork."
    assert any("Orra Bakery was sold" in stem for stem in told_of(text))


def test_a_claim_keeps_who_makes_it() -> None:
    text = PEOPLE + "Ada Moss said that the long strike in Cork was triggered by a cut in wages."
    stems = told_of(text)
    assert stems
    assert all("According to Ada Moss" in stem or "Ada Moss" not in stem for stem in stems)
    assert not any(stem.startswith("According to the article") for stem in stems)


def test_what_a_participle_adds_is_left_out_where_it_points_elsewhere() -> None:
    text = "Ireland has an advantage in trade with Norway because of the storm of 1953, allowing it to help them."
    assert any("the storm of 1953." in stem for stem in told_of(text))


def test_what_a_relative_clause_adds_to_a_name_is_stated_by_itself() -> None:
    text = "The pact helps Ireland, which has struggled with food shortages worsened by tariffs and restricted trade. "
    (stem,) = told_of(text + "Ireland signed it.")
    assert stem.endswith("Ireland has struggled with food shortages worsened by tariffs and restricted trade.")


def test_the_day_of_a_report_is_left_out() -> None:
    (stem,) = told_of("Ada Moss lives in Ireland. Ada Moss left Ireland on Wednesday because of the storm of 1953.")
    assert stem == "According to the article, Ada Moss left Ireland because of the storm of 1953."


def test_no_more_than_four_statements_are_made_and_about_half_are_false() -> None:
    deeds = ("moved to Norway because of wars", "sailed to Spain because of debts", "fled to Denmark because of fires")
    deeds += ("drove to Portugal because of plagues", "went to Ireland because of floods")
    text = PLACES + "Denmark is flat. " + " ".join(f"Ada Moss {deed} at home." for deed in deeds)
    assert sorted(question.answer for question in statements_in(text)) == [False, False, True, True]


def test_a_statement_is_not_false_by_a_name_of_which_the_article_tells_the_same() -> None:
    text = "Ada Moss lost the election in Cork. Paul Murray lost the election in Cork because of the storm of 1953."
    questions = asked(text + " Ada Moss and Paul Murray live in Cork.")
    assert all(question.answer is True for question in questions if isinstance(question, TrueFalseQuestion))


def test_another_deed_behind_is_left_out() -> None:
    text = "Ada Moss lives in Cork. A growing group known as the Moral Majority faulted Ada Moss for betraying her"
    (stem,) = told_of(text + " southern roots and began to seek a return to traditional values.")
    assert stem.endswith("the Moral Majority faulted Ada Moss for betraying her southern roots.")


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (  # a name behind a comma, and a clause about it
            "One example of a cheap oven is Orra, a stove that helps the bakers of Cork by burning peat.",
            "one example of a cheap oven is Orra, a stove that helps the bakers of Cork by burning peat.",
        ),
        (  # brackets, a link and what is added behind the last comma
            "First, the size of Cork allows bakers (and millers) to raise prices, which makes Cork poor.",
            "the size of Cork allows bakers to raise prices.",
        ),
        (  # "their" stands ahead of whom it means
            "Belief in their own luck inspired some bakers of Cork to sell bread in Spain.",
            "belief in their own luck inspired some bakers of Cork to sell bread in Spain.",
        ),
    ],
)
def test_a_sentence_that_cannot_be_cut_is_stated_as_it_stands(text: str, stem: str) -> None:
    assert told_of("Ada Moss bakes in Cork. " + text) == [f"According to the article, {stem}"]


def test_a_sentence_of_more_than_thirty_words_is_not_stated_as_it_stands() -> None:
    short = "Belief in their own luck inspired some bakers of Cork to sell bread in Spain"
    longer = f"{short} and in the old towns by the sea and on the roads to the south in May."
    assert told_of(f"Ada Moss bakes in Cork. {short}.")
    with pytest.raises(CannotBe, match="too long"):
        told_of(f"Ada Moss bakes in Cork. {longer}")


def test_a_source_that_tells_of_itself_is_named_once() -> None:
    text = PEOPLE + "Ada Moss said that she was fined because of the debts of Cork. Ada Moss left. "
    assert any(stem.startswith("According to Ada Moss, she was fined") for stem in told_of(text))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        (  # an opening that concedes
            "Although the city was poor, Ada Moss was praised for selling bread in Ireland.",
            "Ada Moss was praised for selling bread in Ireland.",
        ),
        (  # an end that adds something, with commas of its own
            "The growth of Cork allows bakers to take advantage of low prices, which means that for many shops, as the "
            "amount of bread increases, the cost of a cake declines.",
            "the growth of Cork allows bakers to take advantage of low prices.",
        ),
        (  # what stands in commas behind the subject
            "Peter Okoye, who paints boats and houses on the first and on the last of the month, was moved to a large "
            "house near Dublin because of its size.",
            "Peter Okoye was moved to a large house near Dublin because of its size.",
        ),
    ],
)
def test_what_can_go_is_left_out(text: str, stem: str) -> None:
    assert told_of("Ada Moss lives in Cork. " + text) == [f"According to the article, {stem}"]


def test_another_name_leaves_what_is_told_of_the_first_in_place() -> None:
    text = "Ada Moss lives in Cork. Peter Okoye, who sells bread, was moved to a house in Dublin because of its size."
    assert [question.stem for question in statements_in(text)] == [
        "According to the article, Ada Moss, who sells bread, was moved to a house in Dublin because of its size."
    ]


def test_a_party_is_false_by_the_other() -> None:
    text = "Ada Moss lives in Cork. Republicans met Ada Moss. Many Democrats left Cork because of the storm of 1953."
    (question,) = asked(text)
    assert isinstance(question, TrueFalseQuestion)
    assert question.stem == "According to the article, many Republicans left Cork because of the storm of 1953."
    assert question.answer is False


def test_a_noun_that_the_title_names_is_clear_with_the_title() -> None:
    text = "The Safety Lamp\n\nAda Moss lives in Cork. Glass was used because the lamp gave little light.\n"
    assert told_of(text) == [
        "According to the article “The Safety Lamp”, glass was used because the lamp gave little light."
    ]


def test_whoever_says_so_is_not_swapped_as_others_may_have_said_it() -> None:
    text = "Ada Moss and Peter Okoye met. Ada Moss was fined because of the storm of 1953, Peter Okoye said."
    assert all(question.answer is not False for question in asked(text) if isinstance(question, TrueFalseQuestion))


def test_what_somebody_is_quoted_as_saying_is_stated_with_who_says_it() -> None:
    text = 'Ada Moss lives in Cork. "The mills of Cork closed because Ireland had no flour," Peter Okoye said.'
    assert told_of(text) == ["According to Peter Okoye, the mills of Cork closed because Ireland had no flour."]
