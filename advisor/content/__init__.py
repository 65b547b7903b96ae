"""Everything that editors write, loaded and checked against each other."""
