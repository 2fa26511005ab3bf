"""A figure that stands too deep for a plain question is asked for in its whole sentence, where that stands alone."""

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_stems import wording_of
from quizengine_numeric_recall.sentence_faults import shown_alone
from quizengine_numeric_recall.sentence_pointers import open_words_in
from quizengine_numeric_recall.whole_sentences import whole_sentence


def shown(sentence: str, figure: int = -1) -> list[str]:
    """The sentence as it would be shown for one of its figures, once or not at all."""
    article = Article(f"The Mills of Tolmara\n\n{sentence}\n\nIt rained.")
    return [said.words(said.said) for _, said in whole_sentence(quantities_in(article)[figure])]


def test_links_and_brackets_are_left_out() -> None:
    [words] = shown("Sven Dahl, however, studied law in Tolmara (a town) before moving, in 1972, to Lisbon. [3]", 0)
    assert words == "Sven Dahl studied law in Tolmara before moving, in 1972, to Lisbon"


def test_a_semicolon_parts_two_sentences() -> None:
    [words] = shown("The mills of Tolmara closed; by 1835, after the war, there were 90 looms in Tolmara.")
    assert words == "by 1835, after the war, there were 90 looms in Tolmara"


def test_a_long_sentence_is_shown_without_what_only_adds_to_it() -> None:
    tail = "including Cork, Faro and Bergen, which have long been known for the salt and the wool that they sell"
    words = shown(f"Ada Moss planned a long day on the road to the mills of Tolmara, with stops in 14 towns, {tail}.")[
        0
    ]
    assert words == "Ada Moss planned a long day on the road to the mills of Tolmara, with stops in 14 towns"


def test_a_long_sentence_of_two_statements_is_shown_in_part() -> None:
    first = "The mills of Tolmara sold 400 pages of letters that Sven Dahl had found in the cellar of the old hall"
    assert shown(f"{first}, but the buyers of the letters returned most of them in the winter.")[0] == f"t{first[1:]}"


def test_a_list_of_what_was_done_is_cut_before_its_second_part() -> None:
    words = shown(
        "The council of Tolmara banned the sale of salt in the town in 1919, kept up the ban in the years of war, "
        "and allowed it again when the price of salt had come down."
    )[0]
    assert words == "the council of Tolmara banned the sale of salt in the town in 1919"


def test_a_description_is_replaced_with_all_its_words_or_not_at_all() -> None:
    text = (
        "Norway\n\nNorway is a country. The country's first free election since 1990 was won by Ada Moss.\n\nIt rained."
    )
    [(_, said)] = whole_sentence(quantities_in(Article(text))[0])
    assert "Norway country" not in said.words(said.said)


def test_a_long_sentence_is_shown_without_a_relative_clause_in_it() -> None:
    words = shown(
        "The council on the old mills of Tolmara, which had been in the hands of three families for many years, has "
        "held fast to its threshold of 15 percent."
    )[0]
    assert words == "the council on the old mills of Tolmara has held fast to its threshold of 15 percent"


def test_an_opening_that_leans_on_what_stands_before_may_go() -> None:
    *_, words = shown("Despite this setback, Sven Dahl conquered Tolmara and stayed until 1867.")
    assert words == "Sven Dahl conquered Tolmara and stayed until 1867"


def test_a_pronoun_is_kept_where_its_name_follows() -> None:
    [words] = shown("After his retirement in 1925, Sven Dahl remained active in the mills of Tolmara.")
    assert words == "after his retirement in 1925, Sven Dahl remained active in the mills of Tolmara"


def test_a_sentence_before_it_may_tell_what_a_word_means() -> None:
    before = "The monks of Orra opened a school in 1902."
    text = f"The “Fires”\n\n{before} The school moved to Lisbon in 1911.\n\nIt rained."
    found = wording_of(quantities_in(Article(text))[1])
    assert found is not None
    assert found.stem == f"{before} In which year did the school move to Lisbon?"
    assert wording_of(quantities_in(Article(text.replace("opened a school in", "left in")))[1]) is None


def test_a_year_inside_a_name_or_of_a_count_is_no_gap() -> None:
    for text in (
        "The 1863 Winter Games of Tolmara ended the war in Oslo.",
        "Ada Moss was born in Tolmara around 347 AD in a small mill.",
        "As of 1863, the looms of Tolmara were the oldest in Norway.",
    ):
        assert wording_of(quantities_in(Article(text))[0]) is None


def test_two_counts_joined_by_and_stop_nothing() -> None:
    article = Article("In addition there are over 40 kinds of apple and about 60 kinds of pear in Orra.")
    for quantity in quantities_in(article):
        wording_of(quantity)  # raised, where nothing of the second count was to be shown


def test_a_stray_link_and_a_last_description_are_left_out() -> None:
    assert shown("Thus far, Ada Moss of Tolmara has sold the mayor 40 boats.") == [
        "Ada Moss of Tolmara has sold the mayor 40 boats"
    ]
    assert shown("Instead, Ada Moss of Tolmara has sold the mayor 40 boats.") == [
        "Ada Moss of Tolmara has sold the mayor 40 boats"
    ]
    words = shown(
        "Ada Moss of Tolmara sold the 40 old boats of the town to the rich merchants of Oslo and then to "
        "Sven Dahl, a mayor of the town of Faro."
    )[0]
    assert words.endswith("to Sven Dahl")


