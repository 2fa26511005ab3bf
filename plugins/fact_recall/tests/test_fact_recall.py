"""Events and lists of an article become questions with the right key and options of one kind, or are refused."""

from pathlib import Path
from random import Random

import pytest

from quizengine import Article, ChoiceQuestion, Fact, Question, Refusal, ShortTextQuestion
from quizengine.language import main_clause, trees
from quizengine.testing import Case, check_generator, read_cases
from quizengine.text.facts import Facts, fact_row
from quizengine_fact_recall import GENERATOR
from quizengine_fact_recall.drafts import drafts
from quizengine_fact_recall.enumerations import Enumeration
from quizengine_fact_recall.event_faults import NOT_CUT_OUT, Unasked, event_stem_fault
from quizengine_fact_recall.happenings import Happening
from quizengine_fact_recall.open_parts import OpenPart

CASES = read_cases(Path(__file__).with_name("cases.md"))
SEEDS = Path(__file__).parents[3] / "seeds"


OPEN = (OpenPart, Enumeration, Happening)
"""The facts that open questions ask about, which open_cases.md shows."""


def results(article: Article) -> list[Question | Refusal]:
    facts = Facts(fact for fact in GENERATOR.find(article) if isinstance(fact, Fact) and not isinstance(fact, OPEN))
    return [one for number, fact in enumerate(facts) for one in GENERATOR.ask(fact, facts, Random(number))]


def facts_in(text: str) -> list[Fact]:
    return [fact for fact in GENERATOR.find(Article(text)) if isinstance(fact, Fact) and not isinstance(fact, OPEN)]


def line(result: Question | Refusal) -> str:
    """What came of a fact, as the cases write it."""
    if isinstance(result, Refusal):
        return f"refused {result.rule}: {' '.join(result.span.text.split())}"
    assert result.origin
    assert isinstance(result, ChoiceQuestion | ShortTextQuestion)
    beside = (
        "; ".join(result.distractors) if isinstance(result, ChoiceQuestion) else f"typed: {' / '.join(result.accept)}"
    )
    return f"{result.origin.rule}: {result.stem} = {result.answer} | {beside}".rstrip()


def questions(text: str) -> list[Question]:
    return [one for one in results(Article(text)) if not isinstance(one, Refusal)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_gives_the_questions_that_it_expects(case: Case) -> None:
    assert [line(result) for result in results(case.article)] == list(case.expected)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_question_keeps_the_contract(case: Case) -> None:
    check_generator(GENERATOR, case.article)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_contract_holds_on_the_shipped_articles(path: Path) -> None:
    check_generator(GENERATOR, Article.from_bytes(path.read_bytes(), path.name))


def test_an_event_tells_who_did_what_to_whom_where_and_when() -> None:
    [event] = facts_in("Maria Lopes arrested Peter Okoye in Lisbon in 1952.")
    row = fact_row(event, "fact_recall")
    assert {role: span["text"] for role, span in row.items() if isinstance(span, dict)} == {
        "actor": "Maria Lopes",
        "predicate": "arrested",
        "object": "Peter Okoye",
        "place": "in Lisbon",
        "time": "in 1952",
    }
    assert row["kind"] == "event"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The crowd from the Orra Bakery barricaded Peter Okoye in that old home and sang.", "barricade"),  # where?
        ("Tom Reed married Ada Moss. Ada Moss spent time in Lisbon, Portugal training to be a baker.", "city"),
        (
            "Tom Reed\n\nTom Reed is a computer scientist.\n\nFor his achievement, the National Academy "
            "of Baking in the United States elected him as a Foreign Associate member.",
            "academy",  # for which achievement?
        ),
        (
            "Ada Moss\n\nAda Moss was a Peruvian rower. Ada Moss sang. She won the first race in Senn. "
            "In 1920, she helped Peru win the regatta of Senn. Moss died in 1950.",
            "country",  # the one that she is of
        ),
    ],
)
def test_half_an_event_is_not_asked_about(text: str, word: str) -> None:
    assert not [one for one in questions(text) if word.lower() in one.stem.lower()]


def test_the_weather_is_no_event() -> None:
    assert facts_in("It rained.") == []


