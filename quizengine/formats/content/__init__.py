"""The parts that all writers share: the interaction of a question, and the losses of a format.

`interactions` puts parts and keys together to ten kinds of question, which every writer matches on; `features` names
what a question asks of a format; `loss_tables` makes a format of a writer and a table of what it cannot say.
Read `interactions` first.
"""