def test_what_the_story_told_before_stays_open_unless_the_title_names_it() -> None:
    context, said = next(whole_sentence(quantities_in(Article("Tolmara\n\nIn 1988, Oslo paid the victims.\n"))[0]))
    assert open_words_in(context.tree, said.tokens, said.replaced, context.hedged)[0]
    context, said = next(whole_sentence(quantities_in(Article("Victims\n\nIn 1988, Oslo paid the victims.\n"))[0]))
    assert not open_words_in(context.tree, said.tokens, said.replaced, context.hedged)[0]


def test_a_relative_clause_that_tells_of_the_figure_stays() -> None:
    words = shown(
        "The town of Tolmara had its old bells cleaned by workers, who scrubbed away not only the dirt but, with an "
        "electric grinder, three millimetres of bronze."
    )
    assert all("who scrubbed" in each for each in words)
    words = shown(
        "In 1943 the Germans took control of the whole town and turned a disused old rice mill, the Tolmara Mill, into "
        "a prison and camp in which several people were killed."
    )
    assert not any(each.endswith("the Tolmara Mill") for each in words)


def test_what_goes_on_behind_a_comma_without_a_name_before_it_stays() -> None:
    words = shown(
        'By early 2012, Ada Moss became a radio persona: hosting a new program, "The Tolmara Show," where her voice '
        "took on a deeper, haughtier tone as she discussed theories and lambasted Canadian politicians."
    )
    assert not any(each.endswith("deeper") for each in words)


def test_the_subject_stays_though_an_apposition_stands_behind_it() -> None:
    words = shown("A bronze statue of her, the result of a plan begun by a nurse, Ada Moss, was shown in Cork in 2022.")
    assert words
    assert all(each.startswith("a bronze statue") for each in words)


def test_the_months_of_which_a_figure_is_stay() -> None:
    counted = shown("In the first six months of this year, 1.8 million new voters in Tolmara were given cards.")
    assert all("months of this year" in each for each in counted)


def test_the_last_of_a_list_of_subjects_is_no_sentence() -> None:
    words = shown(
        "The attack on a barracks in Lebanon in 1983, the attack on the old towers of the harbour in Peru in 1996, and "
        "the terrible attacks of May 11, 2001 all had something in common."
    )
    assert not any(each.startswith("the terrible attacks") for each in words)


def left_out(sentence: str) -> bool:
    """Whether a sentence is shown in no form for its last figure."""
    found = whole_sentence(quantities_in(Article(f"Tolmara\n\n{sentence}\n"))[-1])
    return all(shown_alone(context, said) is None for context, said in found)


def test_a_headline_with_a_relative_clause_is_no_sentence() -> None:
    assert left_out("Moss repeating a plan she used in 2012.")
    assert not left_out("In 2012 Ada Moss of Oslo repeated a plan that she had used in Norway.")


def test_one_the_mill_is_enough_to_keep_a_sentence_from_being_shown() -> None:
    assert left_out("For 12 years, Ada Moss of Oslo held the post.")
    assert left_out("A meeting of the Bakers of London was held on the matter in February 1824.")
    assert not left_out("For 12 years, Ada Moss of Oslo held the post of mayor.")


def test_a_place_behind_a_noun_tells_which_it_is_only_with_a_word_like_in() -> None:
    assert left_out("Ada Moss of Oslo left the port by boat in 1857.")
    assert not left_out("Ada Moss of Oslo built the port of Bergen in 1857.")


def test_an_object_is_not_its_own_subject() -> None:
    assert left_out("A German firm that saw its chances began to sell it in 1904 under the name Thermos.")


def test_a_clause_that_tells_which_first_dinner_stays() -> None:
    sentence = (
        "The first dinner, which Moss was set to headline Tuesday in Faro, requires a $10,000 donation per person."
    )
    found = whole_sentence(quantities_in(Article(f"Tolmara\n\n{sentence}\n"))[-1])
    words = [said.words(said.said) for context, said in found if shown_alone(context, said)]
    assert words
    assert all("which Moss" in each for each in words)


def test_an_opening_with_a_relative_clause_points_to_nothing_and_stays() -> None:
    words = shown("In the shadow of dams that gave cheap power, workers in Torrent could earn $20 an hour in the mill.")
    assert words
    assert all(each.startswith("in the shadow of dams") for each in words)


def test_what_a_colon_announces_stays_whole() -> None:
    told = "Moss closed the mill twice: he shut its doors in 1904 to save coal, and in 1910 he sold it to Peru."
    assert "Moss closed the mill twice: he shut its doors in 1904 to save coal" not in shown(told, 0)


def test_what_somebody_has_reported_is_asked_for_in_the_past() -> None:
    told = "Tolmara Bakers, the largest union of Peru, has reported spending more than $4 million on ads in Oslo."
    article = Article(f"The Mills of Tolmara\n\n{told}\n\nIt rained.")
    found = wording_of(quantities_in(article)[-1])
    assert found is None or not found.stem.startswith(("How much does", "How much do "))


def test_who_is_named_twice_at_most_is_shown_by_the_full_name() -> None:
    told = "The mills thanked Sven Dahl. Dahl studied law in Tolmara before moving, in 1972, to Lisbon."
    assert shown(told) == ["Sven Dahl studied law in Tolmara before moving, in 1972, to Lisbon"]
    assert shown(f"{told} Dahl slept. Dahl ate.")[0].startswith("Dahl studied law")


def test_a_pronoun_stays_behind_its_own_name() -> None:
    told = (
        "Moss played for Orra and for Norway at both of the lower levels before making his international debut in 2006."
    )
    article = Article(f"Tom Moss\n\nTom Moss Abel was a painter of Norway. He was tall.\n\n{told}\n")
    [(_, said)] = whole_sentence(quantities_in(article)[-1])
    assert said.words(said.said).endswith("before making his international debut in 2006")