def test_the_actor_of_a_passive_clause_stands_behind_by() -> None:
    [event] = facts_in("The Orra Bakery was sold by Maria Lopes.")
    assert event.values()["actor"].text == "by Maria Lopes"
    assert event.values()["object"].text == "The Orra Bakery"


def test_a_list_tells_its_items_and_not_what_belongs_to_all_of_them() -> None:
    [_, found] = facts_in("Tom Reed grew apples, pears and plums in Orra.")
    assert found.kind == "list"
    assert [item.text for item in found.values()["items"]] == ["apples", "pears", "plums"]


def test_two_things_are_no_list() -> None:
    assert [fact.kind for fact in facts_in("The new law helped farmers and nurses.")] == ["event"]
    assert [fact.kind for fact in facts_in("The new law helped farmers, teachers and nurses.")] == ["event", "list"]


def test_who_does_the_same_elsewhere_is_no_option() -> None:
    text = (
        "Maria Lopes founded the Orra Bakery in 1952. Peter Okoye founded the Orra Mill in 1960. Ruth Abel closed the "
        "old school at Orra. Sam Hill painted the bridge at Orra in 1960. Ivy Stone moved to Orra with Tom "
        "Reed. The town thanked Maria Lopes, Peter Okoye, Ruth Abel, Sam Hill, Ivy Stone and Tom Reed."
    )
    [about] = [one for one in questions(text) if "Bakery" in one.stem]
    assert isinstance(about, ChoiceQuestion)
    assert about.answer == "Maria Lopes"
    assert "Peter Okoye" not in about.distractors


def test_a_question_never_holds_a_word_of_its_answer() -> None:
    found = questions("Maria Lopes sold the Lopes Bakery in 1952. Peter Okoye sold the Orra Mill in 1960.")
    assert found
    for one in found:
        assert isinstance(one, ShortTextQuestion)
        assert one.answer == "Peter Okoye"


def test_what_the_title_tells_is_not_asked() -> None:
    assert not questions("Maria Lopes\n\nMaria Lopes founded the Orra Bakery in 1952. She left the town for good.\n")


def test_an_attribution_is_kept() -> None:
    [one] = questions("According to Ruth Abel, Peter Okoye sold the Orra Mill to the town of Orra in 1960.")
    assert one.stem.startswith("According to Ruth Abel, who sold the Orra Mill")


def test_every_name_of_a_country_is_right_whichever_of_them_the_article_uses() -> None:
    found = questions(
        "The U.S. sold a ship to the town of Orra in 1920. The United States lent money to the town of Orra in 1921."
    )
    assert len(found) == 2
    for one in found:
        assert isinstance(one, ShortTextQuestion)
        assert {"U.S.", "United States", "USA", "America"} <= {one.answer, *one.accept}


def test_a_question_of_her_leaves_out_men() -> None:
    text = (
        "Ada Moss sold her house at Orra in 1920. Peter Okoye bought the Orra Mill from the town. Ruth Abel closed the "
        "old school at Orra. Mary Hill painted the bridge at Orra in 1960. Ivy Stone planted the garden of "
        "Orra. The town thanked Ada Moss, Peter Okoye, Ruth Abel, Mary Hill and Ivy Stone."
    )
    [about] = [one for one in questions(text) if "her house" in one.stem]
    assert isinstance(about, ChoiceQuestion)
    assert set(about.distractors) == {"Ruth Abel", "Mary Hill", "Ivy Stone"}


def test_what_points_elsewhere_goes_with_its_phrase_only_where_the_event_stays_the_same() -> None:
    kept = "Because the old bridge had failed, Peter Okoye built the Orra Ferry in 1960."
    changed = "If the town paid for it, Peter Okoye built the Orra Ferry in 1960."
    assert [one.stem for one in questions(kept)] == ["Who built the Orra Ferry in 1960?"]
    assert not [one.stem for one in questions(changed)]


def test_what_is_joined_to_a_denial_is_denied() -> None:
    assert not questions("Peter Okoye has not won the Orra Cup or beaten Sam Hill in Lisbon.")


def test_the_first_of_many_names_is_not_asked_for() -> None:
    assert not [
        one
        for one in questions("The town of Orra thanked Ada Moss, Ruth Abel and Ivy Stone in 1920.")
        if "hom" in one.stem
    ]


