"""A SAT solver over the wires that the evaluator takes for columns: every set of answers at once."""
