"""What this company has to have, to do or to clear up, in an expert's order; all that is said is said from it."""
