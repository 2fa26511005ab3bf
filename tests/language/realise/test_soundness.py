"""What is no sound English is found in made words, and what is sound is left alone."""

import pytest

from quizengine import Article
from quizengine.language.realise.soundness import (
    description_faults,
    is_misread,
    language_faults,
    leaves_a_quotation_open,
    quotation_faults,
)

BROKEN = {
    "it begins with a word that joins it to another sentence": [
        "As for the mill, Moss put its worth at forty pounds.",
        "Still, the miners of Orra opposed a strike.",
    ],
    "a word inside joins it to another sentence": ["With forty farmers, though, Orra is no mere harbour."],
    "a caption or a heading runs into it": ["Who won most votes in Orra In the western district?"],
    "it asks with a “but” inside": ["How many letters held secrets, but most were dull had the council said?"],
    "it says when somebody was born by another time": ["In which country was Ada Moss born when she was six?"],
    "a gap may be filled with either “a” or “an”": ["Ada Moss proposed a(n) 17 percent tax."],
    "it points to what was said before": [
        "In which year did Ada Moss propose just that?",
        "Which miller saw something similar in 1831, when a flood reached Orra?",
        "In which year did the bakers of Orra do the same thing?",
        "Which miller of Orra needed such a wheel in 1831?",
    ],
    "a span of time has a beginning and no end": [
        "How much did Ada Moss take from the fund between March 2012, in pounds?",
        "How much did Ada Moss take from the fund between 2012?",
    ],
    "its predicate is told elsewhere": ["What share of all voters say Ada Moss does not?"],
    "a noun has no article": ["Moss praises Hale after 45-minute meeting on mills."],
    "a preposition stands where its subject belongs": [
        "How much does even without the harvest the mill of Orra earn?",
        "By what percentage has of the mill of Orra the output dropped?",
    ],
    "a relative pronoun stands where its subject belongs": [
        "In which year was whose much-read play about the mill first printed?",
        "How many boats did which Moss built carry?",
    ],
    "a length of time stands where its subject belongs": ["How many boats did three days before the storm Moss sell?"],
    "a noun follows a year that a preposition goes with": [
        "In which county had the bishops nearly left by 1640 farming?"
    ],
    "two marks stand side by side": ["Ada Moss, a miller all her life,, was sold the mill in 1902."],
    "what happened in a year is told as if it lasted": ["In which year has the council closed the mill of Orra?"],
    "letters were read in the wrong encoding": ["Which mill did Senator JosÃ© Moss sell in 1902?"],
    "the name of a currency stands before its figure": [
        "Which mill did Ada Moss sell for pounds 40m in 1902?",
        "What did rye cost before it closed at dollars 51.07?",
    ],
    "what is past is asked as if it were to come": ["In which year will the council close the mill of Orra?"],
    "a single letter stands for a name": ["In which year was N sold by the council of Orra?"],
    "a phrase of another sentence leads in": ["For Ada Moss’s success, which council elected her?"],
    "a name is stressed beside nothing": ["Ada Moss herself had died in 1911."],
    "“a” stands before letters that are spelt with a vowel": ["Who is described in the article as a “NBC reporter”?"],
    "a quotation mark or a bracket has no partner": ["How much did Moss pay to print ''The Miller, in pounds?"],
    "it names its source as if somebody else were": ["According to Ada Moss, Ada Moss had sold the mill by 1902."],
    "it names somebody twice in full": ["Ada Moss sold the mill for forty pounds, blaming Ada Moss."],
    "a clause in it has no verb": [
        "In which year did Ada Moss show that muriatic acid?",
        "Which term does the article use for a state in which political power?",
    ],
    "a comma parts its verb from its subject": [
        "How many men did an explosion at a mine near Orra, kill?",
        "How has the mill of Orra the oldest in the county, been hit?",
    ],
    "what it asks runs into another statement": ["How many mills does Orra have and elected Ada Moss mayor in 1902?"],
    "it ends with a preposition that nothing goes with": [
        "What share of the vote did Ada Moss lead Ben Hale by ten points with?"
    ],
    "it breaks off behind an adjective": ["Which term does the article use for a tissue made of dead?"],
    "it points to a place that it does not name": ["At what age did Ada Moss die there of pneumonia?"],
    "it asks since when something had been so, and not until when": [
        "Since which year had Orra been ruled by the Moss family?"
    ],
    "what the time was needed for is told elsewhere": ["About how many years did it take Moss?"],
    "somebody or something that it is about is not named": ["Moss said that somebody had opened the sluice in _____."],
    "it adds to what was said before": ["In which year was the mill of Orra enlarged to grind oats as well?"],
    "an aside hangs at its end": [
        "In the vote of 1902, how many votes did Ada Moss win, about one in eight?",
        "For how many years have the Mosses ground rye at Orra, through two floods?",
    ],
    "what is counted is joined to what is not": [
        "About how many mills as well as boats did Orra have?",
        "How many loaves per day and the rolls of Orra do the bakers sell?",
    ],
    "a preposition has lost what is joined to the rest": [
        "What was the mill of Orra paid for by as well as the county?"
    ],
    "what an “and” joins to is lost": ["In which year did and Ada Moss print The Miller?"],
    "a full stop stands after a letter that shortens nothing": [
        "For the mill of Orra, who made wheel B.?",
        "In which year did Ada II. sell the mill of Orra?",
    ],
    "it ends with a word that contrasts it": ["In which year did Ada Moss buy a second mill though?"],
    "it ends with a word that leads on": ["Who said that the mill “paid for itself” in an? Type the name."],
    "a statement is joined to a question": [
        "About how many mills will close before 1910 and wages are half of those of 1850?"
    ],
    "two amounts are joined, and one is asked": [
        "How much did Ada Moss promise to lend the mill and to pay $3 million of its debt?"
    ],
    "a time stands beside what is no time": [
        "In which year did Ada Moss print The Miller in Orra, the year of the great flood?"
    ],
    "what happens at once is asked until when": ["Until which year did Ada Moss move to the mill of Orra?"],
    "it ends with a preposition behind somebody else": ["What was the mill of Orra turned by Ada Moss into?"],
    "a word in capitals is no name": ["In which year did AS Mayor Ada Moss sell the mill?"],
    "a letter is written three times": ["In which year did the baaarge of Ada Moss sink?"],
    "a sign stands where the name of a unit belongs": ["By how many ° is the wheel of the mill tilted?"],
    "a comma parts its subject from its verb": ["The mill of Ada Moss, paid for a second wheel in 1902."],
    "a verb does not agree with its subject": ["These wheels means a second mill for Orra."],
    "it adds to what it asks": ["How many mills have survived, which is mostly due to Ada Moss?"],
    "its verb has lost its object": ["Why has Ada Moss revisited?", "In which year did Ada Moss discover?"],
    "a full stop stands inside a question": ["How many rooms did the mill of Orra lose. after the flood?"],
    "it has a verb too many": [
        "How many floors does the mill of Orra is an old ruin lose?",
        "About how many eels did Ada Moss was the buyer sell?",
    ],
    "it points to what “such” was before": ["Which term does the article use for such careful grinding of rye?"],
    "a subordinate clause has lost its main clause": [
        "Who argues that because the millers were never paid in full?",
        "Who said that the mill “paid for itself,” because she had?",
    ],
    "a clause has lost its subject and its “was”": ["Which rule governed the trade in rye since adopted by Orra?"],
    "what happened on a date is told as if it lasted": [
        "Why has Orra bought the mill of Ada Moss in 1902?",
        "Which miller has the council honoured with a medal on May 12, 1902?",
    ],
    "an aside about the whole hangs at its end": ["Why did Ada Moss row home daily, something that took hours?"],
    "a time of day hangs at its end": ["In which year did Ada Moss open the sluice of the mill, at 9:40?"],
    "a place hangs behind a “where”": ["Where was Ada Moss born, in the district of Orra?"],
    "a name is cut in two by a year": ["At which mill did Ada Moss begin to grind rye in 1902 am Wald?"],
    "a length of time has lost its “for”": ["At least how many years has the mill of Orra been open?"],
    "a comparison has lost its end": ["Why are eels rarer in Orra than at any time?"],
    "a question word stands where its subject belongs": ["Why did where rye grows millers strike?"],
    "a day has lost its month": ["On 12, who sold the mill of Orra?"],
    "a second verb has no “and”": ["In which year did the council set all prices, controlled the mills?"],
    "it asks who called something so, and not what": ["Who called a “something”?"],
    "“had” stands before no time and no event": ["How many penalties had the players of Ada Moss given away?"],
}

