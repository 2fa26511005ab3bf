"""What points outside the words it stands in, and what does not."""

import pytest

from quizengine import Article
from quizengine.language import pointers, stands_alone, trees


def kinds(sentence: str) -> list[str]:
    [tree] = trees(Article(f"A title\n\n{sentence}\n"))
    return [pointer.kind for pointer in pointers(tree, range(len(tree.tokens)))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("He sold the bakery of Peter Okoye.", ["who"]),
        ("Ada Moss left its bakery in Cork.", ["who"]),
        ("Kenya Airways asked Transair to sell its ships.", ["who"]),
        ("Transair left Kenya Airways with its ships.", ["who"]),
        ("We sold bread.", ["speaker"]),
        ("This law changed Ireland.", ["which"]),
        ("The company sold bread to France.", ["which"]),
        ("The new law changed Ireland.", ["which"]),
        ("The President praised Ireland.", ["which"]),
        ("The young industry changed Ireland.", ["which"]),
        ("Ireland left the political system.", ["which"]),
        ("Ireland sold the same bread.", ["which"]),
        ("Ireland sold bread to others.", ["which"]),
        ("Ireland broke the treaty after a year.", ["which"]),
        ("Bakers asked farmers whether they had bread.", ["who"]),
        ("After her win, the mother of Ada Moss left Ireland.", ["who"]),
        ("Ireland passed another law.", ["which"]),
        ("Ada Moss sold the bakery yesterday.", ["which", "when"]),
        ("Some were sold to France.", ["which"]),
        ("So far Ireland has sold 300 tons of bread.", ["when"]),
        ("Ireland sold 300 tons of bread four years ago.", ["when"]),
        ("By the end of the year, Ireland had sold 300 tons of bread.", ["which"]),
        ("Ada Moss sold bread to the PAC in 1912.", ["which"]),
        ("Ada Moss left the Museum in 1912.", ["which"]),
        ("In 1942, Ada Moss left the Royal Opera House.", ["which"]),
        ("Ada Moss sold the City Gate.", ["which"]),
        ("Ada Moss remembers the bridge in 1951.", ["which"]),
        ("Ada Moss examined the evidence, found in favour of Ireland.", ["which"]),
        ("Ireland soon sold bread.", ["when"]),
        ("Ada Moss was an extra burden for Ireland.", ["which"]),
        ("According to a recent survey, Ireland sold bread.", ["when"]),
        ("In a new poll, voters praised Ireland.", ["when"]),
        ("Ireland has sold 300 tons of bread since last autumn.", ["when"]),
        ("Ada Moss expects the move to help Ireland.", ["which"]),
        ("Ireland paid for the first ship in 1912.", ["which"]),
        ("The Order moved to Malta in 1530.", ["which"]),
        ("Several survivors fled to Ireland.", ["what"]),
        ("In 1912, Ada Moss added an inner wall.", ["what"]),
        ("Ada Moss was rewarded with a house in Ireland.", ["what"]),
        ("Ireland led the way in 1912.", ["what"]),
        ("Ada Moss agreed that Ireland sells bread.", ["what"]),
        ("In 1912, Ireland responded by sending ships to Peru.", []),
        ("In 1912, Ireland responded.", ["what"]),
        ("In 1912, Ireland admitted some culpability.", ["what"]),
        ("In 1912, Ada Moss bought a larger bakery in Ireland.", ["what"]),
    ],
)
def test_these_leave_a_question_open(sentence: str, expected: list[str]) -> None:
    found = kinds(sentence)
    assert all(kind in found for kind in expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya Airways raised its fares by 15 percent.",
        "In 1931, the painter Ada Moss moved to Lisbon.",
        "Ada Moss sold her bakery to France.",
        "At the end of the day, Ireland sells bread.",
        "The first manned flight began in Ireland.",
        "Ada Moss sold the City Gate of Cork.",
        "The election in 1951 changed Ireland.",
        "Ada Moss examined the evidence found in Ireland.",
        "Ireland sold bread soon after the war of 1951.",
        "Ada Moss left the White House.",
        "The plan to sell Ireland failed in 1912.",
        "A new law changed Ireland.",
        "Survivors of the 1912 war fled to Ireland.",
        "Ireland expects Ada Moss to win the election.",
        "In 1912, recent research changed Ireland.",
        "In 1912, Ada Moss added an inner wall to Cork Castle.",
        "In 1912, Ada Moss added 300 jobs.",
        "Ada Moss was rewarded for saving Ireland.",
        "Ireland led the way in banning smoke.",
        "The farmers of Ireland agreed that bread is good.",
        "Ireland agreed with France that bread is good.",
        "In 1912, Ireland admitted some culpability for the loss of Cork.",
        "In 1912, Ada Moss bought a larger bakery than Peter Okoye.",
        "Water moves from a region of higher pressure to one of lower pressure.",
        "Machines turn small loaves into larger ones.",
        "Ada Moss is a professor of higher education.",
        "Ada Moss ate at hamburger joints in Cork.",
        "Ada Moss wrote the story of the Museum of Cork.",
        "Painter Ada Moss sold her bakery to France.",
        "Ireland named Ada Moss player of the year.",
        "The law of 1912 changed Ireland.",
        "Bakers moved to Ireland with the blessing and assistance of Ada Moss.",
        "The bank that Ada Moss founded closed in 1912.",
        "The sun rose over Ireland.",
        "Ireland and other countries of Europe signed the treaty of Rome.",
        "Many farmers of Ireland sold bread.",
        "There were 90 looms in Cork.",
        "Global warming increases events such as floods and droughts.",
        "Ozone harms more plants than all other gases of Europe.",
        "Former officials of Ireland sold bread.",
        "Ada Moss sold previously unknown works of Peter Okoye.",
        "In the nineteenth century, Ireland bought ships.",
        "In the 1990s, Ireland bought ships.",
        "The 1932 campaign changed Ireland.",
        "The hotel industry of Ireland began to grow in 1950.",
        "The hotel industry feared Airbnb.",
        "Glands depend on the autonomic nervous system.",
        "Ada Moss worked behind the camera.",
        "In 1912 Ada Moss won the popular vote.",
        "Ireland sided with the Republicans.",
        "Ada Moss works on the 20th floor.",
        "At the local level, Ireland built schools.",
        "Ireland never traded with the Confederacy.",
        "Ireland banned alcohol in the workplace.",
        "Ireland signed a treaty with France and broke the treaty in 1912.",
        "In 1864, farmers got the same pay as bakers.",
        "Some farmers are better at growing wheat than others.",
        "Ada Moss is so proud of Ireland.",
        "Farmers said they had lost money in Ireland.",
        "Ireland announced it would sell bread.",
        "When she left Ireland, Ada Moss sold bread.",
        "When farmers lost money, they sold bread and their ships.",
        "Ada Moss said she was sad because her bakery had closed.",
    ],
)
def test_these_stand_alone(sentence: str) -> None:
    [tree] = trees(Article(f"A title\n\n{sentence}\n"))
    assert stands_alone(tree, range(len(tree.tokens))), kinds(sentence)