def test_a_company_that_bears_a_persons_name_is_no_person() -> None:
    text = "Ada Moss founded the Orra Bank in 1920. In 1930, Moss published its list of the largest banks of Orra."
    assert not [one for one in questions(text) if "its list" in one.stem]


def test_only_one_is_not_asked_for() -> None:
    assert not questions("Only Peru closed the port of Orra in 1920.")


def test_people_of_no_office_with_an_age_are_minor() -> None:
    assert not questions("Ada Moss, 67, closed the port of Orra in 1920 for the whole winter.")


def test_a_question_that_ends_where_a_hyphen_goes_on_is_refused() -> None:
    text = 'Sam Hill slept.\n\nAda Moss met Tom Reed in 1920 in a "Blue Bird" - inspired hall of Orra.'
    assert not [one for one in questions(text) if one.stem.endswith('Bird"?')]


def test_a_name_that_many_go_by_with_the_is_no_person() -> None:
    text = "The B. Moss built the large temple of Orra in 900. Sam Hill found it."
    assert not [one for one in questions(text) if isinstance(one, ShortTextQuestion) and one.answer == "B. Moss"]


def test_a_rival_in_the_stem_gives_the_answer_away() -> None:
    assert not questions("Ada Moss won the port of Orra in 1920, while Tom Reed won the mill of Orra in 1920.")


def test_what_opens_a_sentence_stands_behind_with_its_pronoun() -> None:
    text = "Ada Moss left Orra in 1920. Following the advice of her friend Sam Hill, she moved to Peru in 1921."
    assert not [one for one in questions(text) if " she " in one.stem]


def test_a_phrase_cut_off_from_its_verb_is_not_shown() -> None:
    found = questions("Peru was called, following a day in which Ada Moss repeatedly claimed the port of Orra in 1920.")
    assert found
    for one in found:
        assert not one.stem.endswith("repeatedly?")


@pytest.mark.parametrize(("when", "stems"), [("", 0), (" in 1920", 1)])
def test_what_rivals_do_to_each_other_needs_a_year(when: str, stems: int) -> None:
    text = f"Ada Moss defeated Tom Reed at the old harbour of Orra{when}. Moss and Reed slept. Reed was glad."
    assert len(questions(text)) == stems


def test_a_people_is_no_language() -> None:
    made = questions(
        "Orra\n\nThe farmers of Orra studied French. In 1902 the farmers of Orra rose against the French.\n"
    )
    assert not any("which language" in one.stem.lower() and "rise" in one.stem for one in made)


def drafted(text: str) -> list[str]:
    """Every question that could be asked, before some are chosen."""
    return [draft.stem for fact in GENERATOR.find(Article(text)) for draft in drafts(fact)[0]]


def test_a_people_that_tells_the_country_is_not_named_in_a_question_for_it() -> None:
    told = "The construction of railways by British engineers began in South Korea in the 1950s after the {} War."
    asked = (
        "In which country did the construction of railways by British engineers begin in the 1950s after the {} War?"
    )
    assert drafted(told.format("Great")) == [asked.format("Great")]
    assert drafted(told.format("Korean")) == []


def test_a_country_is_typed_as_sense_rules_out_the_others() -> None:
    text = (
        "In 1898, Russia obtained permission to build a railway across Manchuria. Germany leased the port of Qingdao. "
        "France occupied the bay of Guangzhou. Japan won a war against China."
    )
    assert {type(each) for each in questions(text)} == {ShortTextQuestion}


def test_the_country_of_somebody_in_the_question_is_no_option() -> None:
    def options(president: str) -> set[str]:
        article = Article(
            f"In 1930 {president} President Tom Reed visited Chile, Brazil and Bolivia. Egypt sold copper to Orra. "
            "Norway built a bridge in Orra. Peru closed the port of Orra. Spain bought the ships of Orra."
        )
        found = [draft for fact in GENERATOR.find(article) for draft in drafts(fact)[0] if "of these" in draft.stem]
        return set(found[0].wrong)

    assert options("Canadian") == {"Egypt", "Norway", "Peru"}
    assert options("Peruvian") == {"Egypt", "Norway", "Spain"}


