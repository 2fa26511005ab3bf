"""The evidence where it stands in its article."""

from quizengine.quiz.questions import Evidence, article_says
from quizengine.text.article import Article
from quizengine.web.render.evidence import Proof, proof_of, rationale_beside

ARTICLE = Article(
    "A title of the article\n\nThe first paragraph has a sentence. It has another one as well.\n\n"
    "The second paragraph is shorter than the first one was.\n"
)


def evidence(quote: str) -> Evidence:
    at = ARTICLE.text.index(quote)
    return Evidence(at, at + len(quote), quote)


def test_it_stands_between_the_other_words_of_its_paragraph():
    assert proof_of(evidence("a sentence"), ARTICLE) == Proof(
        "The first paragraph has ", "a sentence", ". It has another one as well."
    )


def test_over_two_paragraphs_it_stands_in_both():
    proof = proof_of(evidence("as well.\n\nThe second"), ARTICLE)
    assert proof is not None
    assert proof.before.startswith("The first paragraph")
    assert proof.after.endswith("first one was.")


def test_outside_the_body_it_stands_alone():
    assert proof_of(evidence("A title of the article"), ARTICLE) == Proof("", "A title of the article", "")


def test_without_the_article_it_stands_alone():
    assert proof_of(evidence("a sentence"), None) == Proof("", "a sentence", "")


def test_where_the_article_says_something_else_it_stands_alone():
    assert proof_of(Evidence(0, 10, "a sentence"), ARTICLE) == Proof("", "a sentence", "")


def test_no_evidence_is_no_proof():
    assert proof_of(None, ARTICLE) is None


def test_a_rationale_does_not_say_again_what_the_proof_shows():
    proof = Proof("", "Around 60 boats sank.", "")
    rationale = "The article says: “Around 60 boats sank.” The text says “around”, so 58 is right, too."
    assert rationale_beside(rationale, proof) == "The text says “around”, so 58 is right, too."
    assert rationale_beside("The article says: “Around 60 boats sank.”", proof) == ""
    assert rationale_beside('The article says: "Around 60 boats sank."', proof) == ""


def test_a_rationale_does_not_say_again_a_proof_that_goes_over_two_lines():
    proof = Proof("", "Around 60\nboats sank.", "")
    assert rationale_beside(article_says(proof.quote), proof) == ""


def test_a_rationale_stays_whole_where_there_is_no_proof_or_another_one():
    rationale = "The article says: “Around 60 boats sank.”"
    assert rationale_beside(rationale, None) == rationale
    assert rationale_beside(rationale, Proof("", "Sixty boats.", "")) == rationale
