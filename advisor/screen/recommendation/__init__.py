"""What follows from the answers: the answer first, the rest closed below it."""