def test_of_two_questions_with_one_answer_the_one_with_a_name_of_the_title_is_asked() -> None:
    rain = "The bread of the mills was old. It rained for many days. " * 6
    told = "Ada Moss baked. Ada Moss sold bread. She was born at Senn in 1950."
    first = "Lucia Hill was born at Senn, a village, in 1920."
    stems = [one.stem for one in questions(f"Ada Moss\n\n{first}\n\n{rain}\n\n{told}")]
    assert [stem for stem in stems if "village" in stem] == ["In which village was Ada Moss born?"]


@pytest.mark.parametrize(
    ("told", "fits"),
    [
        ("painted mills", False),
        ("painted old mills", True),
        ("opened a small new free public school of plain cooking for poor young girls", True),
        ("opened a small new free public school of plain cooking for poor young local girls", False),
    ],
)
def test_an_event_among_dated_ones_has_five_to_sixteen_words(told: str, fits: bool) -> None:
    others = (
        "Maria Lopes founded the Orra Bakery in 1952. Lopes bought an old mill with a friend in 1957. In 1963, Lopes "
        "became mayor of a small town."
    )
    found = [fact.kind for fact in facts_in(f"{others} In 1971, Lopes {told}.")]
    assert ("dated events" in found) == fits


@pytest.mark.parametrize(
    ("own", "stems"),
    [("late pardon", []), ("late first pardon", ["Whose late first pardon angered many people in 1863?"])],
)
def test_whose_it_was_is_asked_of_three_words_and_more(own: str, stems: list[str]) -> None:
    text = "Workers from Peru built a large harbour of stone at the town of Orra in 1862."
    found = questions(f"{text} Ada Moss’s {own} angered many people in 1863. Sam Hill bought the mill.")
    assert [one.stem for one in found if one.stem.startswith("Whose")] == stems


@pytest.mark.parametrize(
    ("told", "stems"),
    [
        ("that sold bread", []),
        ("that sold Swiss bread", ["Which bakery sold Swiss bread?"]),
        ("founded by Ada Moss", ["Which bakery was founded by Ada Moss?"]),
    ],
)
def test_what_something_is_said_to_be_has_four_words_behind_its_noun_at_least(told: str, stems: list[str]) -> None:
    text = f"The Orra Guild, the bakery {told}, grew in the valley for years. The town liked the Orra Guild."
    assert [one.stem for one in questions(text)] == stems


@pytest.mark.parametrize(("day", "fault"), [("May 4, 1905", NOT_CUT_OUT), ("May 4, 1903", None)])
def test_a_day_of_another_year_is_that_of_another_event(day: str, fault: Unasked | None) -> None:
    clause = main_clause(trees(Article("Ada Moss baked for Norway.\n"))[0])
    assert clause is not None
    stem = f"Which country did Ada Moss bake for at the 1903 Bread Games on {day}?"
    assert event_stem_fault(clause, stem) == fault


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ada Moss was a Peruvian pianist. In 1920 Ada Moss learned the piano from Tom Reed in Lisbon.", "instrument"),
        ("Ada Moss was a Peruvian baker. In 1920 Ada Moss learned the piano from Tom Reed in Lisbon.", ""),
    ],
)
def test_a_pianist_s_instrument_is_not_asked_for(text: str, asked: str) -> None:
    stems = [each.stem for each in questions(f"Ada Moss\n\n{text} Ada Moss slept.")]
    assert any("which instrument" in each.lower() for each in stems) is not bool(asked)


def test_the_city_of_a_birth_at_home_is_asked_for_without_the_home() -> None:
    born = "Ada Moss was born at home in Lisbon on May 3, 1920, to Tom Moss, a baker of bread."
    stems = [each.stem for each in questions(f"Ada Moss\n\n{born} Ada Moss slept.")]
    assert "In which city was Ada Moss born?" in stems


@pytest.mark.parametrize(("news", "open_"), [("the news", True), ("the news of the flood", False)])
def test_news_of_nothing_points_elsewhere(news: str, open_: bool) -> None:
    [tree] = trees(Article(f"In 1920 Ada Moss told her bakers {news} in Lisbon."))
    clause = main_clause(tree)
    assert clause is not None
    fault = event_stem_fault(clause, f"In which city did Ada Moss tell her bakers {news} in 1920?")
    assert (fault is not None) is open_
