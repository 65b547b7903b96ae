"""What follows from answers under given rules: the path, the findings, a verdict per standard, the table by market."""
