"""Ask."""
def ask(fact, others, rng):
    return ()