SOUND = [
    "What does a compound consist of?",
    "What does a mill consist of? Name all three.",
    "What does the trade in flour depend on?",
    "What does a mill with a broken wheel lead to?",
    "What do millers use a set of wheels for?",
    "What does a council of millers consist of? Name all four.",
    "What does the theory of slow dough focus on?",
    "What does an MFA consist of? Name all four.",
    "What does conflict theory focus on?",
    "What do millers say was the cause of the flood?",
    "How many boats did the miller that is the richest in Orra sell?",
    "In which year were the rules made in 1902 lifted by the council?",
    "Which term does the article use for such wheels as turn by wind?",
    "Who said that since 1902 the mill had lost money?",
    "Who said that because the wheel broke, the mill had to close?",
    "How many people have visited the mill of Orra since it opened in 1902?",
    "For how many years has the mill of Orra been open?",
    "Who called the mill a “something”?",
    "Where did Ada Moss build her mill?",
    "In which year did Ada Moss buy the mill, named the Old Wheel?",
    "What did Ada Moss do in 1902?",
    "What was Ada Moss forced to do after the flood?",
    "In the mill of Orra, how many floors are there?",
    "How many wheels are there in Orra?",
    "After the flood of Orra, how many millers were left there?",
    "How much did Ada Moss take from the fund between March 2012 and May 2014?",
    "How many boats did Ada Moss sell between 12 March and 3 April 1912?",
    "Which miller of Orra built such a wheel that it broke in 1831?",
    "In which year did the bakers of Orra do the same as the millers?",
    "How many years did it take Moss to build the mill?",
    "Since which year has Orra been ruled by the Moss family?",
    "Which mill did Moss buy, the oldest in Orra?",
    "Which boats as well as mills did Moss sell?",
    "In which year did Ada Moss show that muriatic acid holds hydrogen?",
    "Which term does the article use for a state in which the people hold all power?",
    "Who argued that the scheme had been made by people who “never row”?",
    "After a 45-minute meeting, what did Ada Moss sell?",
    "Which boat did Moss, however small it was, sell in 1902?",
    "In which work, The Harbour, did Ada Moss paint it?",
    "What did Ada Moss say about that mill?",
    "By 1902, how many boats had Ada Moss sold?",
    "For how many years had Ada Moss worked at the mill?",
    "How many boats did Ada Moss sell three days before the storm?",
    "Whose mill was sold in 1902?",
    "In which year did Ada Moss find out whose mill was for sale?",
    "On 2 May 1812, how many men did an explosion at a mine near Orra kill?",
    "What is the hull of the Fram made of?",
    "According to Ada Moss, who had sold the mill by 1902?",
    "Who showed three Orra Bay ferries to the Orra Bay sailors?",
    "As of May 1902, the mill had forty workers.",
    "In 1902 the mill had forty workers.",
    "Who is described in the article as a “NATO general”?",
    "In which year did the party of Ada Moss form a government by itself?",
    "„Wer verkaufte 1902 die Mühle?",
    "How many men and women did Ada Moss employ?",
    "How many men and women were employed at the mill of Orra?",
    "How many mills did Ada Moss build when rye was cheap and wages were low?",
    "What was the mill of Orra paid for by?",
    "In which year did Ada Moss move to Washington, D.C.?",
    "In which year did Ada II sell the mill of Orra?",
    "Until which year did Ada Moss work at the mill?",
    "On 4 May 1831, the day of the flood, who sold the mill?",
    "About how much did Ada Moss earn?",
    "How many loaves did Ada Moss make?",
    "Which mill did Ada Moss visit?",
    "By how many degrees is the wheel of the mill tilted?",
    "The mill, which Ada Moss sold, paid for a second wheel in 1902.",
    "In 1902, the mill paid for a second wheel.",
    "The news means a second mill for Orra.",
    "The sum of 400 pounds in coins fits easily into a bag.",
    "How many wheels turn at the mill, which Ada Moss built?",
]


