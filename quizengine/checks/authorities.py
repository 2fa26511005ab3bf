"""The publications that the rules come from."""

HALADYNA = "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines"
TARRANT = "Tarrant, Knierim, Hayes & Ware 2006, The frequency of item writing flaws in multiple-choice questions"
SAQUET = "Moore, Costello, Nguyen & Stamper 2024, An automatic question usability evaluation toolkit"
EVIDENCE = "quizengine: a wrong key is the worst that a quiz can hold"
GRADING = "quizengine: what is typed is graded by these very texts and numbers"
