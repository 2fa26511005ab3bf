"""What all writers of formats share: what a student does with a question, and what a format cannot say of it.

`interactions` puts parts and keys together to nine kinds of question, which every writer matches on; `features` names
what a question asks of a format; `loss_tables` makes a format of a writer and a table of what it cannot say.
Read `interactions` first.
"""