@pytest.mark.parametrize(("fault", "text"), [(fault, text) for fault, texts in BROKEN.items() for text in texts])
def test_broken_english_is_found(fault: str, text: str) -> None:
    assert fault in language_faults(Article(text))


@pytest.mark.parametrize("text", SOUND)
def test_sound_english_is_left_alone(text: str) -> None:
    assert list(language_faults(Article(text))) == []


def test_letters_read_in_the_wrong_encoding_are_told_from_those_of_other_languages() -> None:
    assert is_misread("RaÃ³l Hale")
    assert not is_misread("SÃO PAULO") and not is_misread("Zoë Ångström")


def test_a_quotation_inside_a_quotation_has_to_be_closed() -> None:
    assert leaves_a_quotation_open("Moss talked about, ‘What can I row?")
    assert not leaves_a_quotation_open("Moss asked, ‘What can I row?’ and rowed")
    assert not leaves_a_quotation_open("’Tis the farmers’ mill, and they’ve sold it to ’em")


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("two sentences run into one", "Rowers need strong arms, But they rest too little"),
        (
            "the name of a currency stands before its figure",
            "The buyer of the mill has won a serious pounds 9bn headache",
        ),
        ("a verb does not agree with its subject", "These rules means that the mill has to close"),
        ("a letter is written three times", "The flooood of 1831 was the worst"),
        ("a word in capitals is no name", "AS Mayor of Orra"),
    ],
)
def test_a_quotation_that_a_teacher_would_mend_is_found(fault: str, text: str) -> None:
    assert fault in quotation_faults(Article(text))
    assert not list(
        quotation_faults(Article("We row, and they mill. But the news of 9 pounds 20 days ago is good for NATO"))
    )


def test_a_description_is_whole_and_no_sentence() -> None:
    assert list(description_faults(Article("a miller who"))) == ["a description breaks off"]
    assert list(description_faults(Article("the flood closed the mill of Orra"))) == [
        "a sentence is taken for a description"
    ]
    assert not list(description_faults(Article("a miller who closed the mill of Orra")))
