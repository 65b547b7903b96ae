"""What `python -m advisor check` tells editors, with the answers that show it."""
